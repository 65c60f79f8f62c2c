'use client';

import { counted, formatWhen } from '@/components/messages/format';
import { useNow } from '@/components/road/now';
import { Button } from '@/components/ui/button';
import type { CallGive } from '@/lib/intake/protocol';
import type { Late } from './use-late';

/** What was told, each to be taken back. */
export function LateTold({
  late,
  told,
  standing,
  onTakenBack,
}: {
  readonly late: Late;
  readonly told: CallGive<'late'>['told'];
  /** Rows that count as failed later in the account. */
  readonly standing: number | undefined;
  readonly onTakenBack: () => void;
}) {
  const now = useNow();
  return (
    <ul
      aria-label="Rows that failed later"
      className="divide-y divide-line rounded-lg border border-line text-sm"
    >
      {told.map(({ id, at, from, name, rows, unnamed }) => {
        const what = counted(rows + unnamed, 'row');
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
            <span className="min-w-0 flex-1 basis-60 break-words">
              {what}{' '}
              {from === 'export'
                ? `named in ${name ?? 'an export'}`
                : 'entered by hand, without saying which'}{' '}
              · <span className="text-ink-3">{formatWhen(at, now)}</span>
            </span>
            <Button
              size="sm"
              look="quiet"
              pending={late.busy}
              aria-label={`Take back: ${what} told at ${formatWhen(at, now)}`}
              onPress={() => void late.undo(id).then(onTakenBack)}
            >
              Take back
            </Button>
          </li>
        );
      })}
      {told.length < 2 || standing === undefined ? null : (
        <li className="rounded-b-lg bg-sunken px-4 py-2 text-ink-2">
          In all, {counted(standing, 'row counts', 'rows count')} as failed later now: each counts once,
          however often it is told.
        </li>
      )}
    </ul>
  );
}
