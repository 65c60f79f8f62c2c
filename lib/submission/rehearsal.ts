import type { RowError } from '../gateway/contract';
import type { Rehearsal, RehearsalExample } from './model';

/** The four boxes: what we find of a row against what Peak says to it, and rows nobody could tell of. */
export const BOXES = ['bothFine', 'bothObject', 'onlyWe', 'onlyThey'] as const;
export type Box = (typeof BOXES)[number];

/** Shown of each box; the first of every code come first, so that a rare kind is not hidden by a frequent one. */
const EXAMPLES = 20;
const PER_CODE = 3;

export interface Rehearsed {
  readonly row: number;
  /** True when we would keep the row back. */
  readonly held: boolean;
  readonly ours: readonly RehearsalExample['ours'][number][];
}

/** Counts and examples of a dry run of the whole file; memory does not grow with it. */
export class RehearsalTally {
  readonly #counts = {
    bothFine: 0,
    bothObject: 0,
    onlyWe: 0,
    onlyThey: 0,
    unclear: 0,
    keyOnly: 0,
    leftOut: 0,
  };
  readonly #examples: Rehearsal['examples'] = { bothObject: [], onlyWe: [], onlyThey: [] };
  readonly #seen = new Map<string, number>();

  /** One row with a clear answer; `theirs` is empty when Peak would take it. */
  add({ row, held, ours }: Rehearsed, theirs: readonly RowError[]): void {
    if (held && ours.length === 0 && theirs.length === 0) {
      this.#counts.keyOnly += 1;
      return;
    }
    const box: Box = theirs.length > 0 ? (held ? 'bothObject' : 'onlyThey') : held ? 'onlyWe' : 'bothFine';
    this.#counts[box] += 1;
    if (box === 'bothFine') return;
    const codes =
      box === 'onlyWe' ? ours.map(({ code, column }) => `${code} ${column}`) : theirs.map(({ code }) => code);
    const key = `${box} ${codes.join(' ')}`;
    const seen = (this.#seen.get(key) ?? 0) + 1;
    // A file with a million kinds of trouble must not fill the memory with their names.
    if (this.#seen.size < 1_000 || this.#seen.has(key)) this.#seen.set(key, seen);
    const list = this.#examples[box];
    if (seen <= PER_CODE && list.length < EXAMPLES) list.push({ row, ours: [...ours], theirs: [...theirs] });
  }

  unclear(rows: number): void {
    this.#counts.unclear += rows;
  }

  leftOut(): void {
    this.#counts.leftOut += 1;
  }

  /** So far. `rows`: all that were looked at. */
  result(problem?: Rehearsal['problem']): Rehearsal {
    const { bothFine, bothObject, onlyWe, onlyThey, unclear, keyOnly, leftOut } = this.#counts;
    return {
      rows: bothFine + bothObject + onlyWe + onlyThey + unclear + keyOnly + leftOut,
      ...this.#counts,
      examples: this.#examples,
      ...(problem === undefined ? {} : { problem }),
    };
  }
}
