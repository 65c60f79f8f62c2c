import type { Ready } from '@/components/connect/workspace-gate';
import { hostName } from '@/components/messages/connect';
import { formatCount } from '@/components/messages/format';
import { Badge } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { failedRowsTable, type TableSpec } from '@/lib/peak/model';

/** What will appear, where: every table and the one beside it for failed rows. */
export function PlanPanel({
  ready: { connection, solution },
  planned,
}: {
  readonly ready: Ready;
  readonly planned: readonly TableSpec[];
}) {
  return (
    <Panel
      title="2. What will be made"
      note={
        <>
          In schema <span className="font-mono text-ink-2">{solution.targetSchemaName}</span> on{' '}
          <span className="font-mono break-all text-ink-2">{hostName(connection.host)}</span>
        </>
      }
    >
      {planned.length === 0 ? (
        <Callout title="Which tables is Peak’s to say">
          No published model is built in for {solution.appName} {solution.appVersion}. The answer will list
          every table; hold it against what Peak’s staff told you.
        </Callout>
      ) : (
        <div className="flex flex-col gap-5">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="text-4xl font-semibold tracking-tight tabular">
              {formatCount(planned.length * 2)}
            </span>
            <span className="text-ink-2">
              new tables: {formatCount(planned.length)} for your rows, {formatCount(planned.length)} beside
              them for rows that fail
            </span>
          </p>
          <ul className="grid gap-x-6 sm:grid-cols-2">
            {planned.map((table) => (
              <li
                key={table.name}
                className="flex items-start justify-between gap-3 border-t border-line py-2"
              >
                <span className="min-w-0 font-mono text-[0.8125rem]">
                  <span className="block font-semibold break-all">{table.name}</span>
                  <span className="block break-all text-ink-3">{failedRowsTable(table.name)}</span>
                </span>
                {table.requiredBySolution === undefined ? null : (
                  <Badge tone={table.requiredBySolution ? 'accent' : 'neutral'}>
                    {table.requiredBySolution ? 'Needs rows' : 'May stay empty'}
                  </Badge>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}
