'use client';

import { useState } from 'react';
import type { Ground } from '@/components/load-frame/ground';
import { hasSent, withMapping } from '@/components/load-frame/load-change';
import { unseenGuesses } from '@/components/load-frame/steps';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { counted } from '@/components/messages/format';
import type { FileHead } from '@/lib/files/model';
import type { ColumnSource } from '@/lib/mapping/model';
import { mappingProblems } from '@/lib/mapping/problems';
import type { ColumnSpec } from '@/lib/peak/model';
import { ColumnRow } from './column-row';
import { ColumnsBar } from './columns-bar';
import { Leftover } from './leftover';

/** Target first: the question is what the table lacks, not what the file has. */
export function ColumnsTable({ ground, head }: { readonly ground: Ground; readonly head: FileHead }) {
  const { load, table, described } = ground;
  const { updateLoad } = useWorkspaceActions();
  const [changing, setChanging] = useState(false);
  const problems = mappingProblems(table, load.mapping, head.header);
  const guesses = unseenGuesses(load);
  const sources = new Map(load.mapping.map(({ column, source }) => [column, source]));
  const shown = described.find(({ name }) => name === table.name) ?? table;
  const isKey = (column: ColumnSpec) => table.primaryKey.includes(column.name);
  const wanted = shown.columns.filter((column) => column.required || isKey(column));
  const optional = shown.columns.filter((column) => !wanted.includes(column));
  const fed = load.mapping.filter(({ source }) => source.kind === 'file');
  const without = (kind: ColumnSource['kind']) =>
    load.mapping.flatMap(({ column, source }) => (source.kind === kind ? [column] : []));
  const asNull = without('null');
  const leftOut = without('omit');
  const isBy = (...ways: string[]) =>
    problems.length === 0 && fed.every(({ source }) => source.kind === 'file' && ways.includes(source.by));
  const allExact = isBy('exact');
  const allSure = isBy('exact', 'saved');

  const choose = (changes: ReadonlyMap<string, ColumnSource>) =>
    updateLoad(load.id, (before) =>
      withMapping(
        before.mapping.map((entry) => ({ ...entry, source: changes.get(entry.column) ?? entry.source })),
      )(before),
    );
  const confirm = (columns: readonly string[]) => {
    const confirmed = new Map<string, ColumnSource>();
    for (const column of columns) {
      const source = sources.get(column);
      if (source?.kind === 'file') confirmed.set(column, { ...source, by: 'user' });
    }
    void choose(confirmed);
  };
  const rows = (columns: readonly ColumnSpec[]) => (
    <ul className="divide-y divide-line">
      {columns.map((column) => (
        <ColumnRow
          key={column.name}
          column={column}
          isKey={isKey(column)}
          source={sources.get(column.name) ?? { kind: 'omit' }}
          problems={problems.filter((problem) => problem.column === column.name)}
          head={head}
          mapping={load.mapping}
          readOnly={hasSent(load)}
          onChoose={(source) => void choose(new Map([[column.name, source]]))}
          onConfirm={() => confirm([column.name])}
        />
      ))}
    </ul>
  );

  return (
    <>
      <ColumnsBar
        ground={ground}
        fed={fed.length}
        guesses={guesses}
        problems={problems}
        onConfirmAll={() => confirm(guesses)}
      />
      {allSure && !changing ? (
        <Callout
          tone="good"
          title={`${allExact ? 'All matched by name' : 'Matched as you did for such a file before'}: ${counted(fed.length, 'column')} of the file`}
          actions={
            <Button size="sm" onPress={() => setChanging(true)}>
              Change
            </Button>
          }
        >
          Nothing was guessed.
          {asNull.length === 0 ? '' : ` Sent as null in every row: ${asNull.join(', ')}.`}
          {leftOut.length === 0 ? '' : ` Left out: ${leftOut.join(', ')}.`}
        </Callout>
      ) : (
        <>
          <Panel title="Required" note={counted(wanted.length, 'column')} flush>
            {rows(wanted)}
          </Panel>
          {optional.length === 0 ? null : (
            <Panel title="Optional" note={counted(optional.length, 'column')} flush>
              {rows(optional)}
            </Panel>
          )}
        </>
      )}
      <Leftover table={table} head={head} mapping={load.mapping} repairs={load.repairs} />
    </>
  );
}
