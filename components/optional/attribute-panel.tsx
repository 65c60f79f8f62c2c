'use client';

import { useState } from 'react';
import type { Ready } from '@/components/connect/workspace-gate';
import { WorkspaceTrouble } from '@/components/connect/workspace-trouble';
import { useAddAttribute } from '@/components/queries/gateway';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { Panel } from '@/components/ui/panel';
import type { TableSpec } from '@/lib/peak/model';
import { AttributeConfirm } from './attribute-confirm';
import { attributeOf, type AttributeFields } from './attribute-fields';
import { AttributeForm } from './attribute-form';
import { AttributeSeen } from './attribute-seen';

/** A column of one's own beside those of the standard schema, and the proof that it is there. */
export function AttributePanel({
  ready: { workspace, connection, solution },
  tables,
  isReading,
  onRead,
}: {
  readonly ready: Ready;
  readonly tables: readonly TableSpec[];
  readonly isReading: boolean;
  /** Reads the live schema again. */
  readonly onRead: () => void;
}) {
  const add = useAddAttribute(connection.id);
  const { recordFacts } = useWorkspaceActions();
  const [asked, setAsked] = useState<AttributeFields | null>(null);
  const [storeTrouble, setStoreTrouble] = useState<unknown>(null);
  const [formRun, setFormRun] = useState(0);
  const send = (fields: AttributeFields) => {
    const objectName = tables.find((table) => table.name === fields.table)?.objectName ?? fields.table;
    add.mutate(
      { table: objectName, body: attributeOf(solution.solutionName, fields) },
      {
        onSuccess: () => {
          setAsked(null);
          setFormRun((run) => run + 1);
          recordFacts(workspace.id, {
            attributeAdded: { at: Date.now(), table: fields.table, column: fields.columnName },
          }).catch(setStoreTrouble);
        },
      },
    );
  };
  const added = workspace.facts.attributeAdded;
  return (
    <Panel
      title="Add a column of your own"
      note="For facts the standard schema has no place for, such as a supplier code."
    >
      <div className="flex flex-col gap-5">
        <ul className="grid gap-x-8 gap-y-3 text-sm text-ink-2 md:grid-cols-2 [&>li]:border-l-2 [&>li]:border-line [&>li]:pl-3">
          <li>The warehouse table gets the column at once; rows already stored hold null in it.</li>
          <li>The live schema changes: mappings, checks and plans made before are asked for again.</li>
          <li>There is no way back from here: taking a column away is up to Peak’s staff.</li>
          <li>A required column must be in every file from then on, old templates included.</li>
        </ul>
        {added === undefined ? null : (
          <AttributeSeen added={added} tables={tables} isReading={isReading} onRead={onRead} />
        )}
        {storeTrouble === null ? null : (
          <WorkspaceTrouble
            workspace={workspace}
            error={storeTrouble}
            onRetry={() => setStoreTrouble(null)}
          />
        )}
        <AttributeForm key={formRun} tables={tables} onAsk={setAsked} />
      </div>
      {asked === null ? null : (
        <AttributeConfirm
          fields={asked}
          connection={connection}
          pending={add.isPending}
          trouble={
            add.error === null ? null : (
              <WorkspaceTrouble workspace={workspace} error={add.error} onRetry={() => send(asked)} />
            )
          }
          onYes={() => send(asked)}
          onClose={() => {
            add.reset();
            setAsked(null);
          }}
        />
      )}
    </Panel>
  );
}
