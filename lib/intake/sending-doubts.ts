import { checkQuery } from '../submission/check-query';
import type { BatchEntry, DoubtChoice } from '../submission/model';
import type { Batch } from '../submission/model';
import { trouble } from './errors';
import type { PreparedRow } from './prepared';
import type { CallGive, CallTake } from './protocol';
import type { SendingPorts } from './sending-ports';

/** Put on a row that the user did not find in the warehouse; it goes the way of rows that Peak refused. */
const NOT_FOUND = { code: 'not-found-in-warehouse', message: 'The user looked and did not find this row.' };

async function rowsOf(
  ports: SendingPorts,
  { loadId, rules }: Pick<CallTake<'doubtQuery'>, 'loadId' | 'rules'>,
  { firstRow, lastRow }: Batch,
): Promise<readonly PreparedRow[]> {
  const prepared = await ports.prepared(loadId, rules);
  const rows: PreparedRow[] = [];
  for await (const block of prepared.walk({ firstRow, lastRow }, new AbortController().signal))
    for (const row of block)
      if (row.state === 'ready' && row.row >= firstRow && row.row <= lastRow) rows.push(row);
  return rows;
}

async function batchOf(ports: SendingPorts, loadId: string, index: number): Promise<Batch> {
  const found = (await ports.journal.batches(loadId)).find((batch) => batch.index === index);
  if (!found) throw trouble('no-plan');
  return found;
}

/** The query that tells which rows of one batch the warehouse does not hold. */
export async function doubtQuery(
  ports: SendingPorts,
  take: CallTake<'doubtQuery'>,
): Promise<CallGive<'doubtQuery'>> {
  const batch = await batchOf(ports, take.loadId, take.index);
  const rows = await rowsOf(ports, take, batch);
  return { query: checkQuery(take.schemaName, take.rules.table, rows), rows: rows.length };
}

function decided(entry: BatchEntry, choice: DoubtChoice, missing: readonly number[], at: number): BatchEntry {
  const { reason: _reason, openSince: _openSince, ...rest } = entry;
  const word = { ...rest, settledBy: choice, decidedAt: at };
  switch (choice) {
    case 'treated-as-stored':
    case 'found-stored':
      return { ...word, state: 'accepted', accepted: entry.rows, settledAt: at };
    case 'sent-again':
    case 'found-missing':
      return { ...word, state: 'planned' };
    case 'found-partly':
      return {
        ...word,
        state: 'partly',
        accepted: entry.rows - missing.length,
        rejected: missing.map((row) => ({ row, errors: [NOT_FOUND] })),
        settledAt: at,
      };
  }
}

/**
 * Records the user's word about batches in doubt: all of them, or those named. `found-partly` is about one batch and
 * names its missing rows; rejects with IntakeError other-rows when they are not all of that batch, or all there are.
 */
export async function settleDoubts(ports: SendingPorts, take: CallTake<'settle'>): Promise<void> {
  const { loadId, choice, batches, missing = [], rules } = take;
  const doubts = (await ports.journal.entries(loadId)).filter(
    ({ state, index }) => state === 'in-doubt' && (batches?.includes(index) ?? true),
  );
  const [first] = doubts;
  const absent = [...new Set(missing)].sort((a, b) => a - b);
  if (choice === 'found-partly') {
    if (doubts.length !== 1 || !first || !rules) throw trouble('other-rows');
    const rows = await rowsOf(ports, { loadId, rules }, await batchOf(ports, loadId, first.index));
    const own = new Set(rows.map(({ row }) => row));
    const fits = absent.length > 0 && absent.length < first.rows && absent.every((row) => own.has(row));
    if (!fits) throw trouble('other-rows');
  }
  for (const entry of doubts) await ports.journal.settle(decided(entry, choice, absent, ports.clock.now()));
}
