'use client';

import type { Ground } from '@/components/load-frame/ground';
import { HostBadge } from '@/components/shell/host-badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

/** Before rows leave for a production host: where they go, by name. */
export function ConfirmWrite({
  ground,
  isOpen,
  what,
  note,
  action,
  onConfirm,
  onClose,
}: {
  readonly ground: Ground;
  readonly isOpen: boolean;
  readonly what: string;
  readonly note?: string;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const { connection, solution, table, load } = ground;
  if (!isOpen) return null;
  return (
    <Dialog
      urgent
      title={what}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button look="primary" onPress={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        <dt className="text-ink-3">Host</dt>
        <dd className="flex flex-wrap items-center gap-2 font-medium break-all text-ink">
          {connection.host} <HostBadge kind={connection.hostKind} />
        </dd>
        <dt className="text-ink-3">Connection</dt>
        <dd className="text-ink">{connection.name}</dd>
        <dt className="text-ink-3">Solution</dt>
        <dd className="font-mono text-ink">{solution.solutionName}</dd>
        <dt className="text-ink-3">Table</dt>
        <dd className="font-mono break-all text-ink">{table.name}</dd>
        <dt className="text-ink-3">Operation</dt>
        <dd className="text-ink">{load.operation}</dd>
      </dl>
      <p>Rows that Peak accepts are written into this tenant’s warehouse. {note}</p>
    </Dialog>
  );
}
