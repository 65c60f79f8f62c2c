import type { ColumnRule } from './model';

const POINT_ZERO = /^[+-]?\d+\.0+$/;
const COMMA_DECIMAL = /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d*),\d+$/;
/** Two or more groups: a decimal point cannot stand twice, so these points are thousands. One group stays as it is. */
const POINT_THOUSANDS = /^[+-]?\d{1,3}(?:\.\d{3}){2,}$/;
const COMMA_THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const SMALL_FIRST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})((?:[T ].*)?)$/;
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})((?:[T ].*)?)$/;

const two = (digits: string) => digits.padStart(2, '0');

/** Puts a written date into ISO order; text that cannot be read in that order stays as it is, for the checker to name. */
function reorder(text: string, order: 'day-first' | 'month-first' | 'year-first'): string {
  const parts = (order === 'year-first' ? YEAR_FIRST : SMALL_FIRST).exec(text.trim());
  if (parts === null) return text;
  const [, a = '', , b = '', c = '', time = ''] = parts;
  const [year, month, day] =
    order === 'year-first' ? [a, b, c] : order === 'day-first' ? [c, b, a] : [c, a, b];
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return text;
  return `${year}-${two(month)}-${two(day)}${time.replace(/^([T ])(\d):/, '$10$2:')}`;
}

/** A rule as a function of one cell's text. It never fails: what it does not touch it gives back unchanged. */
export function compileRule(rule: ColumnRule): (text: string) => string {
  switch (rule.rule) {
    case 'trim':
      return (text) => text.trim();
    case 'empty-words': {
      const words = new Set(rule.words.map((word) => word.trim().toLowerCase()));
      return (text) => (words.has(text.trim().toLowerCase()) ? '' : text);
    }
    case 'drop-point-zero':
      return (text) => (POINT_ZERO.test(text) ? text.slice(0, text.indexOf('.')) : text);
    case 'decimal-comma':
      return (text) => {
        if (COMMA_DECIMAL.test(text)) return text.replaceAll('.', '').replace(',', '.');
        return POINT_THOUSANDS.test(text) ? text.replaceAll('.', '') : text;
      };
    case 'thousands-comma':
      return (text) => (COMMA_THOUSANDS.test(text) ? text.replaceAll(',', '') : text);
    case 'date-order':
      return (text) => reorder(text, rule.order);
    case 'constant-when-empty':
      return (text) => (text === '' ? rule.value : text);
  }
}

/** Rules in list order as one function; undefined when there are none, so that a pass can skip the call. */
export function compileRules(rules: readonly ColumnRule[]): ((text: string) => string) | undefined {
  const steps = rules.map(compileRule);
  const [only] = steps;
  if (only === undefined) return undefined;
  return steps.length === 1 ? only : (text) => steps.reduce((current, step) => step(current), text);
}
