import type { RejectionKind } from '@/lib/submission/rejection-kind';

/** What a refusal of Peak's means and what helps, by what it is about. */
export const REJECTION_WORDS: Record<RejectionKind, string> = {
  missing: 'A column that the table needs is not in the row. Map it, or fill it with a constant.',
  empty: 'The cell is empty, and the column allows no empty values. Fill it in.',
  key: 'A column of the primary key is empty or unfit. Every row needs its whole key.',
  'unknown-column':
    'The row has a column that the rolled-out table does not know. Roll out again, or leave it out.',
  type: 'The value is of another type than the column. Look at it as text: units, blanks and signs are the usual cause.',
  'number-size':
    'The number has more digits, or more places, than the column holds. Round it, or ask for a wider column.',
  date: 'The date or time is not in the calendar or not in the column’s form. Correct it, or set how dates are read.',
  length:
    'The text is longer or shorter than the column allows. Bytes are counted, so letters with accents count double.',
  'not-allowed': 'The value is not among those that the column allows. Map it to one that is.',
  other: 'We do not know this error. Peak’s message is the best there is; its support can explain the code.',
};
