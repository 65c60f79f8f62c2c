'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { LOAD_STATE_LOOK, isOver, loadState, nextStep } from '@/components/load-frame/load-state';
import { hasSent } from '@/components/load-frame/load-change';
import { STEP_WORDS } from '@/components/load-frame/steps';
import { useDeskPart } from '@/components/intake/intake-provider';
import { counted, formatBytes, formatCount, formatWhen } from '@/components/messages/format';
import { Trouble } from '@/components/messages/trouble';
import { useDeletion } from '@/components/storage/deletion';
import { address } from '@/components/road/addresses';
import { useNow } from '@/components/road/now';
import { Badge } from '@/components/ui/badge';
import { Button, LinkButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ShareBar } from '@/components/ui/share-bar';
import type { Load } from '@/lib/workspace/model';
import { bucketsOf } from '@/components/load-send/buckets';

/** One load of a table: where it stands, what is in it, go on or delete. */
export function LoadRow({
  load,
  workspaceId,
  isNext,
}: {
  readonly load: Load;
  readonly workspaceId: string;
  readonly isNext: boolean;
}) {
  const [asking, setAsking] = useState(false);
  const moving = useDeskPart(
    load.id,
    ({ sending }) => sending?.state === 'sending' || sending?.state === 'pausing',
  );
  const now = useNow();
  const look = LOAD_STATE_LOOK[loadState(load)];
  const step = nextStep(load);
  const name = load.source?.name ?? 'no file yet';
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2.5 pr-4 pl-14 last:border-0">
      <div className="min-w-0 flex-1 basis-60">
        <div className="flex flex-wrap items-center gap-2">
          <Badge tone={look.tone}>{moving ? 'Sending' : look.label}</Badge>
          <span className="min-w-0 truncate text-sm">
            {name}
            {load.source === null ? '' : `, ${formatBytes(load.source.sizeBytes)}`}
          </span>
        </div>
        <p className="mt-0.5 text-sm text-ink-3">
          {sentence(load)} · changed {formatWhen(load.changedAt, now)}
        </p>
        {load.account === null ? null : (
          <ShareBar shares={bucketsOf(load.account)} className="mt-1.5 h-1.5" />
        )}
      </div>
      <div className="flex gap-2">
        <LinkButton
          size="sm"
          look={isNext ? 'primary' : 'secondary'}
          href={address.load(workspaceId, load.id, step)}
        >
          {isOver(load) ? 'Look at it' : `Go on with ${STEP_WORDS[step]}`}
        </LinkButton>
        <Button
          size="sm"
          look="quiet"
          isDisabled={moving}
          aria-label={`Delete the load of ${name}`}
          onPress={() => setAsking(true)}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
      {asking ? <DeleteDialog load={load} name={name} onClose={() => setAsking(false)} /> : null}
    </li>
  );
}

function sentence(load: Load): string {
  const { account, summary } = load;
  if (account !== null && hasSent(load))
    return `${formatCount(account.accepted)} accepted, ${formatCount(account.rejected)} rejected,${account.laterFailed > 0 ? ` ${formatCount(account.laterFailed)} failed later,` : ''} ${formatCount(account.waiting)} waiting, ${formatCount(account.inDoubt)} in doubt${account.held > 0 ? `, ${formatCount(account.held)} held back` : ''} of ${counted(account.read, 'row')}`;
  if (summary !== null)
    return `${counted(summary.rows, 'row')} checked: ${formatCount(summary.ready)} ready, ${formatCount(summary.held)} held back`;
  return `${load.operation}, not checked yet`;
}

function DeleteDialog({
  load,
  name,
  onClose,
}: {
  readonly load: Load;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { deleteLoad } = useDeletion();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await deleteLoad(load);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={`Delete this load of ${load.table}?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Keep it</Button>
          <Button look="danger" pending={busy} onPress={() => void remove()}>
            Delete the load
          </Button>
        </>
      }
    >
      <p>
        The copy of {name} in this browser, its columns, repairs and the journal of what was sent are deleted.
        The original file stays where it is.
      </p>
      {hasSent(load) ? (
        <p className="font-medium text-bad">
          Rows of this load were sent. They stay in Peak; only the proof of what was sent is lost. A later
          load of the same file would not ask before it adds them once more.
        </p>
      ) : null}
      {failure === null ? null : <Trouble error={failure} />}
    </Dialog>
  );
}
