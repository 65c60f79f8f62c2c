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

async function batchesOf(
  ports: SendingPorts,
  loadId: string,
  indices: readonly number[],
): Promise<readonly Batch[]> {
  const known = new Map((await ports.journal.batches(loadId)).map((batch) => [batch.index, batch]));
  return indices
    .map((index) => {
      const found = known.get(index);
      if (!found) throw trouble('no-plan');
      return found;
    })
    .sort((a, b) => a.firstRow - b.firstRow);
}

/** The query that tells which rows of these batches the warehouse does not hold. */
export async function doubtQuery(
  ports: SendingPorts,
  take: CallTake<'doubtQuery'>,
): Promise<CallGive<'doubtQuery'>> {
  const rows: PreparedRow[] = [];
  for (const batch of await batchesOf(ports, take.loadId, take.batches))
    for (const row of await rowsOf(ports, take, batch)) rows.push(row);
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

/** What was found of each batch: the missing rows are shared out to those that hold them. */
async function foundPartly(
  ports: SendingPorts,
  { loadId, rules, missing = [] }: CallTake<'settle'>,
  doubts: readonly BatchEntry[],
): Promise<readonly BatchEntry[]> {
  const absent = new Set(missing);
  const now = ports.clock.now();
  if (!rules || absent.size === 0) throw trouble('other-rows');
  const entries = new Map(doubts.map((entry) => [entry.index, entry]));
  const told: BatchEntry[] = [];
  let known = 0;
  for (const batch of await batchesOf(ports, loadId, [...entries.keys()])) {
    const entry = entries.get(batch.index);
    if (!entry) continue;
    const rows = await rowsOf(ports, { loadId, rules }, batch);
    const own = rows.flatMap(({ row }) => (absent.has(row) ? [row] : []));
    known += own.length;
    if (own.length === 0) told.push(decided(entry, 'found-stored', [], now));
    else if (own.length === entry.rows) told.push(decided(entry, 'found-missing', [], now));
    else told.push(decided(entry, 'found-partly', own, now));
  }
  const isAll = told.every(({ settledBy }) => settledBy === 'found-missing');
  if (known !== absent.size || isAll) throw trouble('other-rows');
  return told;
}

/**
 * Records the user's word about batches in doubt: all of them, or those named. `found-partly` names the missing rows:
 * a batch with none of them is stored, one with all of them is put back to be sent, the missing rows of the others go
 * the way of refused ones. Rejects with IntakeError other-rows, and records nothing, when the missing rows are not all
 * of those batches, or all there are.
 */
export async function settleDoubts(ports: SendingPorts, take: CallTake<'settle'>): Promise<void> {
  const { loadId, choice, batches } = take;
  const doubts = (await ports.journal.entries(loadId)).filter(
    ({ state, index }) => state === 'in-doubt' && (batches?.includes(index) ?? true),
  );
  const now = ports.clock.now();
  const told =
    choice === 'found-partly'
      ? await foundPartly(ports, take, doubts)
      : doubts.map((entry) => decided(entry, choice, [], now));
  for (const entry of told) await ports.journal.settle(entry);
}
