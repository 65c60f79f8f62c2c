import { isWrittenIn, ISO } from '../repair/iso-date';
import { editOf } from '../repair/index-repairs';
import type { CompiledTable, RowInput } from './compiled-table';
import { isErrorCode } from './codes';
import { DaysSeen } from './days-seen';
import { EXAMPLES } from './finding-store';
import { RowSet } from './growing';
import type { Ledger } from './ledger';
import { Tally, type Sample } from './tally';
import { mayBeTurned, turnedQuestion } from './turned-days';
import { isYearDay, yearDayQuestion } from './year-day';

/** What some cells of a column make one ask about its plain dates. */
export interface DayQuestion {
  readonly code: number;
  /** Whether what was seen so far leaves it open. */
  isOpen(seen: DaysSeen): boolean;
  /** Tells the ledger's evidence what was seen; of the rows that may wait gives those that do. */
  answer(seen: DaysSeen, waiting: RowSet): RowSet;
}

/**
 * What was seen of columns by their names, and null where nothing makes one ask whether days and months are exchanged. It is
 * of the file's own text, so it holds until a rule of the column changes.
 */
export type KnownDays = ReadonlyMap<string, DaysSeen | null>;

/** What the plain dates of one column say where there is such a question. */
export class PlainDays {
  readonly seen: DaysSeen;
  private rows = new RowSet();

  constructor(
    readonly column: number,
    readonly name: string,
    private readonly ledger: Ledger,
    private readonly question: DayQuestion,
    known: DaysSeen | undefined,
  ) {
    const isEnough = known !== undefined && (known.isWhole || !question.isOpen(known));
    this.seen = isEnough ? known : new DaysSeen();
  }

  /** Enough was seen to answer: more rows change nothing. */
  get isSettled(): boolean {
    return this.seen.isWhole || !this.question.isOpen(this.seen);
  }

  /** Takes the row at this place; `table` is used to check it, and knows of no edits: what the user types proves nothing. */
  note(at: number, table: CompiledTable, input: RowInput): void {
    const { column, seen } = this;
    table.checkColumn(column, input);
    const raw = input.cells[table.positions[column] ?? -1] ?? '';
    if (table.faults.codes.some(isErrorCode)) return seen.noteText(raw);
    const text = table.textOf(column, input).trim();
    // A day that a rule has made (of a month's name, of a day number) says nothing of how days are written.
    if (ISO.test(text) && isWrittenIn(raw, text)) seen.notePlain(at, input.row, raw, text);
  }

  /** Answers, leaving out the rows at these places (edited or skipped); gives the places of the first that wait. */
  take(hidden: Iterable<number>): number[] {
    const waiting = RowSet.union([this.seen.open, new RowSet()]);
    for (const at of hidden) waiting.delete(at);
    this.rows = this.question.answer(this.seen, waiting);
    return this.rows.page(0, EXAMPLES);
  }

  /** Puts the rows that wait in the place of what the ledger knew, with the first of them. */
  tell(first: readonly Sample[]): void {
    this.ledger.findings.put(this.column, this.question.code, this.rows, first, this.name);
  }
}

/** Rows whose text of this column in the file does not count: edited or skipped ones. */
export function hiddenRows({ repairs, columns, positions }: CompiledTable, column: number): Set<number> {
  const rows = new Set(repairs.skipped);
  const name = columns[column]?.spec.name;
  for (const [row, edits] of repairs.edits)
    if (editOf(edits, name, positions[column] ?? -1) !== undefined) rows.add(row);
  return rows;
}

const isOfDays = (type: string): boolean => type === 'date' || type === 'timestamp';

/**
 * Columns of which one has to know what their plain dates say, and nobody was told; `known` is what was seen of them before,
 * `hiddenTexts` how many cells at most are edited or skipped that are dates but no plain ones.
 */
export function openDays(
  ledger: Ledger,
  table: CompiledTable,
  known: KnownDays = new Map(),
  hiddenTexts: (column: number) => number = (at) => hiddenRows(table, at).size,
): PlainDays[] {
  return table.columns.flatMap(({ spec: { name, type } }, at) => {
    const evidence = ledger.evidence[at];
    if (evidence === undefined || !isOfDays(type)) return [];
    // What an earlier look found no longer counts.
    evidence.days = new Tally();
    evidence.turned = 0;
    const questions = [yearDayQuestion(evidence), turnedQuestion(evidence, ledger.length)] as const;
    for (const { code } of questions) ledger.findings.put(at, code, new RowSet(), [], name);
    if ((table.repairs.rules.get(name) ?? []).some(({ rule }) => rule === 'date-order')) return [];
    const [ofYear, ofTurned] = questions;
    const before = known.get(name);
    const isTurned = () =>
      before !== null && mayBeTurned(ledger, at, hiddenRows(table, at).size, hiddenTexts(at));
    const question = isYearDay(evidence) ? ofYear : isTurned() ? ofTurned : undefined;
    return question === undefined ? [] : [new PlainDays(at, name, ledger, question, before ?? undefined)];
  });
}

/** What is known of all columns by now, those that were looked at and those that need no look. */
export function daysKnown(table: CompiledTable, known: KnownDays, looked: readonly PlainDays[]): KnownDays {
  return new Map(
    table.columns.map(({ spec: { name } }) => {
      const seen = looked.find((days) => days.name === name)?.seen ?? known.get(name);
      return [name, seen ?? null] as const;
    }),
  );
}
