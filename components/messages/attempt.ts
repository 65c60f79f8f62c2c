import type { AttemptLosses } from '@/components/load-frame/attempt-losses';
import { counted } from './format';
import { ruleWords } from './repair';

const named = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** What an attempt does not have of the load its rows failed in, and what to do about it. */
export function lossWords({ columns, rules, edited }: AttemptLosses): string[] {
  return [
    ...columns.map(
      ({ column, heading }) =>
        `${column} took ${named([heading])} there. This file does not have that heading exactly once, so ${column} takes nothing from it: choose a file column for it at Columns.`,
    ),
    ...rules.map(
      ({ column, rule }) =>
        `The rule “${ruleWords(rule)}” of ${column} is left out, for this file does not have each heading it reads exactly once. Add it again at Review.`,
    ),
    ...(edited.length === 0
      ? []
      : [
          `Cells you wrote there in ${counted(edited.length, 'column')} that no file column feeds (${edited.join(', ')}) are in no file, so they are not here either. Write them again where these rows need them.`,
        ]),
  ];
}
