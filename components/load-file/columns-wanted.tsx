import { KeyRound } from 'lucide-react';
import { typeWords } from '@/components/messages/mapping';
import { counted } from '@/components/messages/format';
import { Disclosure } from '@/components/ui/disclosure';
import { Panel } from '@/components/ui/panel';
import type { ColumnSpec, TableSpec } from '@/lib/peak/model';

/** What the table wants, beside the drop area, before anything is dropped. */
export function ColumnsWanted({ table }: { readonly table: TableSpec }) {
  const isKey = (column: ColumnSpec) => table.primaryKey.includes(column.name);
  const wanted = table.columns.filter((column) => column.required || isKey(column));
  const optional = table.columns.filter((column) => !wanted.includes(column));
  return (
    <Panel title="What this table takes" note="Headings need not match; you assign them on the next step.">
      <h3 className="text-sm font-medium">{counted(wanted.length, 'required column')}</h3>
      <List columns={wanted} isKey={isKey} />
      {optional.length === 0 ? null : (
        <Disclosure
          title={counted(optional.length, 'optional column')}
          open={optional.length <= 12}
          className="mt-4"
        >
          <List columns={optional} isKey={isKey} />
        </Disclosure>
      )}
    </Panel>
  );
}

function List({
  columns,
  isKey,
}: {
  readonly columns: readonly ColumnSpec[];
  readonly isKey: (column: ColumnSpec) => boolean;
}) {
  return (
    <ul className="mt-1 divide-y divide-line">
      {columns.map((column) => (
        <li key={column.name} className="py-1.5 text-sm">
          <span className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-mono text-[0.8125rem] font-medium break-all">{column.name}</span>
            {isKey(column) ? (
              <span className="inline-flex items-center gap-1 text-xs text-ink-3">
                <KeyRound aria-hidden className="size-3" />
                key
              </span>
            ) : null}
            <span className="text-ink-3">
              {typeWords(column)}
              {column.nullable ? '' : ', not empty'}
            </span>
          </span>
          {column.description === undefined ? null : (
            <span className="block text-ink-3">{column.description}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
