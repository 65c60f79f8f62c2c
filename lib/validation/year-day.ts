import { ISO } from '../repair/iso-date';
import { editOf } from '../repair/index-repairs';
import { ORDER_BITS } from '../repair/read-date';
import { CODE, isErrorCode } from './codes';
import type { CompiledTable, RowInput } from './compiled-table';
import type { ColumnEvidence } from './evidence';
import { EXAMPLES } from './finding-store';
import type { Ledger } from './ledger';
import { RowSet } from './growing';
import { Tally, type Sample } from './tally';

/** Cells that only year, day, month reads, from which on a column of many others is not one with a few slips. */
const NO_SLIP = 3;
const SHARE_OF_SLIPS = 0.1;

const turnedOf = ({ orders }: ColumnEvidence): number => orders[ORDER_BITS['year-day']]?.count ?? 0;

/**
 * Whether cells such as `2024-13-05` make one ask how the whole column is written: nothing in it proves year-month-day, or
 * they are too many to be slips. Year, day, month is rare (a setting of SQL Server, `ydm`).
 */
export function isYearDay(evidence: ColumnEvidence): boolean {
  const turned = turnedOf(evidence);
  const usual = (evidence.orders[ORDER_BITS['year-first']]?.count ?? 0) + evidence.days.count;
  return turned > 0 && (usual === 0 || (turned >= NO_SLIP && turned >= usual * SHARE_OF_SLIPS));
}

/** What the plain dates of one column say while such cells stand among them. */
export class PlainDays {
  /** Days that are none with their month the other way round. */
  readonly proofs = new Tally();
  /** Places of those that are another day so, and the first of them. */
  readonly open = new RowSet();
  private readonly first: Sample[] = [];

  constructor(
    private readonly column: number,
    private readonly name: string,
    private readonly ledger: Ledger,
  ) {}

  /** Enough was seen to know that the column is written as usual: more rows change nothing. */
  get isSettled(): boolean {
    const evidence = this.ledger.evidence[this.column];
    return evidence === undefined || !isYearDay({ ...evidence, days: this.proofs });
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
    const evidence = this.ledger.evidence[this.column];
    if (evidence !== undefined) evidence.days = this.proofs;
    const code = CODE['date-year-day-month'];
    this.ledger.findings.put(this.column, code, this.open, this.first, this.name);
  }
}

/** Columns of which one has to know what their plain dates say: a cell reads as year, day, month alone, and nobody was told. */
export function openDays(ledger: Ledger, table: CompiledTable): PlainDays[] {
  const code = CODE['date-year-day-month'];
  return table.columns.flatMap(({ spec }, at) => {
    const evidence = ledger.evidence[at];
    if (evidence === undefined) return [];
    // What an earlier look found no longer counts.
    evidence.days = new Tally();
    ledger.findings.put(at, code, new RowSet(), [], spec.name);
    const rules = table.repairs.rules.get(spec.name) ?? [];
    const isTold = rules.some(({ rule }) => rule === 'date-order');
    return isTold || !isYearDay(evidence) ? [] : [new PlainDays(at, spec.name, ledger)];
  });
}
