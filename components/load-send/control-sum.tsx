'use client';

import { useState } from 'react';
import { FailureNote } from '@/components/intake/failure-note';
import { useDesk } from '@/components/intake/intake-provider';
import type { Ground } from '@/components/load-frame/ground';
import { counted } from '@/components/messages/format';
import { unsureRows } from '@/components/messages/undo';
import { useAttempts, useWorkspaceActions } from '@/components/queries/workspace';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { CallGive } from '@/lib/intake/protocol';
import { partsOf } from './parts-of';
import { SqlBox } from './sql-box';

const NUMERIC: ReadonlySet<string> = new Set(['integer', 'float', 'numeric']);

/** The exact sum of a column over what was accepted, and the query that gives the warehouse's. */
export function ControlSum({ ground }: { readonly ground: Ground }) {
  const { load, solution, table } = ground;
  const desk = useDesk();
  const attempts = useAttempts(load).data ?? [];
  const { updateLoad } = useWorkspaceActions();
  const spec = load.plan?.frozenFor ?? table;
  const columns = spec.columns.filter(({ type }) => NUMERIC.has(type)).map(({ name }) => name);
  const [column, setColumn] = useState(load.controlSum?.column ?? columns[0] ?? '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [found, setFound] = useState<(CallGive<'controlSum'> & { readonly column: string }) | null>(null);
  if (columns.length === 0)
    return <p className="text-sm text-ink-2">This table has no numeric column to add up.</p>;
  const add = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const sums = await desk.call('controlSum', {
        loadId: load.id,
        parts: partsOf(load, attempts, table),
        schemaName: solution.targetSchemaName,
        column,
      });
      setFound({ ...sums, column });
      const { sum, rows } = sums;
      await updateLoad(load.id, (before) => ({
        ...before,
        controlSum: { column, sum, rows, at: Date.now() },
      }));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-ink-2">
        Adds a column up over the rows that Peak accepted, digit by digit, and keeps the sum for the receipt.
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label="Column"
          className="w-60"
          value={column}
          options={columns.map((name) => ({ value: name, text: name }))}
          onChange={setColumn}
        />
        <Button pending={busy} onPress={() => void add()}>
          Add it up
        </Button>
      </div>
      {failure === null ? null : <FailureNote error={failure} />}
      {found === null ? null : (
        <>
          <p role="status" className="text-sm">
            Sum of <span className="font-mono">{found.column}</span> over{' '}
            {counted(found.rows, 'accepted row')}: <strong className="tabular">{found.sum}</strong>
            {found.empty > 0 ? ` (${counted(found.empty, 'row has', 'rows have')} no value)` : ''}.{' '}
            {found.unsure.rows > 0
              ? `Not in it: ${found.unsure.sum} of ${unsureRows(found.unsure.rows)}`
              : ''}
          </p>
          <SqlBox label="Count and sum of the whole table" text={found.whole} />
          <p className="text-sm text-ink-2">
            Where the table holds more than this load, run the SQL of “Undo this load there” up to its first
            SELECT, then:
          </p>
          <SqlBox label="Count and sum of this load’s rows" text={found.ofLoad} />
        </>
      )}
    </div>
  );
}
