import { ISO, isWrittenIn } from './iso-date';
import type { ColumnRule } from './model';
import { dated, ORDER_BITS, readDate, type DateOrder } from './read-date';

type Reader = (text: string) => string;
type OrderRule = Extract<ColumnRule, { rule: 'date-order' }>;

/** Reads dates of this order, those with a month's name or those of numbers; any other text stays. */
export function dateReader(order: DateOrder, pivot: number | undefined, named: boolean): Reader {
  return (text) => {
    const written = dated(text)?.written;
    if (written === undefined || (written.kind === 'named') !== named) return text;
    return readDate(written, order, pivot) ?? text;
  };
}

/** Whether the answer exchanges day and month of plain dates. */
export const exchangesDays = (rule: ColumnRule): boolean =>
  rule.rule === 'date-order' && (rule.turned === true || rule.order === 'year-day');

const isPlainDay = (text: string): boolean =>
  ISO.test(text.trim()) && ((dated(text)?.orders ?? 0) & ORDER_BITS['year-first']) !== 0;

/**
 * How a column's answer reads a text. Day and month are exchanged in a plain day of the file alone: one that another rule
 * has made of `raw`, the cell's own text, is right already, and so is one that the user typed.
 */
export function orderReader(rule: OrderRule, isTyped: boolean): (text: string, raw: string) => string {
  const read = dateReader(rule.order, rule.pivot, false);
  if (!exchangesDays(rule)) return read;
  const exchange = dateReader('year-day', undefined, false);
  return (text, raw) => {
    if (!ISO.test(text.trim())) return read(text);
    if (isTyped) return isPlainDay(text) ? text : exchange(text);
    return isWrittenIn(raw, text.trim()) ? exchange(text) : text;
  };
}
