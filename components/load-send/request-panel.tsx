'use client';

import type { Ground } from '@/components/load-frame/ground';
import { CopyButton } from '@/components/ui/copy-button';
import { Disclosure } from '@/components/ui/disclosure';
import { Panel } from '@/components/ui/panel';

/** Where the rows go, and in which shape. */
export function RequestPanel({
  ground,
  ingestPath,
}: {
  readonly ground: Ground;
  /** Undefined while the session is read. */
  readonly ingestPath: string | undefined;
}) {
  const { load, table, connection, solution } = ground;
  const url =
    ingestPath === undefined
      ? null
      : `${connection.host}${ingestPath.replace('{table}', encodeURIComponent(table.name))}`;
  const first = table.columns
    .slice(0, 2)
    .map(({ name }) => `"${name}": …`)
    .join(', ');
  return (
    <Panel
      title="Request details"
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
      </div>
    </Panel>
  );
}
