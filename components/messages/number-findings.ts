import type { FindingCode } from '@/lib/validation/model';
import type { Say } from './advice';

/** Numbers, and what people put around them. */
export const NUMBER_FINDINGS = {
  'integer-malformed': () => ({
    what: 'Not a whole number',
    why: 'The column is an integer: digits with an optional sign, nothing else.',
    todo: 'Correct the cells or choose another file column; the rows are held back until then.',
  }),
  'integer-point-zero': () => ({
    what: 'Whole number written with .0',
    why: 'Spreadsheets write 17850.0 when a column once held empty cells. Peak wants 17850.',
    todo: 'Apply the offered rule: it drops a point that only zeros follow, and nothing else.',
  }),
  'integer-too-large': () => ({
    what: 'Whole number too large',
    why: 'It does not fit a 64-bit integer of the warehouse.',
    todo: 'Check whether this is an identifier that belongs into a text column.',
  }),
  'number-malformed': () => ({
    what: 'Not a number',
    why: 'The text cannot be read as a decimal number in one way only.',
    todo: 'Correct the cells or choose another file column.',
  }),
  'number-decimal-comma': () => ({
    what: 'Decimal comma',
    why: '1.234,50 means something else where the point is the decimal sign, so we do not guess.',
    todo: 'Say once for the whole column what the comma is. Where its rows prove it, that reading is offered.',
  }),
  'number-thousands': () => ({
    what: 'Separators inside the number',
    why: '1,234 may be more than a thousand or a little more than one, so we do not guess.',
    todo: 'Say once for the whole column which sign is the decimal one. Where its rows prove it, that reading is offered.',
  }),
  'number-beyond-shown': () => ({
    what: 'More digits than Excel shows',
    why: 'A spreadsheet stores numbers in binary and shows 15 digits: where it shows 40.62, the file may hold 40.619999999999997. They are sent with the digits of the file.',
    todo: 'Apply the offered rule to send what Excel shows, or leave the numbers as the file has them.',
  }),
  'float-rounded': () => ({
    what: 'More digits than a float keeps',
    why: 'The column is a 64-bit float, which keeps 15 to 17 digits. All digits of the file are sent, and the warehouse stores the nearest number it has.',
    todo: 'Nothing, if that is near enough. What must stay exact belongs into a numeric or a text column.',
  }),
  'number-beyond-shown-unfit': () => ({
    what: 'More digits than Excel shows, and than the column holds',
    why: 'The file may hold 40.619999999999997 where the spreadsheet shows 40.62. What it shows fits the column; what it stores does not.',
    todo: 'Apply the offered rule to send what Excel shows; the rows are held back until then.',
  }),
  'numeric-precision': (column) => ({
    what: 'More digits than the column holds',
    why: `The column is numeric(${column?.precision ?? '?'},${column?.scale ?? '?'}): so many digits in all, so many after the point.`,
    todo: 'Shorten the number in the file; nothing is rounded silently.',
  }),
  'numeric-scale': (column) => ({
    what: 'More decimals than the column holds',
    why: `The column keeps ${column?.scale ?? 'fewer'} decimals; cutting the rest would change the value.`,
    todo: 'Round in the file if that is meant; nothing is rounded silently.',
  }),
  'number-lone-point': () => ({
    what: 'A point before three digits',
    why: '1.234 may be a thousand and more, or a little more than one with a decimal point; this column does not say which.',
    todo: 'Say once for the whole column what the point is.',
  }),
  'number-point-group': () => ({
    what: 'Decimal point or thousands?',
    why: 'Every number with a point that stands as text has exactly three digits behind it, so 1.234 may be a little more than one, or 1234. No cell of the column tells, so the rows wait for your answer.',
    todo: 'Say once for the whole column what the point is.',
  }),
  'number-negative-form': () => ({
    what: 'Negative number written as in accounts',
    why: '(1,234.50) and 12- mean less than zero to accountants, and nothing to a warehouse.',
    todo: 'Apply the offered rule: it puts the minus sign in front.',
  }),
  'number-unit': () => ({
    what: 'Currency or unit beside the number',
    why: 'The column holds numbers alone. Several units in one column are amounts that must not be mixed, so each is offered by itself.',
    todo: 'Apply the offered rule to take the unit off. The number stays as written.',
  }),
  'number-percent': () => ({
    what: 'Percent sign',
    why: '12.5% may have to arrive as 12.5 or as 0.125; only whoever reads the table knows.',
    todo: 'Choose one for the whole column.',
  }),
  'number-other-digits': () => ({
    what: 'Digits or minus signs of another kind',
    why: 'They look like numbers, but are full-width or Arabic digits, or a minus sign that is none.',
    todo: 'Apply the offered rule: it writes the same number in plain digits.',
  }),
  'integer-exponent': () => ({
    what: 'Whole number with an exponent',
    why: '1.23E+15 is how spreadsheets show long numbers; the digits it leaves out are lost.',
    todo: 'Export again with the column as a number without decimals. Write the exponent out only if the zeros are real.',
  }),
} satisfies Partial<Record<FindingCode, Say>>;
