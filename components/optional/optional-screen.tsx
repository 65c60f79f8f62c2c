'use client';

import { useMemo } from 'react';
import { Waiting } from '@/components/connect/waiting';
import { SolutionGate, type Ready } from '@/components/connect/workspace-gate';
import { WorkspaceTrouble } from '@/components/connect/workspace-trouble';
import { address } from '@/components/road/addresses';
import { plannedFor, useTenantState } from '@/components/rollout/state';
import { LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { PageHead } from '@/components/ui/page-head';
import { Panel } from '@/components/ui/panel';
import { AttributePanel } from './attribute-panel';
import { SchedulePanel } from './schedule-panel';

/** What an onboarding can do without, and some tenants want. */
export function OptionalScreen({ workspaceId }: { readonly workspaceId: string }) {
  return (
    <SolutionGate id={workspaceId} title="Optional">
      {(ready) => <Optional ready={ready} />}
    </SolutionGate>
  );
}

function Optional({ ready }: { readonly ready: Ready }) {
  const { workspace, solution } = ready;
  const { appName, appVersion, prefix, suffix } = solution;
  const planned = useMemo(
    () => plannedFor(appName, appVersion, { prefix, suffix }),
    [appName, appVersion, prefix, suffix],
  );
  const { solutions, schema } = useTenantState(ready, planned);
  const live = schema.data?.schema.tables;
  const trouble = schema.error ?? solutions.error;
  return (
    <>
      <PageHead
        title="Optional"
        lead="Two things most onboardings do without: columns of your own, and writing on a schedule."
      />
      {trouble === null ? null : (
        <WorkspaceTrouble
          workspace={workspace}
          error={trouble}
          onRetry={() => void (schema.error === null ? solutions.refetch() : schema.refetch())}
        />
      )}
      {live !== undefined ? (
        <AttributePanel
          ready={ready}
          tables={live}
          isReading={schema.isFetching}
          onRead={() => void schema.refetch()}
        />
      ) : solutions.isPending || schema.isLoading ? (
        <Panel title="Add a column of your own">
          <Waiting label="Reading the live schema" lines={6} />
        </Panel>
      ) : trouble !== null ? null : (
        <Callout
          title="Columns can be added once the tables exist"
          actions={
            <LinkButton size="sm" look="primary" href={address.place(workspace.id, 'rollout')}>
              Go to the rollout
            </LinkButton>
          }
        >
          {solution.solutionName} is not rolled out yet.
        </Callout>
      )}
      <SchedulePanel ready={ready} tables={live ?? planned} />
    </>
  );
}
