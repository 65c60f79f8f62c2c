'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { address } from '@/components/road/addresses';
import { ReconnectDialog } from '@/components/shell/reconnect-dialog';
import { Button, LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { PageHead } from '@/components/ui/page-head';
import type { Workspace } from '@/lib/workspace/model';
import { PresentState } from './present-state';
import { TokenHelp } from './token-help';
import { WorkspaceGate } from './workspace-gate';

/** The connection of an onboarding as it stands. */
export function ConnectionScreen({ workspaceId }: { readonly workspaceId: string }) {
  return (
    <WorkspaceGate id={workspaceId} title="Connection">
      {(workspace) => <Connected workspace={workspace} />}
    </WorkspaceGate>
  );
}

function Connected({ workspace }: { readonly workspace: Workspace }) {
  const [isPasting, setPasting] = useState(false);
  const { connection, solution } = workspace;
  return (
    <>
      <PageHead
        title="Connection"
        lead="The token, the host, and what the last call proved."
        actions={
          connection === null ? undefined : (
            <LinkButton
              look="primary"
              href={solution === null ? address.place(workspace.id, 'solution') : address.home(workspace.id)}
            >
              {solution === null ? 'Choose the solution' : 'Back to the checklist'}
              <ArrowRight aria-hidden />
            </LinkButton>
          )
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        {connection === null ? (
          <Callout
            title="Not connected yet"
            actions={
              <Button look="primary" size="sm" onPress={() => setPasting(true)}>
                Paste a token
              </Button>
            }
          >
            This onboarding was handed over without a token, as it should be.
          </Callout>
        ) : (
          <PresentState workspace={workspace} connection={connection} onPaste={() => setPasting(true)} />
        )}
        <TokenHelp />
      </div>
      <ReconnectDialog
        workspace={workspace}
        isOpen={isPasting}
        onClose={() => setPasting(false)}
        onDone={() => setPasting(false)}
      />
    </>
  );
}
