import { ANY_ORDER, DATE_ORDERS, dated, ORDER_BITS, type DateOrder, type Dated } from '../repair/read-date';
import type { ColumnRule } from '../repair/model';
import { CODE } from './codes';
import { isErrorValue } from './error-value';

const SERIAL = /^\d{5}(?:\.\d+)?$/;
const ISO_TWELVE = /^\d{4}-\d{2}-\d{2}[T ].*[ap]\.?\s?m\.?$/i;

/** Which finding a text is that the ISO reader could not take, under the rules the user chose for the column. */
export function unreadDate(rules: readonly ColumnRule[]): (text: string) => number {
  const order = rules.findLast((rule) => rule.rule === 'date-order');
  // Only who says so writes day before month behind the year; to everybody else there is no such day.
  const known = order?.order === 'year-day' ? ANY_ORDER : ANY_ORDER & ~ORDER_BITS['year-day'];
  const names = rules.findLast((rule) => rule.rule === 'date-names');
  const isShort = ({ shortYears }: Dated, by: DateOrder) => shortYears[DATE_ORDERS.indexOf(by)] !== undefined;
  const named = (date: Dated) => {
    if (names === undefined) return CODE['date-month-name'];
    const by = names.yearFirst === true ? 'year-first' : 'day-first';
    const short = names.pivot === undefined && isShort(date, by);
    return short ? CODE['date-year-short'] : CODE['date-not-in-calendar'];
  };
  const numbers = (date: Dated, text: string) => {
    if (order !== undefined) {
      if (order.pivot === undefined && isShort(date, order.order)) return CODE['date-year-short'];
      return date.orders & ORDER_BITS[order.order] ? CODE['date-malformed'] : CODE['date-not-in-calendar'];
    }
    if (ISO_TWELVE.test(text)) return CODE['date-twelve-hour'];
    return date.written.kind === 'compact' ? CODE['date-compact'] : CODE['date-order-unknown'];
  };
  return (text) => {
    if (isErrorValue(text)) return CODE['cell-error-value'];
    if (SERIAL.test(text)) return CODE['date-serial'];
    const date = dated(text);
    if (date === undefined) return CODE['date-malformed'];
    const { kind } = date.written;
    if ((date.orders & known) === 0)
      return kind === 'compact' ? CODE['date-malformed'] : CODE['date-not-in-calendar'];
    return kind === 'named' ? named(date) : numbers(date, text);
  };
}
