import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useRowName } from '@/components/load-frame/row-names';
import { counted } from '@/components/messages/format';
import { countedIn, findingAdvice, SEVERITY_WORDS } from '@/components/messages/findings';
import { cx } from '@/components/ui/cx';
import type { ColumnSpec } from '@/lib/peak/model';
import type { FindingGroup } from '@/lib/validation/model';
import { FindingProofs } from './finding-proofs';

const LOOK = {
  error: { Icon: CircleAlert, tone: 'text-bad' },
  warning: { Icon: TriangleAlert, tone: 'text-warn' },
  info: { Icon: Info, tone: 'text-ink-3' },
} as const;

/** What was found, how often, why it matters, and the first of it. */
export function FindingHead({
  group,
  column,
}: {
  readonly group: FindingGroup;
  readonly column: ColumnSpec | undefined;
}) {
  const nameOf = useRowName();
  const advice = findingAdvice(group.code, column);
  const { Icon, tone } = LOOK[group.severity];
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3
          className={cx(
            'flex min-w-0 items-center gap-x-2 font-medium',
            group.column !== null && 'flex-wrap',
          )}
        >
          <Icon aria-hidden className={cx('size-4 shrink-0', tone)} />
          {group.column === null ? null : (
            <span className="font-mono text-[0.8125rem] break-all">{group.column}</span>
          )}
          {advice.what}
        </h3>
        <p className="text-sm text-ink-2 tabular">
          {counted(group.count, countedIn(group))}, {SEVERITY_WORDS[group.severity]}
        </p>
      </div>
      <p className="text-sm text-ink-2">
        {advice.why} {advice.todo}
      </p>
      <FindingProofs group={group} />
      {group.examples.length === 0 ? null : (
        <p className="text-sm text-ink-3">
          {group.examples.slice(0, 5).map(({ row, value, now = value }) => (
            <span key={row} className="mr-4 inline-block max-w-full truncate align-bottom">
              row {nameOf(row)}{' '}
              <span className="font-mono text-xs text-ink-2">{now === '' ? '(empty)' : now}</span>
              {now === value ? null : (
                <>
                  {', made of '}
                  <span className="font-mono text-xs">{value}</span>
                </>
              )}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
