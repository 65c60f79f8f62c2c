'use client';

import { useMemo } from 'react';
import { Waiting } from '@/components/connect/waiting';
import { SolutionGate, type Ready } from '@/components/connect/workspace-gate';
import { WorkspaceTrouble } from '@/components/connect/workspace-trouble';
import { placeOf } from '@/components/messages/connect';
import { PageHead } from '@/components/ui/page-head';
import { Panel } from '@/components/ui/panel';
import type { RolloutLine } from './compare';
import { PlanPanel } from './plan-panel';
import { ResultPanel } from './result-panel';
import { RolloutAction } from './rollout-action';
import { SchemaStep } from './schema-step';
import { ownLines, plannedFor, useTenantState } from './state';
import { ListedCallout } from './listed-callout';

/** From a standard schema to tables in the warehouse, planned before and verified after. */
export function RolloutScreen({ workspaceId }: { readonly workspaceId: string }) {
  return (
    <SolutionGate id={workspaceId} title="Rollout">
      {(ready) => <Rollout ready={ready} />}
    </SolutionGate>
  );
}

function Rollout({ ready }: { readonly ready: Ready }) {
  const { workspace, connection, solution } = ready;
  const { appName, appVersion, prefix, suffix } = solution;
  const planned = useMemo(
    () => plannedFor(appName, appVersion, { prefix, suffix }),
    [appName, appVersion, prefix, suffix],
  );
  const { solutions, schema, listed, liveLines } = useTenantState(ready, planned);
  const sent = ownLines(ready, planned);
  const open = (liveLines ?? sent ?? []).filter(
    (line) => line.outcome === 'failed' || line.outcome === 'missing',
  );
  const isThere = listed !== undefined || liveLines !== undefined;
  const there = (lines: readonly RolloutLine[] | undefined) =>
    lines?.filter((line) => line.outcome === 'created').map((line) => line.table);
  const isAsAnswered = sent !== undefined && String(there(sent)) === String(there(liveLines));
  const wasMade = isThere || sent !== undefined;
  const { solutionName } = solution;
  const title = isThere
    ? `${solutionName} is ${open.length > 0 ? 'partly ' : ''}rolled out`
    : `${solutions.data === undefined ? 'Rollout of' : 'Roll out'} ${solutionName}`;
  return (
    <>
      <PageHead
        title={title}
        lead="One request makes every table of the standard schema, and one beside each for rows that fail."
      />
      {solutions.error === null ? null : (
        <WorkspaceTrouble
          workspace={workspace}
          error={solutions.error}
          onRetry={() => void solutions.refetch()}
        />
      )}
      {schema.error === null || listed === undefined ? null : (
        <WorkspaceTrouble workspace={workspace} error={schema.error} onRetry={() => void schema.refetch()} />
      )}
      {solutions.isPending ? (
        <Panel>
          <Waiting label="Reading whether the solution is rolled out" lines={4} />
        </Panel>
      ) : solutions.data === undefined && liveLines === undefined ? null : (
        <>
          {listed === undefined ? null : (
            <ListedCallout ready={ready} listed={listed} isWhole={open.length === 0} />
          )}
          {isThere ? null : <SchemaStep ready={ready} />}
          {wasMade ? null : <PlanPanel ready={ready} planned={planned} />}
          <RolloutAction
            ready={ready}
            planned={planned}
            isThere={isThere}
            open={open}
            onLook={() => void solutions.refetch()}
          />
          {sent === undefined ? null : (
            <ResultPanel
              title="What Peak answered to the rollout"
              note={`Held against the ${planned.length > 0 ? 'standard schema' : 'tables it named'}.${
                isAsAnswered ? ' The live schema shows the same.' : ''
              }`}
              lines={sent}
              isLive={false}
            />
          )}
          {liveLines === undefined || isAsAnswered ? null : (
            <ResultPanel
              title="What is there now"
              note={`The live schema on ${placeOf(connection)}${planned.length > 0 ? ', held against the standard schema' : ''}.`}
              lines={liveLines}
              isLive
            />
          )}
        </>
      )}
    </>
  );
}
