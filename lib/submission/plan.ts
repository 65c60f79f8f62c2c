import type { PreparedRow } from '../intake/prepared';
import { ENVELOPE_BYTES } from '../peak/limits';
import type { DuplicatePolicy, Repair } from '../repair/model';
import type { Mapping } from '../mapping/model';
import { canonicalJson } from '../peak/fingerprint';
import { BodyBuilder } from './body';
import type { Batch, Plan } from './model';
import type { Sha256 } from './sha256';

/** A single row larger than a whole request. Checking refuses such rows, so this is a fault of ours, not the user's. */
export class RowTooLarge extends Error {
  override readonly name = 'RowTooLarge';
  constructor(readonly row: number) {
    super(`row ${row} alone is larger than a request may be`);
  }
}

/** Largest body in bytes: Peak's limit holds for the whole request, and our server puts an envelope around the rows. */
export const bodyCap = (maxBodyBytes: number): number => maxBodyBytes - ENVELOPE_BYTES;

export type PlanCounts = Omit<Plan['counts'], 'distinctKeys'>;
export interface CutPlan {
  readonly batches: readonly Batch[];
  readonly counts: PlanCounts;
}

/**
 * Cuts prepared rows (in file order) into batches of at most `rowsPerBatch` rows and fewer than `maxBodyBytes` bytes
 * less the envelope, hashes every body, and counts all rows by itself. Memory: one body and the list of batches.
 * Throws RowTooLarge.
 */
export async function cutPlan(
  loadId: string,
  blocks: AsyncIterable<readonly PreparedRow[]>,
  limits: { readonly rowsPerBatch: number; readonly maxBodyBytes: number },
  sha256: Sha256,
): Promise<CutPlan> {
  const body = new BodyBuilder(bodyCap(limits.maxBodyBytes));
  const batches: Batch[] = [];
  const states = { ready: 0, held: 0, skipped: 0, superseded: 0 };
  let bytes = 0;
  let firstRow = 0;
  let lastRow = 0;

  const close = async (): Promise<void> => {
    const rows = body.rows;
    if (rows === 0) return;
    const encoded = body.take();
    const hash = await sha256(encoded);
    batches.push({ loadId, index: batches.length, firstRow, lastRow, rows, bytes: encoded.length, hash });
    bytes += encoded.length;
  };

  for await (const block of blocks) {
    for (const { row, state, json } of block) {
      states[state] += 1;
      if (state !== 'ready' || json === null) continue;
      if (!body.add(json)) {
        await close();
        if (!body.add(json)) throw new RowTooLarge(row);
      }
      if (body.rows === 1) firstRow = row;
      lastRow = row;
      if (body.rows === limits.rowsPerBatch) await close();
    }
  }
  await close();

  const { ready: planned, held, skipped, superseded } = states;
  const read = planned + held + skipped + superseded;
  return { batches, counts: { read, skipped, held, superseded, planned, batches: batches.length, bytes } };
}

interface ReadingRules {
  readonly mapping: Mapping;
  readonly repairs: readonly Repair[];
  readonly duplicates: DuplicatePolicy;
  readonly newestBy?: string | undefined;
}

/** SHA-256 (hex) over how the rows are read; a plan never goes on under other rules. */
export function rulesFingerprint(rules: ReadingRules, sha256: Sha256): Promise<string> {
  const { mapping, repairs, duplicates, newestBy } = rules;
  const newest = duplicates === 'keep-newest' && newestBy !== undefined ? { newestBy } : {};
  return sha256(new TextEncoder().encode(canonicalJson({ mapping, repairs, duplicates, ...newest })));
}

/** Whether a plan with that fingerprint was frozen under these rules. */
export async function isFrozenUnder(print: string, rules: ReadingRules, sha256: Sha256): Promise<boolean> {
  if ((await rulesFingerprint(rules, sha256)) === print) return true;
  // Plans older than that field do not say which column told the newest; the hashes of their bodies do.
  return (await rulesFingerprint({ ...rules, newestBy: undefined }, sha256)) === print;
}
