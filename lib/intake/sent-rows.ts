import { parse } from 'lossless-json';
import type { Sent } from '../submission/join-attempts';
import type { BatchEntry } from '../submission/model';
import type { Rules } from './protocol';
import type { SendingPorts } from './sending-ports';

/** A row as it was sent, and what its answer said. */
export interface SentRow {
  /** The plan it was sent by: the load's own, or an attempt's. */
  readonly of: string;
  /** Its number in the load's own file. */
  readonly source: number;
  readonly fate: 'accepted' | 'refused' | 'in-doubt' | 'unclear';
  readonly sentAt: number;
  /** Its place in its request, from 0. */
  readonly place: number;
}

function fateOf(entry: BatchEntry, refused: ReadonlySet<number>, row: number): SentRow['fate'] | undefined {
  switch (entry.state) {
    case 'accepted':
      return 'accepted';
    case 'rejected':
      return 'refused';
    case 'in-doubt':
      return 'in-doubt';
    case 'partly':
      if (refused.has(row)) return 'refused';
      return entry.unnamed > 0 ? 'unclear' : 'accepted';
    case 'planned':
    case 'sending':
    case 'split':
      return undefined;
  }
}

/** Values by column in lower case; numbers are not floats (lossless-json). */
export function valuesOf(json: string): ReadonlyMap<string, unknown> {
  const row = parse(json);
  const entries = typeof row === 'object' && row !== null ? Object.entries(row) : [];
  return new Map(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

/** Every row of one plan that was sent, with its values, in file order. */
export async function* sentRows(ports: SendingPorts, sent: Sent, rules: Rules, signal: AbortSignal) {
  const { plan, batches, entries } = sent;
  const known = new Map(entries.map((entry) => [entry.index, entry]));
  const sources = plan.followUp === undefined ? undefined : new Map(plan.followUp.rows);
  const open = batches.filter(({ index }) => known.get(index)?.state !== 'split');
  open.sort((a, b) => a.firstRow - b.firstRow);
  const prepared = await ports.prepared(plan.loadId, rules);
  let at = 0;
  let place = 0;
  let refused: ReadonlySet<number> | undefined;
  for await (const block of prepared.walk({}, signal))
    for (const { row, state, json } of block) {
      if (state !== 'ready' || json === null) continue;
      while ((open[at]?.lastRow ?? Infinity) < row) {
        at += 1;
        place = 0;
        refused = undefined;
      }
      const entry = known.get(open[at]?.index ?? -1);
      const source = sources === undefined ? row : sources.get(row);
      refused ??= new Set(entry?.rejected.map((each) => each.row));
      const fate = entry && fateOf(entry, refused, row);
      if (entry && fate && source !== undefined)
        yield { json, row: { of: plan.loadId, source, fate, sentAt: entry.sentAt, place } satisfies SentRow };
      place += 1;
    }
}
