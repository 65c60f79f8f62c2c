'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useProof } from '@/components/connect/landing';
import { Waiting } from '@/components/connect/waiting';
import { WorkspaceGate } from '@/components/connect/workspace-gate';
import { WorkspaceTrouble } from '@/components/connect/workspace-trouble';
import { proofSentence } from '@/components/messages/connect';
import { solutionsQuery } from '@/components/queries/gateway';
import { address } from '@/components/road/addresses';
import { LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { PageHead } from '@/components/ui/page-head';
import { Panel } from '@/components/ui/panel';
import type { Connection } from '@/lib/gateway/contract';
import type { Workspace } from '@/lib/workspace/model';
import { EnterSolution } from './enter-solution';
import { PickSolution } from './pick-solution';
import { SolutionChoice, NOT_LISTED } from './solution-choice';

/** Which solution of the tenant the rows are for. */
export function SolutionScreen({ workspaceId }: { readonly workspaceId: string }) {
  return (
    <WorkspaceGate id={workspaceId} title="Solution">
      {(workspace) => (
        <>
          <PageHead
            title={workspace.solution === null ? 'Which solution is it?' : 'Solution'}
            lead="A solution is one product’s set of tables in your warehouse. Its details decide every table name and the address rows are sent to."
          />
          {workspace.connection === null ? (
            <Callout
              title="Connect first"
              actions={
                <LinkButton look="primary" size="sm" href={address.place(workspaceId, 'connect')}>
                  Connect
                </LinkButton>
              }
            >
              Which solutions there are is read from your tenant.
            </Callout>
          ) : (
            <Choose workspace={workspace} connection={workspace.connection} />
          )}
        </>
      )}
    </WorkspaceGate>
  );
}

function Choose({
  workspace,
  connection,
}: {
  readonly workspace: Workspace;
  readonly connection: Connection;
}) {
  const listed = useQuery(solutionsQuery(connection.id));
  const proof = useProof(connection.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const solutions = listed.data?.solutions ?? [];
  const current = workspace.solution?.solutionName;
  const listedNow = solutions.find((each) => each.solutionName === current);
  // A single one is shown opened; it is still chosen by a press.
  const only = current === undefined && solutions.length === 1 ? solutions[0] : undefined;
  const isOpenQuestion = current === undefined && solutions.length > 0;
  const fallback = (listedNow ?? only)?.solutionName ?? (isOpenQuestion ? null : NOT_LISTED);
  const choice = chosen ?? fallback;
  const isFresh = workspace.solution === null && proof !== undefined;
  const isEmpty = listed.data !== undefined && solutions.length === 0;
  const picked = solutions.find((each) => each.solutionName === choice);
  return (
    <>
      {isFresh ? (
        <Callout tone="good" live title={`Connected. ${proofSentence(proof)}`}>
          {isEmpty
            ? 'This tenant has no rolled-out solution yet. Enter the details below; the next step makes its tables.'
            : 'Next: pick the solution your rows are for.'}
        </Callout>
      ) : null}
      {listed.error === null ? null : (
        <WorkspaceTrouble workspace={workspace} error={listed.error} onRetry={() => void listed.refetch()} />
      )}
      {listed.isPending ? (
        <Panel title="Solutions of this tenant">
          <Waiting label="Reading the tenant’s solutions" />
        </Panel>
      ) : isFresh && isEmpty ? null : (
        <SolutionChoice
          solutions={solutions}
          unread={listed.data === undefined}
          value={choice}
          onChange={setChosen}
        />
      )}
      {picked !== undefined ? (
        <PickSolution
          key={picked.solutionName}
          workspace={workspace}
          connection={connection}
          listed={picked}
        />
      ) : choice === NOT_LISTED && !listed.isPending ? (
        <EnterSolution workspace={workspace} connection={connection} />
      ) : null}
    </>
  );
}
