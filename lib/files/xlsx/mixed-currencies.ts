import type { FileNote } from '../model';
import { columnLetters } from './column-letters';
import type { SheetRow } from './sheet-row';

/** Whether amounts of one column stand under formats of several currencies, which their numbers alone do not tell. */
export class MixedCurrencies {
  private readonly first = new Map<number, string>();
  /** Where a column met its second currency. */
  private readonly others = new Map<number, { readonly currency: string; readonly cell: string }>();

  note(currency: string, row: SheetRow): void {
    const first = this.first.get(row.at);
    if (first === undefined) this.first.set(row.at, currency);
    else if (first !== currency && !this.others.has(row.at))
      this.others.set(row.at, { currency, cell: `${columnLetters(row.at)}${row.number}` });
  }

  notes(sheet: string): FileNote[] {
    return [...this.others].map(([column, { currency, cell }]) => ({
      code: 'sheet-currencies-mixed',
      params: {
        sheet,
        column: columnLetters(column),
        cell,
        one: this.first.get(column) ?? '',
        other: currency,
      },
    }));
  }
}
