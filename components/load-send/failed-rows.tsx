'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNote } from '@/components/intake/failure-note';
import { useDesk } from '@/components/intake/intake-provider';
import { headingOf } from '@/components/messages/files';
import { counted, formatCount } from '@/components/messages/format';
import { REJECTION_WORDS } from '@/components/messages/rejections';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { Panel } from '@/components/ui/panel';
import type { TableSpec } from '@/lib/peak/model';
import { rejectionKind } from '@/lib/submission/rejection-kind';
import { useRowName } from '@/components/load-frame/row-names';
import type { Load } from '@/lib/workspace/model';
import { FailedDownloads, RepairFailed } from './failed-actions';

const PAGE = 25;

/** Rows that failed: Peak's code and words, what they mean, the user's own cells; with `table`, ways to repair them. */
export function FailedRows({ load, table }: { readonly load: Load; readonly table?: TableSpec }) {
  const desk = useDesk();
  const nameOf = useRowName();
  const [from, setFrom] = useState(0);
  const rejected = (load.account?.rejected ?? 0) + (load.account?.laterFailed ?? 0);
  const { data, error } = useQuery({
    queryKey: ['intake-rejected', load.id, load.changedAt, from],
    queryFn: () => desk.call('rejectedRows', { loadId: load.id, from, count: PAGE }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  });
  const header = load.source?.header ?? [];
  const total = data?.total ?? rejected;
  return (
    <Panel
      title="Failed rows"
      note={`${counted(rejected, 'row')}${total < rejected ? `, ${formatCount(total)} of them named by Peak` : ''}`}
      actions={<FailedDownloads load={load} />}
      flush
    >
      {error === null ? null : (
        <div className="p-5">
          <FailureNote error={error} />
        </div>
      )}
      {data === undefined ? null : (
        <DataTable
          caption={`Rejected rows of ${load.table}`}
          rows={data.rows}
          rowKey={({ row }) => String(row)}
          empty="Peak did not say which rows it rejected."
          columns={[
            { key: 'row', head: 'Row', align: 'right', cell: ({ row }) => nameOf(row) },
            {
              key: 'code',
              head: 'Peak’s code',
              mono: true,
              cell: ({ errors }) => errors.map(({ code }) => code).join(', '),
            },
            {
              key: 'message',
              head: 'Peak’s message',
              cell: ({ errors }) => (
                <span className="block min-w-60">{errors.map(({ message }) => message).join('; ')}</span>
              ),
            },
            {
              key: 'meaning',
              head: 'What it means',
              cell: ({ errors }) => (
                <span className="block min-w-72 text-ink-2">
                  {[...new Set(errors.map(rejectionKind))].map((kind) => REJECTION_WORDS[kind]).join(' ')}
                </span>
              ),
            },
            ...header.map((_, position) => ({
              key: `cell-${position}`,
              head: headingOf(header, position),
              mono: true,
              cell: ({ cells }: { readonly cells: readonly string[] }) => (
                <span className="block max-w-60 truncate">{cells[position] ?? ''}</span>
              ),
            })),
          ]}
        />
      )}
      {total <= PAGE ? null : (
        <div className="flex flex-wrap items-center gap-3 border-t border-line px-5 py-2.5 text-sm">
          <span role="status">
            {formatCount(from + 1)} to {formatCount(Math.min(from + PAGE, total))} of {formatCount(total)}
          </span>
          <Button size="sm" isDisabled={from === 0} onPress={() => setFrom(from - PAGE)}>
            Earlier rows
          </Button>
          <Button size="sm" isDisabled={from + PAGE >= total} onPress={() => setFrom(from + PAGE)}>
            Later rows
          </Button>
        </div>
      )}
      {table === undefined || total === 0 ? null : <RepairFailed load={load} table={table} />}
    </Panel>
  );
}
