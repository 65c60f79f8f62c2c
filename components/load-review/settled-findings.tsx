import { Check } from 'lucide-react';
import { countedIn, findingAdvice } from '@/components/messages/findings';
import { counted } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import type { ColumnSpec } from '@/lib/peak/model';
import type { FindingGroup } from '@/lib/validation/model';

const outcome = (group: FindingGroup): string =>
  group.leftOut
    ? `${counted(group.count, 'row')} left out`
    : `${counted(group.count, countedIn(group))}, fine as ${group.count === 1 ? 'it is' : 'they are'}`;

/** Kinds of findings the user has answered without a repair: their rows stay out, or go as they are. */
export function SettledFindings({
  groups,
  columns,
  readOnly,
  onOpen,
}: {
  readonly groups: readonly FindingGroup[];
  readonly columns: readonly ColumnSpec[];
  readonly readOnly: boolean;
  /** The answer is taken back. */
  readonly onOpen: (group: FindingGroup) => void;
}) {
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="settled" className="bg-surface-2 border-t border-line px-5 py-4">
      <h3 id="settled" tabIndex={-1} className="mb-2 text-sm font-medium text-ink-2 outline-none">
        Settled by you
      </h3>
      <ul className="flex flex-col gap-1">
        {groups.map((group) => {
          const { what } = findingAdvice(
            group.code,
            columns.find(({ name }) => name === group.column),
          );
          const title = group.column === null ? what : `${group.column}: ${what}`;
          return (
            <li
              key={`${group.code} ${group.column ?? ''}`}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm"
            >
              <span className="flex min-w-0 items-start gap-2">
                <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
                <span className="min-w-0 break-words">
                  {title} <span className="text-ink-3 tabular">· {outcome(group)}</span>
                </span>
              </span>
              {readOnly ? null : (
                <Button
                  size="sm"
                  look="quiet"
                  aria-label={`${group.leftOut ? 'Take the rows in again' : 'Show again'}: ${title}`}
                  onPress={() => onOpen(group)}
                >
                  {group.leftOut ? 'Take the rows in again' : 'Show again'}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
