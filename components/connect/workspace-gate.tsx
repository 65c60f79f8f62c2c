'use client';

import type { ReactNode } from 'react';
import { Trouble } from '@/components/messages/trouble';
import { useWorkspace } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { PageHead } from '@/components/ui/page-head';
import type { Connection } from '@/lib/gateway/contract';
import type { SolutionDetails, Workspace } from '@/lib/workspace/model';
import { Waiting } from './waiting';

/** A workspace that was read; nothing is drawn from guesses before. */
export function WorkspaceGate({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: (workspace: Workspace) => ReactNode;
}) {
  const { data: workspace, error, refetch } = useWorkspace(id);
  if (workspace !== undefined && workspace !== null) return children(workspace);
  return (
    <>
      <PageHead title={title} />
      {error !== null ? (
        <Trouble error={error} onRetry={() => void refetch()} />
      ) : workspace === undefined ? (
        <Waiting label="Reading what this browser keeps" lines={4} />
      ) : (
        <Callout
          tone="warn"
          title="This onboarding is not kept in this browser"
          actions={
            <>
              <LinkButton look="primary" size="sm" href={address.start()}>
                All onboardings
              </LinkButton>
              <LinkButton size="sm" href={address.connect()}>
                Connect
              </LinkButton>
            </>
          }
        >
          It was deleted here, or the address comes from another computer. Onboardings live in the browser
          they were made in; whoever made it can export it for you.
        </Callout>
      )}
    </>
  );
}

export interface Ready {
  readonly workspace: Workspace;
  readonly connection: Connection;
  readonly solution: SolutionDetails;
}

/** For screens that work on a chosen solution. Says which earlier step is missing, and leads there. */
export function SolutionGate({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: (ready: Ready) => ReactNode;
}) {
  return (
    <WorkspaceGate id={id} title={title}>
      {(workspace) => {
        const { connection, solution } = workspace;
        if (connection !== null && solution !== null) return children({ workspace, connection, solution });
        const isUnconnected = connection === null;
        return (
          <>
            <PageHead title={title} />
            <Callout
              title={isUnconnected ? 'Connect first' : 'Choose the solution first'}
              actions={
                <LinkButton
                  look="primary"
                  size="sm"
                  href={address.place(id, isUnconnected ? 'connect' : 'solution')}
                >
                  {isUnconnected ? 'Connect' : 'Choose the solution'}
                </LinkButton>
              }
            >
              {isUnconnected
                ? 'This onboarding came without a token, as it should. Paste one for the same tenant to go on.'
                : 'This step works on the tables of one solution.'}
            </Callout>
          </>
        );
      }}
    </WorkspaceGate>
  );
}
