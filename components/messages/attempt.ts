import type { AttemptLosses } from '@/components/load-frame/attempt-losses';
import { editsIn, type Repair } from '@/lib/repair/model';
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
          `Cells you wrote there in ${counted(edited.length, 'column')} without a file column (${edited.join(', ')}) are left out, for this file has cells of its own for ${edited.length === 1 ? 'it' : 'them'}. Look at them at Review.`,
        ]),
  ];
}

/** What an attempt keeps of the file its rows failed in, which the file that came back cannot tell; undefined when nothing. */
export function keptWords(repairs: readonly Repair[], name: string): string | undefined {
  const kept = repairs.flatMap(editsIn).filter(({ quoted }) => quoted === true).length;
  if (kept === 0) return undefined;
  return `${counted(kept, 'empty cell')} ${kept === 1 ? 'is' : 'are'} sent as the empty text "", as ${name} has ${kept === 1 ? 'it' : 'them'}; a spreadsheet does not keep the quotes that tell it from no value. It can be taken back at Review, under Repairs.`;
}
