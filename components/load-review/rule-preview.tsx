'use client';

import { ArrowRight } from 'lucide-react';
import { counted, formatCount } from '@/components/messages/format';
import { ruleWords } from '@/components/messages/repair';
import { Button } from '@/components/ui/button';
import type { ColumnRule } from '@/lib/repair/model';
import type { FindingGroup } from '@/lib/validation/model';
import { tryRule } from './rules-on-offer';

/** Old → new on real cells, before anything is applied. */
export function RulePreview({
  rule,
  group,
  proved,
  onApply,
  onClose,
}: {
  readonly rule: ColumnRule;
  readonly group: FindingGroup;
  readonly proved: boolean;
  readonly onApply: () => void;
  readonly onClose: () => void;
}) {
  const tried = tryRule(rule, group);
  const untouched = tried.filter(({ before, after }) => before === after).length;
  return (
    <div role="status" className="rounded-lg border border-line bg-sunken p-4">
      <p className="text-sm">
        <span className="font-medium">
          {group.column}: {ruleWords(rule)}.
        </span>{' '}
        {proved ? 'Cells of this column prove that it fits. ' : ''}
        It runs over the whole column and touches up to {counted(group.count, 'cell')} found here. The file
        itself stays as it is, and you can take it back.
      </p>
      <ul className="mt-3 flex flex-col gap-1 font-mono text-xs">
        {tried.map(({ row, before, after }) => (
          <li key={row} className="flex flex-wrap items-center gap-x-2">
            <span className="w-20 shrink-0 text-ink-3">row {formatCount(row)}</span>
            <span className="break-all">{before === '' ? '(empty)' : before}</span>
            <ArrowRight role="img" aria-label="becomes" className="size-3.5 shrink-0 text-ink-3" />
            <span className={before === after ? 'text-ink-3' : 'font-semibold break-all'}>
              {before === after ? 'unchanged' : after === '' ? '(empty)' : after}
            </span>
          </li>
        ))}
      </ul>
      {untouched > 0 ? (
        <p className="mt-2 text-sm text-warn">
          {counted(untouched, 'example')} would stay as {untouched === 1 ? 'it is' : 'they are'} and keep{' '}
          {untouched === 1 ? 'its row' : 'their rows'} back.
        </p>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" look="primary" onPress={onApply}>
          Apply to the column
        </Button>
        <Button size="sm" onPress={onClose}>
          Leave it
        </Button>
      </div>
    </div>
  );
}
