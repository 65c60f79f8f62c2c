'use client';

import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { LOAD_STATE_LOOK, loadState } from '@/components/load-frame/load-state';
import { counted, formatBytes, formatWhen } from '@/components/messages/format';
import { Trouble } from '@/components/messages/trouble';
import { exportHandover } from '@/components/queries/handover';
import { useLoads } from '@/components/queries/workspace';
import { useNow } from '@/components/road/now';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Load, Workspace } from '@/lib/workspace/model';
import { bytesOfLoad, type Usage } from '@/lib/workspace/usage';
import { DeleteDialog } from './delete-dialog';
import { useDeletion } from './deletion';
import { saveFile } from './save-file';

/** One onboarding: what it keeps, a copy to hand over, and the way to be rid of it. */
export function WorkspacePanel({
  workspace,
  usage,
}: {
  readonly workspace: Workspace;
  readonly usage: Usage | undefined;
}) {
  const loads = useLoads(workspace.id).data ?? [];
  const { deleteWorkspace } = useDeletion();
  const [isAsking, setAsking] = useState(false);
  const [exported, setExported] = useState<{ leftOut: number } | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const name = [workspace.connection?.name ?? 'Not connected', workspace.solution?.solutionName]
    .filter(Boolean)
    .join(' · ');
  const save = async () => {
    setTrouble(null);
    try {
      const made = await exportHandover(workspace);
      saveFile(made.file, made.name);
      setExported({ leftOut: made.leftOut });
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <Panel
      flush
      title={name}
      note={counted(loads.length, 'load')}
      actions={
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onPress={() => void save()}>
            <Download aria-hidden />
            Export a handover
          </Button>
          <Button size="sm" look="danger" onPress={() => setAsking(true)}>
            <Trash2 aria-hidden />
            Delete
          </Button>
        </div>
      }
    >
      <p role="status" className="px-5 text-sm text-ink-2 not-empty:py-3">
        {exported === null
          ? null
          : `Exported without token and rows.${
              exported.leftOut === 0
                ? ''
                : ` ${counted(exported.leftOut, 'cell edit')} hold data of the file and stay here.`
            }`}
      </p>
      {trouble === null ? null : <Trouble error={trouble} className="m-5" />}
      <ul className="divide-y divide-line">
        {loads.map((load) => (
          <LoadRow key={load.id} load={load} usage={usage} />
        ))}
      </ul>
      <DeleteDialog
        title={`Delete ${name}?`}
        button="Delete this onboarding"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onDelete={() => deleteWorkspace(workspace.id)}
      >
        <p>
          Gone from this computer: its checklist, {counted(loads.length, 'load')} with kept files and repairs,
          and the record of what was sent. The server forgets the token unless another onboarding uses it.
        </p>
        <p>Nothing in Peak changes.</p>
      </DeleteDialog>
    </Panel>
  );
}

function LoadRow({ load, usage }: { readonly load: Load; readonly usage: Usage | undefined }) {
  const now = useNow();
  const { deleteLoad } = useDeletion();
  const [isAsking, setAsking] = useState(false);
  const look = LOAD_STATE_LOOK[loadState(load)];
  const open = (load.account?.waiting ?? 0) + (load.account?.inDoubt ?? 0);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="truncate font-mono text-sm font-medium">{load.table}</p>
        <p className="truncate text-sm text-ink-3">
          {load.source?.name ?? 'no file yet'} · {formatWhen(load.changedAt, now)}
        </p>
      </div>
      <Badge tone={look.tone}>{look.label}</Badge>
      <span className="w-24 text-right text-sm text-ink-2 tabular">
        {usage === undefined ? '…' : sizeWords(bytesOfLoad(usage, load.id))}
      </span>
      <Button
        size="sm"
        look="quiet"
        aria-label={`Delete the load of ${load.table}`}
        onPress={() => setAsking(true)}
      >
        Delete
      </Button>
      <DeleteDialog
        title={`Delete the load of ${load.table}?`}
        button="Delete this load"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onDelete={() => deleteLoad(load)}
      >
        <p>
          Gone from this computer: the kept copy of {load.source?.name ?? 'its file'}, its columns and
          repairs, and the record of which batches were sent. Nothing in Peak changes.
        </p>
        {open === 0 ? null : (
          <p className="font-medium text-bad">
            {counted(open, 'row')} of it are waiting or in doubt. Without the record nobody can tell any more
            whether Peak has them.
          </p>
        )}
      </DeleteDialog>
    </li>
  );
}

const sizeWords = (bytes: number): string => (bytes === 0 ? 'no file kept' : formatBytes(bytes));
