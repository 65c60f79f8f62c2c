import { KeyRound } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import type { ColumnSpec, TableSpec } from '@/lib/peak/model';
import { formText, typeText } from './templates';

/** The columns of a table with every rule the schema states. */
export function ColumnTable({ table }: { readonly table: TableSpec }) {
  return (
    <DataTable<ColumnSpec>
      caption={`Columns of ${table.name}`}
      rows={table.columns}
      rowKey={(column) => column.name}
      columns={[
        {
          key: 'name',
          head: 'Column',
          cell: (column) => (
            <>
              <span className="inline-flex items-center gap-1.5 font-mono text-[0.8125rem] font-semibold">
                {column.name}
                {table.primaryKey.includes(column.name) ? (
                  <>
                    <KeyRound aria-hidden className="size-3.5 shrink-0 text-accent" />
                    <span className="sr-only">, part of the primary key</span>
                  </>
                ) : null}
              </span>
              <Note text={notesOf(column)} />
            </>
          ),
        },
        {
          key: 'type',
          head: 'Type and format',
          cell: (column) => (
            <>
              <span className="block font-mono text-[0.8125rem]">{typeText(column)}</span>
              <span className="block font-mono text-xs text-ink-2">{formText(column)}</span>
              {column.rawType.toLowerCase() === column.type ? null : (
                <span className="block text-xs text-ink-3">in the schema: {column.rawType}</span>
              )}
            </>
          ),
        },
        {
          key: 'required',
          head: 'In every row',
          cell: (column) => (column.required ? <Badge tone="accent">Required</Badge> : 'Optional'),
        },
        {
          key: 'null',
          head: 'Null',
          cell: (column) => (column.nullable ? 'Allowed' : <Badge tone="warn">Not allowed</Badge>),
        },
      ]}
    />
  );
}

function Note({ text }: { readonly text: string }) {
  return text === '' ? null : (
    <span className="mt-0.5 block max-w-sm min-w-44 text-xs text-ink-2">{text}</span>
  );
}

function notesOf(column: ColumnSpec): string {
  return [
    column.description,
    column.defaultValue === undefined ? undefined : `Default: ${column.defaultValue}.`,
    column.unchecked.length === 0 ? undefined : `Not checked here: ${column.unchecked.join(', ')}.`,
  ]
    .filter((note) => note !== undefined)
    .join(' ');
}
