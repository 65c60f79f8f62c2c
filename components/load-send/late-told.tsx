'use client';

import { counted, formatWhen } from '@/components/messages/format';
import { useNow } from '@/components/road/now';
import { Button } from '@/components/ui/button';
import type { CallGive } from '@/lib/intake/protocol';
import type { Late } from './use-late';

/** What was told, each to be taken back. */
export function LateTold({ late, told }: { readonly late: Late; readonly told: CallGive<'late'>['told'] }) {
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
              isDisabled={late.busy}
              aria-label={`Take back: ${what} told at ${formatWhen(at, now)}`}
              onPress={() => void late.undo(id)}
            >
              Take back
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
