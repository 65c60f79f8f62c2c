'use client';

import { isOver } from '@/components/load-frame/load-state';
import type { Ground } from '@/components/load-frame/ground';
import { loadOrder } from '@/components/load-tables/table-order';
import { useLoads } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';

/** What comes after a load that is over. */
export function NextPanel({ ground }: { readonly ground: Ground }) {
  const { workspace, described, load } = ground;
  const loads = useLoads(workspace.id);
  const over = new Set(loads.data?.filter(isOver).map(({ table }) => table));
  const next = loadOrder(described).find(
    ({ name, requiredBySolution }) => name !== load.table && !over.has(name) && requiredBySolution !== false,
  );
  // Rows that failed come first: their panel has the one blue button then.
  const failed = load.account === null ? 0 : load.account.rejected + load.account.laterFailed;
  const look = failed > 0 ? 'secondary' : 'primary';
  return (
    <Panel title="What next">
      <div className="flex flex-wrap items-center gap-3">
        {next === undefined ? (
          <p>All tables that the solution needs have a finished load.</p>
        ) : (
          <LinkButton look={look} href={address.place(workspace.id, 'load')}>
            Next table: {next.name}
          </LinkButton>
        )}
        <LinkButton
          look={next === undefined ? look : 'secondary'}
          href={address.place(workspace.id, 'monitor')}
        >
          Monitor
        </LinkButton>
      </div>
    </Panel>
  );
}
