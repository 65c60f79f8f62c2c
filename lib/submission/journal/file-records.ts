import { z } from 'zod';
import type { LateFailures } from '../late-failures';
import type { Batch, BatchEntry, Plan } from '../model';
import { lateFailures } from '../late-failures';
import { batch, batchEntry, plan } from '../model';
import { JournalError, inherited } from './entry-rules';

/** Batches per line, so that no line of a plan of a hundred thousand batches grows beyond some hundred kilobytes. */
const CHUNK = 1_000;

/** One line of a journal file. The plan comes first, its batches follow, then whatever happens to them. */
const record = z.union([
  z.object({ entry: batchEntry }),
  z.object({ batches: z.array(batch) }),
  z.object({ split: batchEntry, parts: z.array(batch) }),
  z.object({ late: lateFailures }),
  z.object({ lateTakenBack: z.string() }),
  z.object({ version: z.literal(1), plan }),
]);
export type JournalRecord = z.infer<typeof record>;

export const encodeRecord = (value: JournalRecord): string => `${JSON.stringify(value)}\n`;

/** The lines of a plan of which nothing was sent yet. */
export function* encodeFrozen(frozen: Plan, batches: readonly Batch[]): Generator<string> {
  yield encodeRecord({ version: 1, plan: frozen });
  for (let from = 0; from < batches.length; from += CHUNK) {
    yield encodeRecord({ batches: batches.slice(from, from + CHUNK) });
  }
}

/** What the lines of a file say. */
export interface Replayed {
  readonly plan: Plan;
  readonly batches: Batch[];
  /** The newest entry of each batch. */
  readonly entries: Map<number, BatchEntry>;
  /** By id. */
  readonly late: Map<string, LateFailures>;
  /** Bytes up to the end of the last whole line; what follows was torn by a crash. */
  readonly goodBytes: number;
}

const NEWLINE = 0x0a;

const unreadable = (line: number, cause?: unknown): JournalError =>
  new JournalError('unreadable', `line ${line} of the journal has another shape`, { cause });

function parsed(text: string, line: number): JournalRecord {
  try {
    return record.parse(JSON.parse(text));
  } catch (cause) {
    throw unreadable(line, cause);
  }
}

/** Reads a journal file line by line. A last line without its end is left out; any other flaw throws JournalError. */
export function replay(bytes: Uint8Array): Replayed {
  const decoder = new TextDecoder();
  const batches: Batch[] = [];
  const entries = new Map<number, BatchEntry>();
  const late = new Map<string, LateFailures>();
  let frozen: Plan | undefined;
  let at = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(NEWLINE, at);
    if (end < 0) break;
    const next = parsed(decoder.decode(bytes.subarray(at, end)), line);
    if ('plan' in next) frozen = next.plan;
    else if ('batches' in next) for (const batch of next.batches) batches.push(batch);
    else if ('split' in next) {
      for (const entry of [next.split, ...inherited(next.split, next.parts)]) entries.set(entry.index, entry);
      batches.push(...next.parts);
    } else if ('late' in next) late.set(next.late.id, next.late);
    else if ('lateTakenBack' in next) late.delete(next.lateTakenBack);
    else entries.set(next.entry.index, next.entry);
    at = end + 1;
  }
  if (!frozen) throw unreadable(1);
  return { plan: frozen, batches, entries, late, goodBytes: at };
}
