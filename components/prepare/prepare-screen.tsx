'use client';

import { useMemo } from 'react';
import { Waiting } from '@/components/connect/waiting';
import { SolutionGate, type Ready } from '@/components/connect/workspace-gate';
import { WorkspaceTrouble } from '@/components/connect/workspace-trouble';
import { formatWhen } from '@/components/messages/format';
import { address } from '@/components/road/addresses';
import { plannedFor, useTenantState } from '@/components/rollout/state';
import { Badge } from '@/components/ui/badge';
import { Button, LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { PageHead } from '@/components/ui/page-head';
import { Panel } from '@/components/ui/panel';
import { DataModel } from './data-model';
import { Review } from './review';
import { withRequired } from './required';

/** The data model: what the tenant's tables ask of the files. */
export function PrepareScreen({ workspaceId }: { readonly workspaceId: string }) {
  return (
    <SolutionGate id={workspaceId} title="Data model">
      {(ready) => <Prepare ready={ready} />}
    </SolutionGate>
  );
}

function Prepare({ ready }: { readonly ready: Ready }) {
  const { workspace, solution } = ready;
  const { appName, appVersion, prefix, suffix, solutionName } = solution;
  const planned = useMemo(
    () => plannedFor(appName, appVersion, { prefix, suffix }),
    [appName, appVersion, prefix, suffix],
  );
  const { solutions, schema, listed } = useTenantState(ready, planned);
  const live = schema.data?.schema;
  const liveTables = useMemo(() => withRequired(live?.tables ?? [], planned), [live, planned]);
  const isWaiting = live === undefined && (solutions.isPending || schema.isLoading);
  const trouble = schema.error ?? solutions.error;
  const wasThere = listed !== undefined || workspace.facts.schemaRead !== undefined || trouble !== null;
  return (
    <>
      <PageHead
        title={`Data model of ${solutionName}`}
        lead="What each table wants: columns, types, keys, and how to send it. The templates hold exactly these columns."
        eyebrow={
          live === undefined ? undefined : (
            <span className="inline-flex flex-wrap items-center gap-2">
              <Badge tone="good">Live schema</Badge>
              <ReadAt at={schema.data?.readAt ?? 0} />
              <Button
                size="sm"
                look="quiet"
                pending={schema.isFetching}
                onPress={() => void schema.refetch()}
              >
                Read again
              </Button>
            </span>
          )
        }
      />
      {trouble === null ? null : (
        <WorkspaceTrouble
          workspace={workspace}
          error={trouble}
          onRetry={() => void (schema.error === null ? solutions.refetch() : schema.refetch())}
        />
      )}
      {isWaiting ? (
        <Panel>
          <Waiting label="Reading the live schema" lines={8} />
        </Panel>
      ) : live !== undefined ? (
        <>
          <Review workspace={workspace} schema={live} />
          <DataModel name={solutionName} tables={liveTables} />
        </>
      ) : (
        <>
          <Callout
            tone="warn"
            title={
              planned.length > 0
                ? 'This is the published model, not your tenant’s'
                : wasThere
                  ? 'The live schema cannot be read now'
                  : 'There is nothing to show before the rollout'
            }
            actions={
              wasThere ? undefined : (
                <LinkButton size="sm" look="primary" href={address.place(workspace.id, 'rollout')}>
                  Go to the rollout
                </LinkButton>
              )
            }
          >
            {wasThere
              ? 'Your tables exist, but their schema cannot be read at the moment. It is what rows are checked against.'
              : planned.length === 0
                ? 'No published model is built in for this app and version. The live schema can be read once the tables exist.'
                : 'Good for planning and for collecting files. Once the tables are rolled out, the tenant’s own schema is read and takes its place; it can differ.'}
          </Callout>
          <DataModel name={solutionName} tables={planned} />
        </>
      )}
    </>
  );
}

function ReadAt({ at }: { readonly at: number }) {
  return <span>read {formatWhen(at, at)}</span>;
}
