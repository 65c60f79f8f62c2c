'use client';

import { Trouble } from '@/components/messages/trouble';
import { useLoads, useWorkspace } from '@/components/queries/workspace';
import { WithSchema } from '@/components/load-frame/with-schema';
import { PageHead } from '@/components/ui/page-head';
import { Skeleton } from '@/components/ui/skeleton';
import { placeOf } from '@/components/messages/connect';
import { counted } from '@/components/messages/format';
import type { Ground } from '@/components/load-frame/ground';
import { isOver } from '@/components/load-frame/load-state';
import { loadOrder, parentsOf } from './table-order';
import { TableRow } from './table-row';
import { whatNext } from './what-next';

/** Every table of the live schema, parents first: what was loaded, what is under way, what can be started. */
export function LoadTables({ workspaceId }: { readonly workspaceId: string }) {
  const workspace = useWorkspace(workspaceId);
  if (workspace.error !== null) return <Trouble error={workspace.error} />;
  if (!workspace.data) return <Skeleton label="Opening the tables" />;
  return <WithSchema workspace={workspace.data}>{(base) => <Tables {...base} />}</WithSchema>;
}

function Tables({ workspace, connection, solution, described }: Omit<Ground, 'table' | 'load'>) {
  const loads = useLoads(workspace.id);
  if (loads.error !== null) return <Trouble error={loads.error} />;
  if (loads.data === undefined) return <Skeleton label="Opening the loads" />;
  const order = loadOrder(described);
  const all = loads.data;
  const done = order.filter((table) => all.some((load) => load.table === table.name && isOver(load)));
  const next = whatNext(order, all);
  return (
    <div className="flex flex-col gap-6">
      <PageHead
        title="Load the tables"
        lead={
          <>
            {counted(order.length, 'table')} in <strong>{solution.solutionName}</strong> on{' '}
            {placeOf(connection)}, tables that others refer to first. {counted(done.length, 'table')} loaded
            so far.
          </>
        }
      />
      <ol className="flex flex-col gap-3">
        {order.map((table, index) => (
          <TableRow
            key={table.name}
            workspaceId={workspace.id}
            table={table}
            place={index + 1}
            parents={parentsOf(table, described)}
            loads={all.filter((load) => load.table === table.name)}
            next={next?.table === table.name ? next : null}
          />
        ))}
      </ol>
    </div>
  );
}
