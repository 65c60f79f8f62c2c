'use client';

import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatBytes } from '@/components/messages/format';
import { Trouble } from '@/components/messages/trouble';
import { usageQuery } from '@/components/queries/usage';
import { useWorkspaces } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { PageHead } from '@/components/ui/page-head';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import type { Remainder } from '@/lib/workspace/erase';
import { DeleteDialog } from './delete-dialog';
import { useDeletion } from './deletion';
import { ImportHandover } from './import-handover';
import { SpacePanel } from './space-panel';
import { UnreadablePanel } from './unreadable-panel';
import { WorkspacePanel } from './workspace-panel';

/** What is kept on this computer, how much of it, and how to be rid of it. */
export function StorageScreen() {
  const usage = useQuery(usageQuery());
  const workspaces = useWorkspaces();
  return (
    <>
      <PageHead
        title="This computer"
        lead="Files, repairs and the record of what was sent are kept in this browser and nowhere else. The token is not among them: the server holds it, sealed."
      />
      {usage.error === null ? null : <Trouble error={usage.error} onRetry={() => void usage.refetch()} />}
      {usage.data === undefined ? null : <SpacePanel usage={usage.data} />}
      <UnreadablePanel />
      {workspaces.error === null ? null : (
        <Trouble error={workspaces.error} onRetry={() => void workspaces.refetch()} />
      )}
      {workspaces.isPending ? <Skeleton label="Looking at what is kept here" /> : null}
      {workspaces.data?.map((workspace) => (
        <WorkspacePanel key={workspace.id} workspace={workspace} usage={usage.data} />
      ))}
      <Panel
        title="Take over from a colleague"
        note="A handover holds the connection’s name and host, the solution, the checklist and the rules of each load. No token, no rows."
      >
        <ImportHandover />
      </Panel>
      <DeleteEverything bytes={usage.data?.usedBytes ?? 0} />
    </>
  );
}

function DeleteEverything({ bytes }: { readonly bytes: number }) {
  const { deleteEverything } = useDeletion();
  const [isAsking, setAsking] = useState(false);
  const [remains, setRemains] = useState<readonly Remainder[]>([]);
  const erase = async () => {
    const left = await deleteEverything();
    if (left.length > 0) return setRemains(left);
    // A page that starts anew holds nothing of before in its memory either.
    window.location.assign(address.start());
  };
  return (
    <Panel title="Delete everything on this computer" className="border-bad">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="max-w-2xl text-sm text-ink-2">
          All onboardings, kept files, repairs and records of what was sent, and the tokens on the server.
          About {formatBytes(bytes)}. Nothing in Peak changes.
        </p>
        <Button look="danger" onPress={() => setAsking(true)}>
          <Trash2 aria-hidden />
          Delete everything
        </Button>
      </div>
      {remains.length === 0 ? null : (
        <Callout tone="bad" live className="mt-4" title="Something is still in use">
          Close other tabs of this app, reload and delete once more:{' '}
          <span className="font-mono text-xs">{remains.map((each) => each.name).join(', ')}</span>
        </Callout>
      )}
      <DeleteDialog
        title="Delete everything on this computer?"
        button={`Delete ${formatBytes(bytes)}`}
        word="delete"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onDelete={erase}
      >
        <p>
          Every onboarding of this browser goes, with its files, repairs and the record of what was sent.
          Loads that are not finished cannot be gone on with, and nobody can tell any more which of their rows
          Peak has.
        </p>
        <p>Export a handover first if a colleague goes on. Nothing in Peak changes.</p>
      </DeleteDialog>
    </Panel>
  );
}
