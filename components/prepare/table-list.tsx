'use client';

import { KeyRound } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { counted } from '@/components/messages/format';
import { Badge } from '@/components/ui/badge';
import type { TableSpec } from '@/lib/peak/model';

/** Every table with what one needs to choose among them. One tab stop, arrows inside. */
export function TableList({
  tables,
  selected,
  onSelect,
}: {
  readonly tables: readonly TableSpec[];
  readonly selected: string;
  readonly onSelect: (table: string) => void;
}) {
  return (
    <ListBox
      aria-label="Tables of the solution"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onSelect(String(key));
      }}
      className="flex max-h-96 flex-col gap-0.5 overflow-y-auto rounded-card border border-line bg-surface p-1.5 shadow-card outline-none lg:max-h-[46rem]"
    >
      {tables.map((table) => (
        <ListBoxItem
          key={table.name}
          id={table.name}
          textValue={table.name}
          className="cursor-pointer rounded-lg px-3 py-2 outline-none hover:bg-sunken data-[focus-visible]:outline-2 data-[focus-visible]:-outline-offset-2 data-[selected]:bg-accent-soft"
        >
          <span className="block font-mono text-[0.8125rem] font-semibold break-all">{table.name}</span>
          <span className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2">
            {table.requiredBySolution === true ? <Badge tone="accent">Required</Badge> : null}
            {table.requiredBySolution === false ? <span>Optional</span> : null}
            <span>{counted(table.columns.length, 'column')}</span>
            <span className="inline-flex items-center gap-1">
              <KeyRound aria-hidden className="size-3" />
              {table.primaryKey.length === 0 ? 'no key' : `key of ${table.primaryKey.length}`}
            </span>
          </span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
