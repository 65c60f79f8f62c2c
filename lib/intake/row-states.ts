import { z } from 'zod';
import { dialect } from '../files/model';
import type { Ledger } from '../validation/ledger';
import { RowIndex } from './row-index';

/** The states of all rows at one moment, one byte each (see Ledger), and where rows begin. */
export interface RowStates {
  readonly rulesFingerprint: string;
  readonly sourceFingerprint: string;
  flagsAt(place: number): number;
  readonly rows: number;
}

const header = z.object({
  version: z.literal(1),
  rulesFingerprint: z.string(),
  sourceFingerprint: z.string(),
  rows: z.number().int(),
  dialect,
  starts: z.array(z.tuple([z.number().int(), z.number()])),
  /** Left out by older versions. */
  order: z.array(z.tuple([z.number().int(), z.boolean()])).optional(),
});
type StatesHeader = z.infer<typeof header>;

/** A copy that later checks do not change. */
export function snapshot(
  ledger: Ledger,
  made: Pick<RowStates, 'rulesFingerprint' | 'sourceFingerprint'>,
): RowStates & { readonly bytes: Uint8Array<ArrayBuffer> } {
  const bytes = new Uint8Array(ledger.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = ledger.flags.get(at);
  return { ...made, rows: bytes.length, bytes, flagsAt: (place) => bytes[place] ?? 0 };
}

/** States and index as one file: length of the JSON part (4 bytes, little endian), JSON, one byte per row. */
export function encodeStates(
  states: RowStates & { readonly bytes: Uint8Array<ArrayBuffer> },
  index: RowIndex,
  cutBy: StatesHeader['dialect'],
): Uint8Array<ArrayBuffer>[] {
  const json = new TextEncoder().encode(
    JSON.stringify({
      version: 1,
      rulesFingerprint: states.rulesFingerprint,
      sourceFingerprint: states.sourceFingerprint,
      rows: states.rows,
      dialect: cutBy,
      starts: index.starts.map((start) => [start.row, start.byte]),
      order: index.order.noted().map(([row, isTurned]) => [row, isTurned]),
    } satisfies StatesHeader),
  );
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length, true);
  return [length, json, states.bytes];
}

/** Undefined when the file is no such record or was cut short (a crash while it was written). */
export async function decodeStates(
  file: Blob,
): Promise<{ states: RowStates; index: RowIndex; dialect: StatesHeader['dialect'] } | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length < 4) return undefined;
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const parsed = header.safeParse(parseJson(new TextDecoder().decode(bytes.subarray(4, 4 + length))));
  if (!parsed.success || bytes.length !== 4 + length + parsed.data.rows) return undefined;
  const flags = bytes.subarray(4 + length);
  const index = new RowIndex();
  for (const [row, byte] of parsed.data.starts) index.note({ row, byte });
  for (const [row, isTurned] of parsed.data.order ?? []) index.order.note(row, isTurned);
  const { rulesFingerprint, sourceFingerprint, rows } = parsed.data;
  return {
    states: { rulesFingerprint, sourceFingerprint, rows, flagsAt: (place) => flags[place] ?? 0 },
    index,
    dialect: parsed.data.dialect,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
