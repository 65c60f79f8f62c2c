'use client';

import { useQueries } from '@tanstack/react-query';
import { useDesk, useDeskPart } from '@/components/intake/intake-provider';
import { formatCount } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import { useRowName } from '@/components/load-frame/row-names';
import type { RowFilter } from '@/lib/intake/protocol';
import type { TableSpec } from '@/lib/peak/model';
import type { DuplicateSummary } from '@/lib/validation/model';
import { differences } from './copy-differences';

/** Rows of one key side by side, only the columns in which they differ. */
export function DuplicateExamples({
  loadId,
  table,
  examples,
  isChecked,
  headerRow,
  onShow,
}: {
  readonly loadId: string;
  readonly table: TableSpec;
  readonly examples: DuplicateSummary['examples'];
  readonly isChecked: boolean;
  readonly headerRow: number;
  readonly onShow: (filter: RowFilter, row?: number) => void;
}) {
  const desk = useDesk();
  const nameOf = useRowName();
  const version = useDeskPart(loadId, (state) => state.version);
  const numbers = [...new Set(examples.flatMap(({ rows }) => rows))];
  const rows = useQueries({
    queries: numbers.map((row) => ({
      queryKey: ['intake-row', loadId, version, row],
      enabled: isChecked,
      staleTime: Infinity,
      gcTime: 30_000,
      retry: false,
      queryFn: async () => {
        // Under the filter "all" a row stands at its own number, counted from the first row after the header.
        const from = row - headerRow - 1;
        return (await desk.call('rows', { loadId, filter: { kind: 'all' }, from, count: 1 })).rows[0] ?? null;
      },
    })),
    combine: (results) => new Map(results.flatMap(({ data }) => (data ? [[data.row, data] as const] : []))),
  });
  return (
    <ul className="flex flex-col divide-y divide-line">
      {examples.map(({ key, rows: pair, copies = pair.length }) => (
        <li key={pair.join('-')} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-2 text-sm">
          <span className="font-mono text-[0.8125rem] break-all">{key.join(' · ')}</span>
          <span className="text-ink-3">
            rows {pair.map(nameOf).join(pair.length === 2 ? ' and ' : ', ')}
            {copies > pair.length ? ` and ${formatCount(copies - pair.length)} more` : ''}
          </span>
          <span className="min-w-0 flex-1 basis-64">
            {differences(
              table,
              pair.map((row) => rows.get(row)),
            ).map(({ column, values, note }) => (
              <span key={column} className="block break-words">
                {column}:{' '}
                <span className="font-mono text-[0.8125rem] whitespace-pre-wrap">{values.join(' / ')}</span>
                {note === undefined ? null : ` (${note})`}
              </span>
            ))}
          </span>
          {pair[0] === undefined ? null : (
            <Button size="sm" look="quiet" onPress={() => onShow({ kind: 'all' }, pair[0] ?? 0)}>
              Show row {nameOf(pair[0])}
            </Button>
          )}
          {pair[0] === undefined ? null : (
            <Button
              size="sm"
              look="quiet"
              aria-label={`Show all ${formatCount(copies)} rows of ${key.join(', ')}`}
              onPress={() => onShow({ kind: 'copies', row: pair[0] ?? 0 })}
            >
              Show all {formatCount(copies)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
