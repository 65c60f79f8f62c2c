import { readRows } from '../files/read-rows';
import { isTotalLeftOut, looksLikeTotal } from '../files/total-row';
import type { CompiledTable } from '../validation/compiled-table';
import { effectivePolicy, judge, type Verdict } from '../validation/judge';
import { keyParts, Ledger } from '../validation/ledger';
import type { CheckSummary } from '../validation/model';
import { digitColumns, rowsLeftOut } from '../validation/told';
import { summarise, type KeyTexts } from '../validation/summarise';
import type { FileHead } from '../files/model';
import type { ByteSource } from '../files/source';
import type { KeyHash } from '../validation/key-hash';
import type { OpenSpill } from '../files/ports';
import { inputsOf, isBlank, readRowsAt, RowIndex, type Readable } from './row-index';
import type { KnownDays } from '../validation/plain-days';
import { askDays } from './ask-days';
import { compileRules } from './compile-rules';
import { settleKeys } from './settle-keys';
import type { Rules } from './protocol';
import { trouble } from './errors';

/** A file under one set of rules, after the pass: everything but the rows. */
export interface CheckedFile extends Readable {
  readonly head: FileHead;
  readonly rules: Rules;
  readonly table: CompiledTable;
  readonly ledger: Ledger;
  readonly verdict: Verdict;
  readonly summary: CheckSummary;
  readonly keyTexts: KeyTexts;
  readonly days: KnownDays;
}

export interface CheckProgress {
  readonly rows: number;
  readonly bytes: number;
  readonly errors: number;
}

/** Place of a row in the ledger: the first row after the header is 0. */
export const placeOf = (row: number, head: FileHead): number => row - head.dialect.headerRow - 1;
export const rowAt = (place: number, head: FileHead): number => place + head.dialect.headerRow + 1;

export interface CheckOptions {
  readonly signal: AbortSignal;
  /** In ms. */
  readonly now: () => number;
  /** Called for every block (some thousand rows). */
  readonly onProgress: (progress: CheckProgress) => void;
  /** Where the keys of large files go; left out, they stay in memory. */
  readonly openSpill?: OpenSpill | undefined;
  /** The same bytes for the one pass over all of them, where they come faster. */
  readonly passing?: ByteSource | undefined;
  /** Bytes of keys that stay in memory, and how keys are hashed: for tests. */
  readonly inMemory?: number | undefined;
  readonly hash?: KeyHash | undefined;
}

/** Throws `encoding-undecided` while nobody has said which letters the bytes stand for: no row is judged or planned before. */
export function mustBeDecided({ dialect }: FileHead): void {
  if (dialect.decidedBy.encoding === 'undecided') throw trouble('encoding-undecided');
}

function newLedger(table: CompiledTable, rules: Rules, { openSpill, inMemory, hash }: CheckOptions): Ledger {
  const ranked = rules.duplicates === 'keep-newest' ? rules.newestBy : undefined;
  return new Ledger(table.columns.length, {
    rankColumn: table.columns.findIndex(({ spec }) => spec.name === ranked),
    ...(openSpill && { openSpill }),
    ...(inMemory !== undefined && { inMemory }),
    ...(hash && { hash }),
  });
}

/**
 * Reads and checks a whole file, and the rows that may share a key once more. Rejects with the signal's reason, with
 * `SourceError`, or with `encoding-undecided`. The ledger of the outcome is to be closed when nobody needs it any more.
 */
export async function checkFile(
  source: ByteSource,
  head: FileHead,
  rules: Rules,
  options: CheckOptions,
): Promise<CheckedFile> {
  mustBeDecided(head);
  const began = options.now();
  const index = new RowIndex();
  // Each sheet begins with its own headings, which were held against those of the first.
  for (const { textRow } of head.sections ?? []) index.order.note(textRow, false);
  const table = compileRules(rules, { head, index });
  const ledger = newLedger(table, rules, options);
  const file = { source, dialect: head.dialect, index, head, rules, table, ledger };
  try {
    await readAll(file, options);
    await settleKeys(file, options.signal);
    return await conclude(file, began, options.now, options.signal);
  } catch (cause) {
    ledger.close();
    throw cause;
  }
}

async function readAll(
  { source, dialect, index, table, ledger }: Omit<CheckedFile, 'verdict' | 'keyTexts' | 'summary' | 'days'>,
  { signal, onProgress, passing }: CheckOptions,
): Promise<void> {
  const { skipped } = table.repairs;
  for await (const block of readRows(passing ?? source, dialect, { signal })) {
    if (block.startByte !== undefined) index.note({ row: block.firstRow, byte: block.startByte });
    const inputAt = inputsOf(block);
    for (let at = 0; at < block.rows.length; at++) {
      const row = block.firstRow + at;
      const cells = block.rows[at];
      if (cells === undefined || row <= dialect.headerRow) continue;
      const place = row - dialect.headerRow - 1;
      if (isBlank(cells)) ledger.noteBlank(place);
      else {
        const total = looksLikeTotal(cells);
        if (skipped.has(row) || (total && isTotalLeftOut(dialect, cells))) {
          table.passBy(row, cells);
          ledger.noteSkipped(place);
          continue;
        }
        const input = inputAt(at, total);
        if (input === undefined) continue;
        table.check(input);
        ledger.note(place, row, table);
      }
    }
    await ledger.keys.relieve();
    onProgress({
      rows: ledger.length - ledger.blankRows,
      bytes: block.bytesRead,
      errors: ledger.findings.errors,
    });
  }
  signal.throwIfAborted();
}

/** States and summary from what the ledger knows. `known` and `knownDays` save reading again what did not change. */
export async function conclude(
  file: Pick<CheckedFile, 'source' | 'dialect' | 'index' | 'head' | 'rules' | 'table' | 'ledger'>,
  began: number,
  now: () => number,
  signal: AbortSignal,
  known: KeyTexts = new Map(),
  knownDays: KnownDays = new Map(),
): Promise<CheckedFile> {
  const { ledger, table, head, rules } = file;
  const days = await askDays(file, signal, knownDays);
  ledger.digitColumns = digitColumns(table.positions, head.rows);
  const policy = effectivePolicy(rules);
  const verdict = judge(ledger, policy, rowsLeftOut(ledger, table));
  const places = [...verdict.conflictingPairs, ...verdict.identicalPairs].map((pair) => pair.gives);
  const keyTexts = new Map([...known].filter(([place]) => places.includes(place)));
  const missing = places.filter((place) => !keyTexts.has(place));
  const inputs = await readRowsAt(
    file,
    missing.map((place) => rowAt(place, head)),
  );
  for (const place of missing) {
    const input = inputs.get(rowAt(place, head));
    if (input === undefined) continue;
    table.check(input);
    keyTexts.set(
      place,
      keyParts(table).map((part, at) => table.values[table.key[at] ?? -1] ?? part),
    );
  }
  await refill(file);
  const summary = summarise(ledger, table, verdict, policy, keyTexts, rowAt(0, head));
  return { ...file, verdict, keyTexts, days, summary: { ...summary, ms: Math.round(now() - began) } };
}

/** Examples that were taken back by repairs make room for the next ones. */
async function refill(file: Pick<CheckedFile, 'source' | 'dialect' | 'index' | 'head' | 'table' | 'ledger'>) {
  const { ledger, table, head } = file;
  const wanting = ledger.findings.wanting();
  const rows = wanting.flatMap(({ places }) => places.map((place) => rowAt(place, head)));
  const inputs = await readRowsAt(file, rows);
  for (const { group, places } of wanting) {
    const found = places.flatMap((place) => {
      const input = inputs.get(rowAt(place, head));
      if (input === undefined) return [];
      table.check(input);
      const { faults } = table;
      const at = faults.codes.findIndex(
        (code, n) => code === group.code && faults.columns[n] === group.column,
      );
      const text = faults.texts[at] ?? '';
      return at < 0 ? [] : [{ row: input.row, text, now: faults.nows[at] ?? text }];
    });
    ledger.findings.show(group, found, table.columns[group.column]?.spec.name ?? null);
  }
}
