import { hostName } from '@/components/messages/connect';
import { Panel } from '@/components/ui/panel';
import { failedRowsTable, fullTableName } from '@/lib/peak/model';

/** What prefix, table and suffix come to, and where rows will be sent. */
export function NamePreview({
  prefix,
  suffix,
  targetSchemaName,
  objectName,
  isExample,
  host,
  ingestPath,
}: {
  readonly prefix: string;
  readonly suffix: string;
  readonly targetSchemaName: string;
  readonly objectName: string;
  /** No table of the solution is known yet; the name only shows the pattern. */
  readonly isExample: boolean;
  readonly host: string;
  readonly ingestPath: string;
}) {
  const table = fullTableName({ prefix, suffix }, objectName);
  return (
    <Panel title="What the names come to" note={isExample ? 'With TABLE standing for any table.' : undefined}>
      <div className="flex flex-col gap-4">
        <div>
          <p className="flex flex-wrap font-mono text-base font-semibold break-all">
            <Part text={prefix} label="prefix" />
            <Part text={objectName.toUpperCase()} label="table" isTable />
            <Part text={suffix} label="suffix" />
          </p>
        </div>
        <dl className="flex flex-col gap-3 text-sm">
          <Line label="In the warehouse" value={`${targetSchemaName || '…'}.${table}`} />
          <Line label="Rows that fail go to" value={`${targetSchemaName || '…'}.${failedRowsTable(table)}`} />
          <Line label="Rows are sent to" value={`${hostName(host)}${ingestPath.replace('{table}', table)}`} />
        </dl>
      </div>
    </Panel>
  );
}

function Part({
  text,
  label,
  isTable = false,
}: {
  readonly text: string;
  readonly label: string;
  readonly isTable?: boolean;
}) {
  if (text === '') return null;
  return (
    <span className="flex flex-col">
      <span className={isTable ? 'text-ink' : 'text-accent'}>{text}</span>
      <span
        aria-hidden
        className="mr-0.5 border-t border-line-strong pt-0.5 text-center font-sans text-xs font-normal text-ink-3"
      >
        {label}
      </span>
    </span>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt className="text-ink-3">{label}</dt>
      <dd className="font-mono text-[0.8125rem] break-all">{value}</dd>
    </div>
  );
}
