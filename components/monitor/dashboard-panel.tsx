import { ExternalLink } from 'lucide-react';
import { Panel } from '@/components/ui/panel';
import type { Workspace } from '@/lib/workspace/model';

/** The platform of hub and regional tenants alike (§1); the dashboard has no documented address of its own (§7). */
const PLATFORM = 'https://platform.peak.ai';

export function DashboardPanel({ workspace }: { readonly workspace: Workspace }) {
  const kind = workspace.connection?.hostKind;
  const real = kind === 'hub' || kind === 'regional';
  return (
    <Panel title="On the tenant’s own dashboard">
      <div className="flex flex-col items-start gap-3 text-ink-2">
        {real ? (
          <>
            <p>
              The Data Quality Dashboard shows records ingested, pass rate, top error codes and failed rows
              for the whole tenant, late failures included. It has no link of its own: sign in to the platform
              and look for it there.
            </p>
            <a
              href={PLATFORM}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-1.5 font-medium text-accent underline underline-offset-2"
            >
              Open platform.peak.ai
              <ExternalLink aria-hidden className="size-4" />
              <span className="sr-only">(opens in a new tab)</span>
            </a>
          </>
        ) : (
          <p>
            {kind === 'sandbox' ? 'The sandbox' : 'This host'} has no dashboard. On a real tenant the Data
            Quality Dashboard at {PLATFORM.replace('https://', '')} shows records ingested, pass rate, top
            error codes and failed rows, late failures included.
          </p>
        )}
        <p>
          Rows that fail late are also in the warehouse, in the table named like each table with{' '}
          <span className="font-mono text-[0.8125rem]">_failed_rows</span> at the end.
        </p>
      </div>
    </Panel>
  );
}
