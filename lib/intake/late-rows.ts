import type { Sent } from '../submission/join-attempts';
import type { RejectedRow } from '../submission/model';
import { anyRows } from './any-rows';
import { exportReader, type FailedRecord } from './late-export';
import { LateMatch, rowMeant } from './late-match';
import type { CallTake } from './protocol';
import type { LateReading } from './protocol-late';
import type { SendingPorts } from './sending-ports';
import { sentRows, valuesOf, type SentRow } from './sent-rows';

/** Lines read of one export: each row that failed is in memory and in one record of the journal. */
const LINES = 200_000;

type Take = CallTake<'readLate'>;
type Rules = Take['parts'][number]['rules'];

async function matched(
  ports: SendingPorts,
  records: readonly FailedRecord[],
  sent: Sent,
  rules: Rules,
  signal: AbortSignal,
): Promise<LateMatch | undefined> {
  let match: LateMatch | undefined;
  for await (const { json, row } of sentRows(ports, sent, rules, signal)) {
    const values = valuesOf(json);
    // Every row of a plan has the same columns: which those are is decided by the mapping.
    match ??= new LateMatch(records, rules.table, new Set(values.keys()));
    match.offer(values, row);
  }
  return match;
}

/**
 * Reads an export of `_failed_rows` and lays it beside the rows of a load and its attempts, oldest plan first. `open`:
 * rows that are counted as failed now. Gives the rows that Peak had accepted, and what became of every line.
 */
export async function readLateRows(
  ports: SendingPorts,
  { file, parts }: Pick<Take, 'file' | 'parts'>,
  plans: readonly Sent[],
  open: ReadonlyMap<number, unknown>,
  signal: AbortSignal,
): Promise<{ readonly rows: readonly RejectedRow[]; readonly reading: LateReading }> {
  const rulesOf = new Map(parts.map(({ loadId, rules }) => [loadId, rules]));
  const [first] = plans;
  const own = first && rulesOf.get(first.plan.loadId);
  const { header, rows: lines } = await anyRows(file, signal);
  const table = first?.plan.frozenFor ?? own?.table ?? { columns: [], primaryKey: [] };
  const keyed = table.primaryKey.map((name) => name.toLowerCase());
  const read = exportReader(header, table);
  const records: FailedRecord[] = [];
  let count = 0;
  for await (const cells of lines) {
    count += 1;
    if (records.length < LINES) records.push(read(cells));
  }
  const matches: LateMatch[] = [];
  const lastPlan = new Map<number, string>();
  for (const sent of plans) {
    for (const [, source] of sent.plan.followUp?.rows ?? []) lastPlan.set(source, sent.plan.loadId);
    const rules = rulesOf.get(sent.plan.loadId);
    const match = rules && (await matched(ports, records, sent, rules, signal));
    if (match) matches.push(match);
  }

  const reading: LateReading = {
    lines: count,
    moved: 0,
    entered: 0,
    known: 0,
    older: 0,
    otherValues: 0,
    inDoubt: 0,
    unclear: 0,
    strange: 0,
    unreadable: 0,
    beyond: count - records.length,
  };
  const rows = new Map<number, RejectedRow>();
  const taken = new Set<SentRow>();
  const kindOf = (record: FailedRecord): keyof LateReading => {
    if (record.values.size === 0 || keyed.some((name) => !record.values.has(name))) return 'unreadable';
    const found = matches.flatMap((match) => match.rowsFor(record));
    if (found.length === 0)
      return matches.some((match) => match.hasKeyOf(record)) ? 'otherValues' : 'strange';
    const meant = rowMeant(record, found, taken);
    if (meant === 'older') return 'older';
    if (meant === undefined) return 'known';
    taken.add(meant);
    if (meant.fate === 'in-doubt') return 'inDoubt';
    if (meant.fate === 'unclear') return 'unclear';
    // A row that was tried again since is spoken of by what became of it then.
    const isLast = (lastPlan.get(meant.source) ?? first?.plan.loadId) === meant.of;
    if (meant.fate === 'refused' || !isLast || open.has(meant.source) || rows.has(meant.source))
      return 'known';
    rows.set(meant.source, { row: meant.source, errors: [...record.errors] });
    return 'moved';
  };
  const inTime = [...records].sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity));
  for (const record of inTime) reading[kindOf(record)] += 1;
  return { rows: [...rows.values()].sort((a, b) => a.row - b.row), reading };
}
