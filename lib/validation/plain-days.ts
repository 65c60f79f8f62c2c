import { ISO } from '../repair/iso-date';
import { editOf } from '../repair/index-repairs';
import type { CompiledTable, RowInput } from './compiled-table';
import { isErrorCode } from './codes';
import { EXAMPLES } from './finding-store';
import { RowSet } from './growing';
import type { Ledger } from './ledger';
import { Tally, type Sample } from './tally';
import { mayBeTurned, turnedQuestion } from './turned-days';
import { isYearDay, yearDayQuestion } from './year-day';

/** What some cells of a column make one ask about its plain dates. */
export interface DayQuestion {
  readonly code: number;
  /** Whether plain dates that are none the other way round leave it open. */
  isOpen(proofs: Tally): boolean;
  /** Tells the ledger's evidence what was seen, and how many plain dates are another day; gives the rows that wait. */
  answer(proofs: Tally, open: RowSet): RowSet;
}

/** What the plain dates of one column say where there is such a question. */
export class PlainDays {
  /** Days that are none with their month the other way round. */
  private readonly proofs = new Tally();
  /** Places of those that are another day so, and the first of them. */
  private readonly open = new RowSet();
  private readonly first: Sample[] = [];

  constructor(
    private readonly column: number,
    private readonly name: string,
    private readonly ledger: Ledger,
    private readonly question: DayQuestion,
  ) {}

  /** Enough was seen to know that the column is written as usual: more rows change nothing. */
  get isSettled(): boolean {
    return !this.question.isOpen(this.proofs);
  }

  /** Takes the row at this place; `table` is used to check it. */
  note(at: number, table: CompiledTable, input: RowInput): void {
    const { column } = this;
    table.checkColumn(column, input);
    if (table.faults.codes.some(isErrorCode)) return;
    const text = table.textOf(column, input).trim();
    const [, , month, day] = ISO.exec(text) ?? [];
    if (month === undefined || day === undefined || month === day) return;
    const position = table.positions[column] ?? -1;
    const edits = table.repairs.edits.get(input.row);
    const raw = editOf(edits, table.columns[column]?.spec.name, position) ?? input.cells[position] ?? '';
    // A day that a rule has made (of a month's name, of a day number) says nothing of how days are written.
    if (!raw.includes(text.slice(0, 10))) return;
    if (day > '12') this.proofs.add(input.row, raw, 1);
    else if (this.open.add(at) && this.first.length < EXAMPLES)
      this.first.push({ row: input.row, value: raw });
  }

  /** Puts what was seen in the place of what the ledger knew. */
  take(): void {
    const rows = this.question.answer(this.proofs, this.open);
    this.ledger.findings.put(this.column, this.question.code, rows, this.first, this.name);
  }
}

/** Columns of which one has to know what their plain dates say, and nobody was told. */
export function openDays(ledger: Ledger, table: CompiledTable): PlainDays[] {
  return table.columns.flatMap(({ spec: { name } }, at) => {
    const evidence = ledger.evidence[at];
    if (evidence === undefined) return [];
    // What an earlier look found no longer counts.
    evidence.days = new Tally();
    evidence.turned = 0;
    const questions = [yearDayQuestion(evidence), turnedQuestion(evidence)];
    for (const { code } of questions) ledger.findings.put(at, code, new RowSet(), [], name);
    if ((table.repairs.rules.get(name) ?? []).some(({ rule }) => rule === 'date-order')) return [];
    const [ofYear, ofTurned] = questions;
    const question = isYearDay(evidence) ? ofYear : mayBeTurned(ledger, at) ? ofTurned : undefined;
    return question === undefined ? [] : [new PlainDays(at, name, ledger, question)];
  });
}
