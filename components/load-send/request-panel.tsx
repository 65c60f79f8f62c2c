'use client';

import type { Ground } from '@/components/load-frame/ground';
import { counted, formatCount } from '@/components/messages/format';
import { CopyButton } from '@/components/ui/copy-button';
import { Disclosure } from '@/components/ui/disclosure';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';

const SIZES = [50, 100, 250, 500, 1000, 2000];

/** Where the rows go, in which shape, and how many at a time. */
export function RequestPanel({
  ground,
  ingestPath,
  maxRows,
  onRows,
}: {
  readonly ground: Ground;
  /** Undefined while the session is read. */
  readonly ingestPath: string | undefined;
  readonly maxRows: number | undefined;
  readonly onRows: (rows: number) => void;
}) {
  const { load, table, connection, solution } = ground;
  const url =
    ingestPath === undefined
      ? null
      : `${connection.host}${ingestPath.replace('{table}', encodeURIComponent(table.name))}`;
  const most = maxRows ?? load.rowsPerBatch;
  const sizes = [...new Set([...SIZES.filter((size) => size <= most), load.rowsPerBatch])].sort(
    (a, b) => a - b,
  );
  const first = table.columns
    .slice(0, 2)
    .map(({ name }) => `"${name}": …`)
    .join(', ');
  return (
    <Panel
      title="Request"
      note="The token is added by our server; it is never in this page."
      {...(url === null ? {} : { actions: <CopyButton text={url} label="Copy the URL" /> })}
    >
      <div className="flex flex-col gap-4">
        <p className="font-mono text-[0.8125rem] break-all">
          <span className="font-semibold">POST</span> {url ?? '…'}
        </p>
        <Disclosure title="What is in it">
          <pre
            tabIndex={0}
            aria-label="Shape of the request"
            className="overflow-x-auto rounded-lg bg-sunken p-3 font-mono text-xs"
          >
            {`{
  "solutionName": "${solution.solutionName}",
  "operationType": "${load.operation}",
  "dryRun": false,
  "data": [ { ${first}, … }, … ]
}`}
          </pre>
        </Disclosure>
        <Select
          label="Rows in one batch"
          className="w-60"
          hint={`500 is the checklist’s figure${maxRows === undefined ? '' : `; this server allows up to ${formatCount(maxRows)}`}. A batch is also cut before it reaches 1 MB.`}
          value={String(load.rowsPerBatch)}
          options={sizes.map((size) => ({ value: String(size), text: counted(size, 'row') }))}
          onChange={(value) => onRows(Number(value))}
        />
      </div>
    </Panel>
  );
}
