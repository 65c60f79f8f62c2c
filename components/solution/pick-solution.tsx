'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Waiting } from '@/components/connect/waiting';
import { WorkspaceTrouble } from '@/components/connect/workspace-trouble';
import { counted } from '@/components/messages/format';
import { schemaQuery, sessionQuery } from '@/components/queries/gateway';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import type { Connection } from '@/lib/gateway/contract';
import type { Solution } from '@/lib/peak/model';
import { findStandardSchema, standardSchemas } from '@/lib/peak/models/standard-schemas';
import type { Workspace } from '@/lib/workspace/model';
import { ChooseButton } from './choose-button';
import { useChooseSolution, useConsequence } from './choose';
import { pickedDetails } from './details';
import { NamePreview } from './name-preview';
import { schemaKey, schemaOptions } from './standard-options';

/** A solution from the tenant's list: nothing to enter, its tables are read and shown. */
export function PickSolution({
  workspace,
  connection,
  listed,
}: {
  readonly workspace: Workspace;
  readonly connection: Connection;
  readonly listed: Solution;
}) {
  const session = useQuery(sessionQuery());
  const schema = useQuery(schemaQuery(connection.id, listed.solutionName));
  const consequence = useConsequence(workspace, listed.solutionName);
  const choose = useChooseSolution(workspace, connection);
  const known = workspace.solution?.solutionName === listed.solutionName ? workspace.solution : undefined;
  const [standard, setStandard] = useState(known === undefined ? '' : schemaKey(known));
  const tables = schema.data?.schema.tables ?? [];
  const app = standardSchemas.find((each) => schemaKey(each) === standard) ?? { appName: '', appVersion: '' };
  const isTold = listed.appName !== undefined && listed.appVersion !== undefined;
  const toldTitle = isTold
    ? findStandardSchema(listed.appName ?? '', listed.appVersion ?? '')?.title
    : undefined;
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <Panel
        title={listed.solutionName}
        note={
          schema.data === undefined
            ? 'Rolled out in your tenant.'
            : `Rolled out in your tenant with ${counted(tables.length, 'table')}.`
        }
      >
        <div className="flex flex-col gap-5">
          {schema.error !== null ? (
            <WorkspaceTrouble
              workspace={workspace}
              error={schema.error}
              onRetry={() => void schema.refetch()}
            />
          ) : schema.data === undefined ? (
            <Waiting label="Reading the tables of the solution" />
          ) : (
            <ul
              aria-label="Tables"
              className="grid gap-x-6 gap-y-1 font-mono text-[0.8125rem] sm:grid-cols-2"
            >
              {tables.map((table) => (
                <li key={table.name} className="break-all">
                  {table.name}
                </li>
              ))}
            </ul>
          )}
          {isTold ? (
            <p className="text-sm text-ink-2">
              Standard schema {toldTitle ?? ''} <span className="font-mono">{listed.appName}</span>, version{' '}
              <span className="font-mono">{listed.appVersion}</span>.
            </p>
          ) : (
            <Select
              label="Standard schema it was made from (optional)"
              hint="Peak’s list does not tell. It ticks one item of the checklist; checks always come from the live tables."
              options={schemaOptions('Not known')}
              value={standard}
              onChange={setStandard}
            />
          )}
          <ChooseButton
            consequence={consequence}
            solutionName={listed.solutionName}
            label={`Go on with ${listed.solutionName}`}
            onPress={() => choose(pickedDetails(listed, app), consequence)}
          />
        </div>
      </Panel>
      <NamePreview
        prefix={listed.prefix}
        suffix={listed.suffix}
        targetSchemaName={listed.targetSchemaName}
        objectName={tables[0]?.objectName ?? 'TABLE'}
        isExample={tables[0] === undefined}
        host={connection.host}
        ingestPath={session.data?.ingestPath ?? '/…/{table}'}
      />
    </div>
  );
}
