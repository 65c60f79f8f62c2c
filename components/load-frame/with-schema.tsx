'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { Trouble } from '@/components/messages/trouble';
import { withRequired } from '@/components/prepare/required';
import { schemaQuery } from '@/components/queries/gateway';
import { address } from '@/components/road/addresses';
import { plannedFor } from '@/components/rollout/state';
import { ReconnectDialog } from '@/components/shell/reconnect-dialog';
import { Button, LinkButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import type { Connection } from '@/lib/gateway/contract';
import type { SolutionDetails, Workspace } from '@/lib/workspace/model';
import type { Ground } from './ground';
import { Skeleton } from '@/components/ui/skeleton';

type Base = Omit<Ground, 'table' | 'load'>;

/** The live schema is the law of everything below; without it nothing is checked by memory. */
export function WithSchema({
  workspace,
  children,
}: {
  readonly workspace: Workspace;
  readonly children: (base: Base) => ReactNode;
}) {
  const { connection, solution } = workspace;
  if (connection === null || solution === null)
    return (
      <Missing
        workspace={workspace}
        place={connection === null ? 'connect' : 'solution'}
        what={connection === null ? 'Connect first' : 'Choose the solution first'}
      />
    );
  return (
    <Schema workspace={workspace} connection={connection} solution={solution}>
      {children}
    </Schema>
  );
}

function Missing({
  workspace,
  place,
  what,
}: {
  readonly workspace: Workspace;
  readonly place: 'connect' | 'solution';
  readonly what: string;
}) {
  return (
    <div className="flex flex-col gap-6">
      <PageHead title={what} lead="Tables are loaded by the rolled-out schema of a solution." />
      <div>
        <LinkButton look="primary" href={address.place(workspace.id, place)}>
          {what}
        </LinkButton>
      </div>
    </div>
  );
}

function Schema({
  workspace,
  connection,
  solution,
  children,
}: {
  readonly workspace: Workspace;
  readonly connection: Connection;
  readonly solution: SolutionDetails;
  readonly children: (base: Base) => ReactNode;
}) {
  const schema = useQuery(schemaQuery(connection.id, solution.solutionName));
  const [asking, setAsking] = useState(false);
  const { appName, appVersion, prefix, suffix } = solution;
  const live = schema.data?.schema;
  const described = useMemo(
    () => withRequired(live?.tables ?? [], plannedFor(appName, appVersion, { prefix, suffix })),
    [live, appName, appVersion, prefix, suffix],
  );
  if (live !== undefined) return children({ workspace, connection, solution, schema: live, described });
  if (schema.isPending) return <Skeleton label="Opening the load" />;
  return (
    <div className="flex flex-col gap-6">
      <PageHead
        title="The live schema could not be read"
        lead="Rows are checked by what the tenant’s own schema says now, so nothing goes on without it."
      />
      <Trouble
        error={schema.error}
        onRetry={() => void schema.refetch()}
        actions={
          <>
            <Button size="sm" look="primary" onPress={() => setAsking(true)}>
              Paste the token again
            </Button>
            <LinkButton size="sm" href={address.place(workspace.id, 'rollout')}>
              Look at the rollout
            </LinkButton>
          </>
        }
      />
      <ReconnectDialog
        workspace={workspace}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onDone={() => {
          setAsking(false);
          void schema.refetch();
        }}
      />
    </div>
  );
}
