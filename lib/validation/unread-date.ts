import { ORDER_BITS, ordersOf, shortYearOf, takeApart, type WrittenDate } from '../repair/read-date';
import type { ColumnRule } from '../repair/model';
import { CODE } from './codes';
import { isErrorValue } from './cell-check';

const SERIAL = /^\d{5}(?:\.\d+)?$/;
const ISO_TWELVE = /^\d{4}-\d{2}-\d{2}[T ].*[ap]\.?\s?m\.?$/i;

/** Which finding a text is that the ISO reader could not take, under the rules the user chose for the column. */
export function unreadDate(rules: readonly ColumnRule[]): (text: string) => number {
  const order = rules.findLast((rule) => rule.rule === 'date-order');
  const names = rules.findLast((rule) => rule.rule === 'date-names');
  const named = (written: WrittenDate) => {
    if (names === undefined) return CODE['date-month-name'];
    const by = names.yearFirst === true ? 'year-first' : 'day-first';
    const short = names.pivot === undefined && shortYearOf(written, by) !== undefined;
    return short ? CODE['date-year-short'] : CODE['date-not-in-calendar'];
  };
  const numbers = (written: WrittenDate, text: string) => {
    if (order !== undefined) {
      const short = order.pivot === undefined && shortYearOf(written, order.order) !== undefined;
      if (short) return CODE['date-year-short'];
      return ordersOf(written) & ORDER_BITS[order.order]
        ? CODE['date-malformed']
        : CODE['date-not-in-calendar'];
    }
    if (ISO_TWELVE.test(text)) return CODE['date-twelve-hour'];
    return written.kind === 'compact' ? CODE['date-compact'] : CODE['date-order-unknown'];
  };
  return (text) => {
    if (isErrorValue(text)) return CODE['cell-error-value'];
    if (SERIAL.test(text)) return CODE['date-serial'];
    const written = takeApart(text);
    if (written === undefined) return CODE['date-malformed'];
    if (ordersOf(written) === 0)
      return written.kind === 'compact' ? CODE['date-malformed'] : CODE['date-not-in-calendar'];
    return written.kind === 'named' ? named(written) : numbers(written, text);
  };
}
