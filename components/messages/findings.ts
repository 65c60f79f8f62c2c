import type { ColumnSpec } from '@/lib/peak/model';
import type { FindingCode, RowState, Severity } from '@/lib/validation/model';
import type { Advice } from './advice';

const quoted = (values: readonly string[]): string =>
  values.length > 8
    ? `${values.slice(0, 8).join(', ')} and ${values.length - 8} more`
    : values.join(', ') || 'the listed values';

const range = (column: ColumnSpec | undefined): string => {
  if (column?.min !== undefined && column.max !== undefined) return `between ${column.min} and ${column.max}`;
  if (column?.min !== undefined) return `at least ${column.min}`;
  return column?.max === undefined ? 'inside the range of the schema' : `at most ${column.max}`;
};

type Say = (column: ColumnSpec | undefined) => Advice;

const FINDINGS: Record<FindingCode, Say> = {
  'required-empty': () => ({
    what: 'Empty, but a value is required',
    why: 'The schema allows no null here, so Peak refuses the row.',
    todo: 'Fill the cells, give one value for all empty ones, or hold the rows back.',
  }),
  'key-empty': () => ({
    what: 'Empty part of the primary key',
    why: 'Without its whole key a row cannot be found again, so it is never sent.',
    todo: 'Fill the key in the file or here; otherwise these rows are held back.',
  }),
  'key-duplicate-identical': () => ({
    what: 'Same key again, same values',
    why: 'The row says what another row of this file says already.',
    todo: 'Nothing is lost by leaving the copies out; the choice is in the duplicates panel.',
  }),
  'key-duplicate-conflicting': () => ({
    what: 'Same key again, other values',
    why: 'Each key travels once per load, because Peak stores in no promised order. One of the rows gives way.',
    todo: 'Choose in the duplicates panel which row stays, or hold all of them back.',
  }),
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
    todo: 'Apply the offered rule if the comma is the decimal sign in this whole column.',
  }),
  'number-thousands': () => ({
    what: 'Thousands separators',
    why: '1,234 may be one thousand or a little more than one, so we do not guess.',
    todo: 'Apply the offered rule if the comma separates thousands in this whole column.',
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
  'boolean-malformed': () => ({
    what: 'Neither true nor false',
    why: 'The column takes true and false; yes/no, 1/0 and the like are read as these.',
    todo: 'Correct the cells or choose another file column.',
  }),
  'date-malformed': (column) => ({
    what: 'Not a date',
    why: `The column is a ${column?.type ?? 'date'}${column?.format === undefined ? '' : ` (${column.format})`}, and the text is no way of writing one that we know.`,
    todo: 'Correct the cells or choose another file column.',
  }),
  'date-not-in-calendar': () => ({
    what: 'A day that does not exist',
    why: 'For example 30 February, or month 13. Often day and month are the other way round.',
    todo: 'Say how the dates are written, or correct the cells.',
  }),
  'date-order-unknown': () => ({
    what: 'Which part of the date is day, month, year?',
    why: 'The date is not written year-month-day: 03/04/2024 may be 3 April or 4 March. We never pick by ourselves.',
    todo: 'Say which comes first, once for the whole column. Where rows of the column prove it, that order is offered.',
  }),
  'date-zone-dropped': () => ({
    what: 'Time with a zone in a column without one',
    why: 'Leaving the zone out would change what the time means, and nothing is converted silently.',
    todo: 'Convert the times in the source and export them without a zone.',
  }),
  'timestamp-without-time': () => ({
    what: 'Date without a time',
    why: 'The column is a timestamp. The day is sent with 00:00:00.',
    todo: 'Nothing, if midnight is right for you.',
  }),
  'timestamp-without-seconds': () => ({
    what: 'Time without seconds',
    why: 'The column is a timestamp. The time is sent with :00 seconds.',
    todo: 'Nothing, if that is right for you.',
  }),
  'json-malformed': () => ({
    what: 'Not JSON',
    why: 'The column takes one JSON value per cell, and the text cannot be parsed.',
    todo: 'Correct the cells or choose another file column.',
  }),
  'text-too-long': (column) => ({
    what: 'Text too long',
    why: `The column holds ${column?.maxLength ?? 65535} bytes; letters beyond English take two to four bytes each.`,
    todo: 'Shorten the text; nothing is cut silently.',
  }),
  'text-too-short': (column) => ({
    what: 'Text too short',
    why: `The schema wants at least ${column?.minLength ?? 'a few'} characters.`,
    todo: 'Correct the cells or hold the rows back.',
  }),
  'value-not-allowed': (column) => ({
    what: 'Not one of the allowed values',
    why: `The schema allows: ${quoted(column?.allowed ?? [])}.`,
    todo: 'Correct the cells; spelling and case count.',
  }),
  'value-out-of-range': (column) => ({
    what: 'Outside the allowed range',
    why: `The schema wants a value ${range(column)}.`,
    todo: 'Correct the cells or hold the rows back.',
  }),
  'value-not-matching': (column) => ({
    what: 'Does not match the pattern',
    why: `The schema wants text like ${column?.pattern ?? 'its pattern'}.`,
    todo: 'Correct the cells or hold the rows back.',
  }),
  'text-float-shaped-id': () => ({
    what: 'Identifier that looks like a number with .0',
    why: 'A spreadsheet may have turned 17850 into 17850.0; other files would then not match it.',
    todo: 'Apply the offered rule if the .0 was not in the source system.',
  }),
  'text-padded': () => ({
    what: 'Spaces around the text',
    why: 'They are sent as they are, and “A ” is another value than “A”, in keys too.',
    todo: 'Apply the offered rule to cut spaces at both ends.',
  }),
  'cell-error-value': () => ({
    what: 'Spreadsheet error in the cell',
    why: '#N/A, #REF! and the like are what a formula left behind, not a value.',
    todo: 'Repair the formula in the spreadsheet and export again, or treat such cells as empty.',
  }),
  'cell-undecodable': () => ({
    what: 'Bytes that are no letters',
    why: 'In the chosen encoding these bytes mean nothing; the text would arrive damaged.',
    todo: 'Go back to File and choose another encoding.',
  }),
  'row-quote-broken': () => ({
    what: 'Broken quotation mark',
    why: 'A quote never closes or stands where none belongs, or a line ends here in another way than all others, so where the cells of this row end is a guess.',
    todo: 'Look at the row in the file, correct its quotes or line ends, and choose the file again.',
  }),
  'row-ragged-short': () => ({
    what: 'Row with too few cells',
    why: 'It has fewer cells than the header, so values may stand under the wrong heading.',
    todo: 'Look at the row in the file; it is held back until it fits.',
  }),
  'row-ragged-long': () => ({
    what: 'Row with too many cells',
    why: 'It has more cells than the header. Often an unquoted separator inside a text.',
    todo: 'Look at the row in the file; it is held back until it fits.',
  }),
  'row-too-large': () => ({
    what: 'Row too large to send',
    why: 'One request may hold less than 1,000,000 bytes, and this row alone is more.',
    todo: 'Shorten its texts in the file.',
  }),
  'column-all-empty': () => ({
    what: 'The whole column is empty',
    why: 'Every row has an empty cell here. Perhaps the wrong file column was chosen.',
    todo: 'Go back to Columns, or leave it if the source really has no values.',
  }),
  'header-only-row': () => ({
    what: 'The header once more',
    why: 'A data row repeats the header, as in files glued together.',
    todo: 'It is held back; nothing to do.',
  }),
};

/** Sentences for one kind of finding, with the facts of the column it was found in. */
export const findingAdvice = (code: FindingCode, column?: ColumnSpec): Advice => FINDINGS[code](column);

export const SEVERITY_WORDS: Record<Severity, string> = { error: 'keeps rows back', warning: 'worth a look' };

export const ROW_STATE_WORDS: Record<RowState, { readonly label: string; readonly meaning: string }> = {
  ready: { label: 'Ready', meaning: 'will be sent' },
  held: { label: 'Held back', meaning: 'has errors, stays here' },
  skipped: { label: 'Skipped', meaning: 'left out by you' },
  superseded: { label: 'Superseded', meaning: 'another row of the same key goes instead' },
  blank: { label: 'Blank', meaning: 'no cell holds anything; not a data row' },
};
