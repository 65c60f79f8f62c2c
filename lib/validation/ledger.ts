import type { CompiledTable } from './compiled-table';
import { noEvidence, weigh, type ColumnEvidence } from './evidence';
import { FindingStore } from './finding-store';
import { Growing64, Growing8 } from './growing';
import { hashKey, hashRow } from './key-hash';
import { KeyIndex } from './key-index';
import { ROW_STATES, type RowState } from './model';
import { rankOf } from './rank';

/** One byte a row: the state in the low three bits, what it was decided from above. */
export const STATE_BITS = 0b111;
export const HAS_ERROR = 1 << 3;
export const SKIPPED = 1 << 4;
/** Another row of the same key stays instead: equal in every sent column, or not. */
export const IDENTICAL = 1 << 5;
export const CONFLICTING = 1 << 6;
/** Other rows have the same key, whichever of them stays. */
export const REPEATED = 1 << 7;

export const STATE = Object.fromEntries(ROW_STATES.map((state, at) => [state, at])) as Record<
  RowState,
  number
>;

export function stateOf(flags: number): RowState {
  return ROW_STATES[flags & STATE_BITS] ?? 'held';
}

/**
 * What one pass over a file leaves behind, without any row: a byte of state per row, findings as bits, keys as
 * hashes, evidence per column. `at` is a row's 0-based place among the rows after the header, blank ones included.
 */
export class Ledger {
  readonly flags = new Growing8();
  readonly findings = new FindingStore();
  readonly keys: KeyIndex;
  readonly evidence: readonly ColumnEvidence[];
  blankRows = 0;
  /** Cells that the file leaves empty without any quotes; none where the writer quotes everything. */
  bareCells = 0;
  /** What the newest row of a key is told by; present under that policy alone. */
  readonly ranks: Growing64 | undefined;
  private readonly keyHash = new Uint32Array(3);
  private readonly rowHash = new Uint32Array(2);

  /** `expectedRows` is a guess that saves growing; a wrong one costs time or some memory, nothing else. */
  constructor(
    columns: number,
    expectedRows = 0,
    private readonly rankColumn = -1,
  ) {
    this.keys = new KeyIndex(expectedRows);
    this.ranks = rankColumn < 0 ? undefined : new Growing64();
    this.evidence = Array.from({ length: columns }, noEvidence);
  }

  /** Rows noted so far, blank ones included. */
  get length(): number {
    return this.flags.length;
  }

  noteBlank(at: number): void {
    this.flags.set(at, STATE.blank);
    this.blankRows += 1;
  }

  noteSkipped(at: number): void {
    this.flags.set(at, SKIPPED | STATE.skipped);
    this.keys.clear(at);
  }

  /** Takes over what `table.check` just found about this row. */
  note(at: number, row: number, table: CompiledTable): void {
    const { faults, columns, empty } = table;
    for (let n = 0; n < faults.codes.length; n++) {
      const column = faults.columns[n] ?? -1;
      const code = faults.codes[n] ?? 0;
      const text = faults.texts[n] ?? '';
      this.findings.add(at, row, column, code, text, columns[column]?.spec.name ?? null);
      weigh(this.evidence[column], code, text, row, 1, columns[column]?.spec.type === 'integer');
    }
    this.bareCells += faults.bare;
    this.countEmpty(empty, 1);
    this.weighPoints(row, table, 1);
    this.flags.set(at, faults.hasError ? HAS_ERROR : 0);
    this.noteKey(at, table);
  }

  /** Takes back what an earlier `note` took over; `table` must just have checked the row under the same rules. */
  retract(at: number, row: number, table: CompiledTable): void {
    const { faults, columns, empty } = table;
    for (let n = 0; n < faults.codes.length; n++) {
      const column = faults.columns[n] ?? -1;
      const code = faults.codes[n] ?? 0;
      this.findings.remove(at, row, column, code);
      const whole = columns[column]?.spec.type === 'integer';
      weigh(this.evidence[column], code, faults.texts[n] ?? '', row, -1, whole);
    }
    this.bareCells -= faults.bare;
    this.countEmpty(empty, -1);
    this.weighPoints(row, table, -1);
  }

  private countEmpty(empty: readonly number[], weight: 1 | -1): void {
    for (const column of empty) {
      const evidence = this.evidence[column];
      if (evidence !== undefined) evidence.empty += weight;
    }
  }

  private weighPoints(row: number, { pointProofs, values }: CompiledTable, weight: 1 | -1): void {
    for (const column of pointProofs) {
      this.evidence[column]?.plainPoint.add(row, values[column] ?? '', weight);
    }
  }

  private noteKey(at: number, table: CompiledTable): void {
    if (table.key.length === 0) return;
    // A row that is held back takes no part in who supersedes whom: it is not sent, so it replaces nothing.
    if (table.faults.hasError) return this.keys.clear(at);
    const parts = keyParts(table);
    hashKey(parts, this.keyHash);
    hashRow(table.values, this.rowHash);
    this.keys.put(at, this.keyHash, this.rowHash);
    const ranked = table.columns[this.rankColumn];
    if (ranked !== undefined) this.ranks?.set(at, rankOf(table.values[this.rankColumn], ranked.spec));
  }
}

/** The key of the row checked last, one spelling per value. */
export function keyParts(table: CompiledTable): string[] {
  const parts: string[] = [];
  for (const position of table.key) {
    const value = table.values[position] ?? '';
    const keyOf = table.columns[position]?.keyOf;
    parts.push(keyOf === undefined ? value : keyOf(value));
  }
  return parts;
}
