'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo, useState } from 'react';
import { findingAdvice, ROW_STATE_WORDS, isOfColumn } from '@/components/messages/findings';
import { formatCount } from '@/components/messages/format';
import { useRowOf } from '@/components/load-frame/row-names';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Select, type Option } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { RowFilter } from '@/lib/intake/protocol';
import type { TableSpec } from '@/lib/peak/model';
import { ROW_STATES, type FindingGroup } from '@/lib/validation/model';
import { LastSought } from './last-sought';
import type { RowsView } from './rows-view';
import { useRowsPart } from './use-rows-part';

const keyOf = (filter: RowFilter): string => {
  if (filter.kind === 'state') return `state ${filter.state}`;
  if (filter.kind === 'column') return `column ${filter.column}`;
  if (filter.kind === 'copies') return `copies ${filter.row}`;
  return filter.kind === 'finding' ? `finding ${filter.code} ${filter.column ?? ''}` : filter.kind;
};

interface NamedFilter {
  readonly filter: RowFilter;
  readonly option: Omit<Option, 'value'>;
}

function filtersOf(
  groups: readonly FindingGroup[],
  table: TableSpec,
  present: RowFilter,
): readonly NamedFilter[] {
  const shown = groups.filter(({ code }) => !isOfColumn(code));
  const columns = new Set(shown.flatMap(({ column }) => (column === null ? [] : [column])));
  const repeated = groups.some(({ code }) => code.startsWith('key-duplicate'));
  return [
    { filter: { kind: 'all' }, option: { text: 'All rows' } },
    ...(present.kind === 'found'
      ? [{ filter: { kind: 'found' } as const, option: { text: 'What the search found' } }]
      : []),
    ...(present.kind === 'copies' ? [{ filter: present, option: { text: 'Rows of this one key' } }] : []),
    ...ROW_STATES.map((state) => ({
      filter: { kind: 'state', state } as const,
      option: { text: ROW_STATE_WORDS[state].label, note: ROW_STATE_WORDS[state].meaning },
    })),
    { filter: { kind: 'edited' }, option: { text: 'Edited by you' } },
    ...(repeated
      ? [{ filter: { kind: 'repeated' } as const, option: { text: 'Rows of the same key' } }]
      : []),
    ...shown.map(({ code, column, count }) => ({
      filter: { kind: 'finding', code, column } as const,
      option: {
        text: `${column === null ? '' : `${column}: `}${
          findingAdvice(
            code,
            table.columns.find(({ name }) => name === column),
          ).what
        }`,
        note: formatCount(count),
      },
    })),
    ...[...columns].map((column) => ({
      filter: { kind: 'column', column } as const,
      option: { text: `${column}: any finding` },
    })),
  ];
}

/** Filter, go to a row, from finding to finding. */
export const RowsTools = memo(function RowsTools({
  view,
  groups,
  table,
  unsent,
  onUnsent,
}: {
  readonly view: RowsView;
  readonly groups: readonly FindingGroup[];
  readonly table: TableSpec;
  readonly unsent: boolean;
  readonly onUnsent: (unsent: boolean) => void;
}) {
  const [wanted, setWanted] = useState('');
  const [unknown, setUnknown] = useState('');
  const filter = useRowsPart(view, (state) => state.wanted);
  const filters = filtersOf(groups, table, filter);
  const { rowOf, example } = useRowOf();
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3 border-b border-line px-5 py-3">
      <Select
        label="Show"
        className="w-72 max-w-full"
        value={keyOf(filter)}
        options={filters.map(({ filter: each, option }) => ({ value: keyOf(each), ...option }))}
        onChange={(key) => {
          const next = filters.find(({ filter: each }) => keyOf(each) === key);
          if (next !== undefined) view.show(next.filter);
        }}
      />
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const row = rowOf(wanted, view.state.row?.row);
          setUnknown(row === null && wanted.trim() !== '' ? wanted.trim() : '');
          if (row !== null) view.goTo(row);
        }}
      >
        <TextField
          label="Go to row"
          className="w-40"
          {...(example === '' ? { inputMode: 'numeric' as const } : { placeholder: example })}
          value={wanted}
          onChange={setWanted}
          error={unknown === '' ? undefined : `No row goes by “${unknown}”.`}
          after={<Button type="submit">Go</Button>}
        />
      </form>
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => view.toFinding(-1, groups)}>
          <ChevronUp aria-hidden />
          Previous finding
        </Button>
        <Button onPress={() => view.toFinding(1, groups)}>
          <ChevronDown aria-hidden />
          Next finding
        </Button>
      </div>
      <Checkbox isSelected={unsent} onChange={onUnsent} className="pb-2 text-sm">
        Also columns that are not sent
      </Checkbox>
      <LastSought view={view} />
    </div>
  );
});
