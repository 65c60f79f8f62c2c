import { formatCount, formatShare } from '@/components/messages/format';
import { DataTable, type DataColumn } from '@/components/ui/data-table';
import { Panel } from '@/components/ui/panel';
import { Stat } from '@/components/ui/stat';
import type { Load } from '@/lib/workspace/model';
import { balanceOf } from './balance';
import { BalanceNote } from './balance-note';
import { tallyOf, type Tally } from './tally';

interface Line extends Tally {
  readonly table: string;
  readonly loads: number;
}

const share = (rate: number | null): string => (rate === null ? 'no answer yet' : formatShare(rate));

const number = (key: string, head: string, value: (line: Line) => number): DataColumn<Line> => ({
  key,
  head,
  align: 'right',
  cell: (line) => formatCount(value(line)),
});

const COLUMNS: readonly DataColumn<Line>[] = [
  { key: 'table', head: 'Table', mono: true, cell: ({ table }) => table },
  number('loads', 'Loads', (line) => line.loads),
  number('sent', 'Sent', (line) => line.sent),
  number('accepted', 'Accepted', (line) => line.accepted),
  number('rejected', 'Rejected', (line) => line.rejected),
  number('later', 'Failed later', (line) => line.laterFailed),
  number('doubt', 'In doubt', (line) => line.inDoubt),
  number('waiting', 'Waiting', (line) => line.waiting),
  { key: 'rate', head: 'Pass rate', align: 'right', cell: ({ passRate }) => share(passRate) },
];

/** In total, then table by table. */
export function TotalsPanel({ total, loads }: { readonly total: Tally; readonly loads: readonly Load[] }) {
  const tables = [...new Set(loads.map(({ table }) => table))].sort();
  const lines = tables.map((table): Line => {
    const own = loads.filter((load) => load.table === table);
    return { table, loads: own.length, ...tallyOf(own) };
  });
  return (
    <Panel title="Rows" flush>
      <div className="p-5 pb-0">
        <BalanceNote balance={balanceOf(loads)} loads={loads.length} />
      </div>
      <dl className="grid grid-cols-2 gap-4 p-5 sm:grid-cols-6">
        <Stat label="sent" value={formatCount(total.sent)} />
        <Stat label="accepted" value={formatCount(total.accepted)} tone="good" />
        <Stat
          label="rejected"
          value={formatCount(total.rejected)}
          tone={total.rejected > 0 ? 'bad' : 'neutral'}
        />
        <Stat
          label="failed later"
          value={formatCount(total.laterFailed)}
          tone={total.laterFailed > 0 ? 'bad' : 'neutral'}
        />
        <Stat
          label="in doubt"
          value={formatCount(total.inDoubt)}
          tone={total.inDoubt > 0 ? 'bad' : 'neutral'}
        />
        <Stat label="pass rate" value={share(total.passRate)} note="accepted of answered" />
      </dl>
      <div className="border-t border-line">
        <DataTable
          stacks
          caption="Rows by table"
          columns={COLUMNS}
          rows={lines}
          rowKey={({ table }) => table}
        />
      </div>
    </Panel>
  );
}
