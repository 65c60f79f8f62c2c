import { ISO } from '../repair/iso-date';
import { isNever } from '../repair/never-day';
import { dated, ORDER_BITS, type WrittenDate } from '../repair/read-date';
import { RowSet } from './growing';
import { Tally } from './tally';

/** Different days of one kind that are told apart; more of them say nothing more. */
export const MOST_DAYS = 3;

/** A date of numbers that is not plain; a plain one with something the column cannot hold is none, either. */
export function unplainDate(raw: string): WrittenDate | undefined {
  const { written, orders = 0 } = dated(raw.trim()) ?? {};
  const isPlain = (orders & ORDER_BITS['year-first']) !== 0 && ISO.test(raw.trim());
  return orders === 0 || written?.kind === 'named' || isPlain ? undefined : written;
}

/** What the file's own texts of one column are as dates, whatever the user edits or skips. */
export class DaysSeen {
  /** Plain days that are none with their month the other way round, and a few different ones of them. */
  readonly proofs = new Tally();
  readonly proofDays = new Set<string>();
  /** Places of those that are another day so. */
  readonly open = new RowSet();
  readonly openDays = new Set<string>();
  /** Dates that are not plain, by the orders they allow (`ORDER_BITS`). */
  readonly texts = new Uint32Array(16);
  readonly textDays = new Set<string>();
  /** No row is left that could add to it. */
  isWhole = false;

  /** Takes a plain date (an ISO text) of the row at this place, written as `raw`. */
  notePlain(at: number, row: number, raw: string, text: string): void {
    const month = text.slice(5, 7);
    const day = text.slice(8, 10);
    if (month === day || text.startsWith('9999')) return;
    if (day > '12') this.proofs.add(row, raw, 1);
    else this.open.add(at);
    const days = day > '12' ? this.proofDays : this.openDays;
    if (days.size < MOST_DAYS) days.add(text.slice(0, 10));
  }

  /** Takes a text that is no date as it stands. */
  noteText(raw: string): void {
    const written = unplainDate(raw);
    if (written === undefined || isNever(written)) return;
    const { orders } = dated(raw.trim()) ?? { orders: 0 };
    this.texts[orders] = (this.texts[orders] ?? 0) + 1;
    const { first, middle, last } = written;
    if (this.textDays.size < MOST_DAYS) this.textDays.add(`${first} ${middle} ${last}`);
  }
}
