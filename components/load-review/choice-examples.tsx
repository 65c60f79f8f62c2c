import { useRowName } from '@/components/load-frame/row-names';
import { ruleWords } from '@/components/messages/repair';
import { compileRule } from '@/lib/repair/apply-rule';
import type { ColumnRule } from '@/lib/repair/model';
import type { Finding } from '@/lib/validation/model';

/** The first cell that the choices read differently, and what each of them makes of it. */
export function ChoiceExamples({
  rules,
  examples,
}: {
  readonly rules: readonly ColumnRule[];
  readonly examples: readonly Finding[];
}) {
  const nameOf = useRowName();
  if (rules.length < 2) return null;
  const readings = (value: string) => rules.map((rule) => compileRule(rule)(value));
  const telling = examples.find(({ value, now = value }) => new Set(readings(now)).size > 1);
  if (telling === undefined) return null;
  const { row, value, now = value } = telling;
  const results = readings(now);
  return (
    <dl className="grid w-fit max-w-full grid-cols-[auto_auto] gap-x-4 gap-y-0.5 text-sm text-ink-2">
      <dt>
        Row {nameOf(row)} holds
        <span className="sr-only">:</span>
      </dt>
      <dd className="font-mono text-xs leading-5 break-all">{now}</dd>
      {rules.map((rule, at) => (
        <div key={ruleWords(rule)} className="contents">
          <dt>{ruleWords(rule)}</dt>
          <dd className="font-mono text-xs leading-5 font-semibold break-all text-ink">
            {results[at] === '' ? '(empty)' : results[at]}
          </dd>
        </div>
      ))}
    </dl>
  );
}
