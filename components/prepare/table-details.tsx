'use client';

import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { saveFile } from '@/components/intake/save-file';
import { OPERATION_REASON } from '@/components/messages/prepare';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { recommendedOperation, type TableSpec } from '@/lib/peak/model';
import { ColumnTable } from './column-table';
import type { Relatives } from './relations';
import { fieldGuide, headerTemplate, type Download as File } from './templates';

export const saveCsv = ({ name, text }: File) =>
  saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), name);

/** One table: rules, key, references, how to send it, and files to fill in. */
export function TableDetails({
  table,
  relatives,
  shortName,
  onSelect,
}: {
  readonly table: TableSpec;
  readonly relatives: Relatives;
  /** A table's name without prefix and suffix. */
  readonly shortName: (table: string) => string;
  readonly onSelect: (table: string) => void;
}) {
  const { operation, reason } = recommendedOperation(table);
  return (
    <Panel
      flush
      title={table.name}
      note={
        table.requiredBySolution === undefined
          ? undefined
          : table.requiredBySolution
            ? 'The solution needs rows in this table.'
            : 'The solution works without rows in this table.'
      }
      actions={
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onPress={() => saveCsv(headerTemplate(table))}>
            <Download aria-hidden />
            Header template
          </Button>
          <Button size="sm" onPress={() => saveCsv(fieldGuide(table.name, [table]))}>
            <Download aria-hidden />
            Field guide
          </Button>
        </div>
      }
    >
      <dl className="grid gap-x-8 gap-y-4 border-b border-line p-5 md:grid-cols-2">
        <Fact term="Primary key">
          {table.primaryKey.length === 0 ? (
            'None in the schema'
          ) : (
            <span className="font-mono text-[0.8125rem] font-medium break-words">
              {table.primaryKey.join(' + ')}
            </span>
          )}
        </Fact>
        <Fact term="Send with">
          <Badge tone="accent">{operation}</Badge>
          <span className="mt-1 block text-sm text-ink-2">{OPERATION_REASON[reason]}</span>
        </Fact>
        <Fact term="Refers to">
          {table.foreignKeys.length === 0 ? 'No other table' : null}
          <ul className="flex flex-col gap-1">
            {table.foreignKeys.map((key) => (
              <li
                key={`${key.columns.join()} ${key.table}`}
                className="font-mono text-[0.8125rem] break-words"
              >
                {key.columns.join(', ')} → {key.table} ({key.references.join(', ')})
              </li>
            ))}
          </ul>
        </Fact>
        <Fact term="Referred to by">
          {relatives.children.length === 0 ? (
            'No other table'
          ) : (
            <span className="flex flex-wrap gap-1.5">
              {relatives.children.map((child) => (
                <Button
                  key={child}
                  size="sm"
                  aria-label={child}
                  className="h-7 px-2 font-mono text-xs"
                  onPress={() => onSelect(child)}
                >
                  {shortName(child)}
                </Button>
              ))}
            </span>
          )}
        </Fact>
        {table.uniqueKeys.length === 0 ? null : (
          <Fact term="Unique beside the key">
            <span className="font-mono text-[0.8125rem]">
              {table.uniqueKeys.map((key) => key.join(' + ')).join('; ')}
            </span>
          </Fact>
        )}
      </dl>
      {table.incomplete === true ? (
        <Callout tone="warn" title="More columns may come" className="m-5 mb-0">
          The public text of this data model breaks off, so columns after the last one shown are not known.
          After the rollout the live schema shows all of them.
        </Callout>
      ) : null}
      <ColumnTable table={table} />
    </Panel>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-3">{term}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
