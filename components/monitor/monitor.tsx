'use client';

import { hasSent } from '@/components/load-frame/load-change';
import { Trouble } from '@/components/messages/trouble';
import { useLoads, useWorkspace } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { PageHead } from '@/components/ui/page-head';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { accountAt, type Load, type Workspace } from '@/lib/workspace/model';
import { CodesChart } from './codes-chart';
import { DashboardPanel } from './dashboard-panel';
import { FailedLoads } from './failed-loads';
import { HandTicks } from './hand-ticks';
import { codesOf, tallyOf } from './tally';
import { TotalsPanel } from './totals-panel';

/** What became of the rows that were sent, per table and in total, and where to see the rest. */
export function Monitor({ workspaceId }: { readonly workspaceId: string }) {
  const workspace = useWorkspace(workspaceId);
  const loads = useLoads(workspaceId);
  const failure = workspace.error ?? loads.error;
  if (failure !== null) return <Trouble error={failure} />;
  if (!workspace.data || loads.data === undefined) return <Skeleton label="Opening the accounts" />;
  return <Accounts workspace={workspace.data} loads={loads.data} />;
}

function Accounts({ workspace, loads }: { readonly workspace: Workspace; readonly loads: readonly Load[] }) {
  const sent = loads.filter(hasSent);
  const head = (
    <PageHead
      title="Monitor"
      lead="What Peak answered to the rows sent from this browser. What it wrote in the end is on the tenant’s own Data Quality Dashboard."
    />
  );
  if (sent.length === 0)
    return (
      <div className="flex flex-col gap-6">
        {head}
        <Panel title="Nothing was sent yet">
          <div className="flex flex-col items-start gap-3">
            <p className="text-ink-2">Once a load has sent rows, its account is added up here.</p>
            <LinkButton look="primary" href={address.place(workspace.id, 'load')}>
              Load a table
            </LinkButton>
          </div>
        </Panel>
        <DashboardPanel workspace={workspace} />
      </div>
    );
  const codes = codesOf(sent);
  return (
    <div className="flex flex-col gap-6">
      {head}
      <TotalsPanel total={tallyOf(sent)} loads={sent} />
      <Callout title="Accepted is not yet written">
        Peak queues accepted rows and writes them a little later, or at its next scheduled run. A row can
        still fail then: such rows show up on the dashboard and in the table’s failed rows. Tell of them in
        the account of their load, and they count here.
      </Callout>
      {codes.length === 0 ? null : <CodesChart codes={codes} />}
      <FailedLoads workspaceId={workspace.id} loads={sent} />
      <DashboardPanel workspace={workspace} />
      <HandTicks workspace={workspace} changedAt={Math.max(...sent.map(accountAt))} />
    </div>
  );
}
