import type { CompiledTable, Places } from './compiled-table';
import { noEvidence, weigh, type ColumnEvidence } from './evidence';
import { FindingStore } from './finding-store';
import { Growing8 } from './growing';
import { NO_GROUPS, type KeyGroups } from './key-groups';
import { hashKey, hashRow, type KeyHash } from './key-hash';
import { KeyLog } from './key-log';
import type { Candidate } from './key-settler';
import { ROW_STATES, type RowState } from './model';
import { rankOf } from './rank';
import { noSpill, type OpenSpill } from '../files/ports';

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

export const stateOf = (flags: number): RowState => ROW_STATES[flags & STATE_BITS] ?? 'held';

export interface LedgerOptions {
  /** Column that tells the newest row of a key; -1 under every other policy. */
  readonly rankColumn?: number;
  /** Where keys go when they get too many for memory. */
  readonly openSpill?: OpenSpill;
  /** Another one proves that no count depends on it. */
  readonly hash?: KeyHash;
  /** Bytes of keys that stay in memory. */
  readonly inMemory?: number;
}

/**
 * What one pass over a file leaves behind, without any row: a byte of state per row, findings as bits, which rows share
 * a key, evidence per column. `at` is a row's 0-based place among the rows after the header, blank ones included.
 */
export class Ledger {
  readonly flags = new Growing8();
  readonly findings = new FindingStore();
  readonly evidence: readonly ColumnEvidence[];
  keys: KeyLog;
  groups: KeyGroups = NO_GROUPS;
  blankRows = 0;
  /** Cells that the file leaves empty without any quotes; none where the writer quotes everything. */
  bareCells = 0;
  /** Columns of bare digits by the first rows of their file: one `17850.0` among them is the same id written otherwise. */
  digitColumns: ReadonlySet<number> = new Set();
  readonly isRanked: boolean;
  readonly openSpill: OpenSpill;
  readonly inMemory: number | undefined;
  private readonly rankColumn: number;
  private readonly hash: KeyHash;
  private readonly keyHash = new Uint32Array(2);
  private readonly parts: string[] = [];
  private readonly rowHash = new Uint32Array(4);

  constructor(columns: number, options: LedgerOptions = {}) {
    this.rankColumn = options.rankColumn ?? -1;
    this.isRanked = this.rankColumn >= 0;
    this.openSpill = options.openSpill ?? noSpill;
    this.inMemory = options.inMemory;
    this.hash = options.hash ?? hashKey;
    this.keys = new KeyLog(this.openSpill, this.inMemory);
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
    this.keys.drop(at);
  }

  /** Takes over what `table.check` just found about this row. */
  note(at: number, row: number, table: CompiledTable): void {
    const { faults, columns, empty } = table;
    for (let n = 0; n < faults.codes.length; n++) {
      const column = faults.columns[n] ?? -1;
      const code = faults.codes[n] ?? 0;
      const text = faults.texts[n] ?? '';
      const spec = columns[column]?.spec;
      this.findings.add(at, row, column, code, text, faults.nows[n] ?? text, spec?.name ?? null);
      weigh(this.evidence[column], code, text, row, 1, spec?.type === 'integer');
    }
    this.bareCells += faults.bare;
    this.countEmpty(empty, 1);
    this.weighPoints(row, table, 1);
    this.flags.set(at, faults.hasError ? HAS_ERROR : 0);
    this.noteKey(at, table);
  }

  /** Takes back what an earlier `note` took over; `table` must just have checked the row under the same rules. */
  retract(at: number, row: number, table: CompiledTable): void {
    if (table.key.length > 0 && this.competes(at)) {
      this.hash(keyParts(table, this.parts), this.keyHash);
      this.keys.leave(this.keyHash[0] ?? 0, this.keyHash[1] ?? 0);
    }
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

  private countEmpty(empty: Places, weight: 1 | -1): void {
    for (let n = 0; n < empty.count; n++) {
      const evidence = this.evidence[empty.at(n)];
      if (evidence !== undefined) evidence.empty += weight;
    }
  }

  private weighPoints(row: number, { pointProofs, values }: CompiledTable, weight: 1 | -1): void {
    for (let n = 0; n < pointProofs.count; n++) {
      const column = pointProofs.at(n);
      this.evidence[column]?.plainPoint.add(row, values[column] ?? '', weight);
    }
  }

  private noteKey(at: number, table: CompiledTable): void {
    if (table.key.length === 0) return;
    // A row that is held back takes no part in who supersedes whom: it is not sent, so it replaces nothing.
    if (table.faults.hasError) return this.keys.drop(at);
    this.putKey(at, keyParts(table, this.parts));
  }

  /** Begins to write down all keys anew, for a pass that tells them again; the rows' states still count. */
  forgetKeys(): void {
    this.keys.close();
    this.keys = new KeyLog(this.openSpill, this.inMemory);
  }

  putKey(at: number, parts: readonly string[]): void {
    this.hash(parts, this.keyHash);
    this.keys.put(at, this.keyHash[0] ?? 0, this.keyHash[1] ?? 0);
  }

  /** Whether a row is a candidate for sending at all: only those compete for keys. */
  competes(at: number): boolean {
    const flags = this.flags.get(at);
    return (flags & (HAS_ERROR | SKIPPED)) === 0 && (flags & STATE_BITS) !== STATE.blank;
  }

  /** The row checked last, as one that may share its key with another; good until the next one is asked for. */
  candidate(at: number, table: CompiledTable): Candidate {
    const { keyHash, rowHash } = this;
    const key = keyParts(table);
    this.hash(key, keyHash);
    hashRow(table.values, rowHash);
    const ranked = table.columns[this.rankColumn];
    const rank = ranked === undefined ? 0 : rankOf(table.values[this.rankColumn], ranked.spec);
    return { at, key, keyHash, rowHash, rank };
  }

  close(): void {
    this.keys.close();
  }
}

/** The places of all rows of one group, those that compete for the key. */
export function rowsOfGroup({ groups, flags }: Ledger, group: number): number[] {
  const found: number[] = [];
  for (let n = groups.starts[group] ?? 0; n < (groups.starts[group + 1] ?? 0); n++) {
    const at = groups.places[n] ?? 0;
    if ((flags.get(at) & REPEATED) !== 0) found.push(at);
  }
  return found;
}

/** The key of the row checked last, one spelling per value; put into `parts` where a list is given to be used again. */
export function keyParts({ key, values, columns }: CompiledTable, parts: string[] = []): string[] {
  for (let n = 0; n < key.length; n++) {
    const position = key[n] ?? -1;
    const value = values[position] ?? '';
    parts[n] = columns[position]?.keyOf?.(value) ?? value;
  }
  return parts;
}
