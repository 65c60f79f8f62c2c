import type { FindingCode } from '@/lib/validation/model';
import type { Say } from './advice';

/** Dates and times, and the ways people write them. */
export const DATE_FINDINGS = {
  'date-malformed': (column) => ({
    what: 'Not a date',
    why: `The column is a ${column?.type ?? 'date'}${column?.format === undefined ? '' : ` (${column.format})`}, and the text is no way of writing one that we know.`,
    todo: 'Correct the cells or choose another file column.',
  }),
  'date-not-in-calendar': () => ({
    what: 'A day that does not exist',
    why: 'For example 30 February, month 13, or a Monday that was a Tuesday. Often day and month are the other way round.',
    todo: 'Say how the dates are written, or correct the cells.',
  }),
  'date-order-unknown': () => ({
    what: 'Which part of the date is day, month, year?',
    why: 'The date is not written year-month-day: 03/04/2024 may be 3 April or 4 March. We never pick by ourselves.',
    todo: 'Say which comes first, once for the whole column. Where rows of the column prove it, that order is offered.',
  }),
  'date-year-day-month': () => ({
    what: 'Does the day stand before the month?',
    why: 'The column holds days that exist only as year-day-month, such as 2024-13-05. Then 2024-05-03 is the 5th of March, not the 3rd of May. Nothing else in the column settles it.',
    todo: 'Compare with the source and say how the column is written; its rows wait until then. If the other cells are slips, choose “year first” and correct them.',
  }),
  'date-turned': () => ({
    what: 'Were day and month exchanged?',
    why: 'The dates that are not written year-month-day all have a day after the 12th, and those that are have none. So looks a column whose 03/04/2024 a spreadsheet or a program read the other way round; what it could not read so it left as text.',
    todo: 'Compare a few of these rows with the source, and say whether day and month are to be exchanged in them; they wait until then.',
  }),
  'date-zone-dropped': () => ({
    what: 'Time with a zone in a column without one',
    why: 'Leaving the zone out would change what the time means, and nothing is converted silently.',
    todo: 'Convert the times in the source, or leave the zone off if all are meant as written.',
  }),
  'date-far': () => ({
    what: 'A year far from today',
    why: 'Years before 1900 or after 2199 are mostly slips (0202), words for “never” (9999-12-31), or of another calendar: 2567 is 2024 in Thailand. They are sent as they stand.',
    todo: 'Compare with the source system; treat “never” as empty if the table means that by it, or edit the cells. Where all years of a column may be Buddhist ones, a rule is offered that reads them.',
  }),
  'date-far-filled': () => ({
    what: 'A year far from today, and a time filled in',
    why: 'Years before 1900 or after 2199 are mostly slips (0202), words for “never” (9999-12-31), or of another calendar: 2567 is 2024 in Thailand. The year is sent as it stands, and what the time lacks as 00.',
    todo: 'Compare with the source system; treat “never” as empty if the table means that by it, or edit the cells. Where all years of a column may be Buddhist ones, a rule is offered that reads them.',
  }),
  'timestamp-without-time': () => ({
    what: 'Date without a time',
    why: 'The column is a timestamp. The day is sent with 00:00:00.',
    todo: 'If midnight is right, there is nothing to do.',
  }),
  'timestamp-without-seconds': () => ({
    what: 'Time without seconds',
    why: 'The column is a timestamp. The time is sent with :00 seconds.',
    todo: 'If :00 is right, there is nothing to do.',
  }),
  'date-year-short': () => ({
    what: 'Two-digit years',
    why: '14 may be 1914 or 2014. The chosen reading of this column does not say which.',
    todo: 'Choose the reading that says which years are 19xx and which 20xx.',
  }),
  'date-month-name': () => ({
    what: 'Date with the month’s name',
    why: 'The column takes numbers only, in the schema’s own format.',
    todo: 'Apply the offered rule; the preview shows each date as it will be sent.',
  }),
  'date-compact': () => ({
    what: 'Date without separators',
    why: '20240131 is a date to some and a number to others.',
    todo: 'Say which part comes first. Where rows of the column prove it, that order is offered.',
  }),
  'date-serial': () => ({
    what: 'Day number of a spreadsheet',
    why: '45322 is how Excel stores 31 January 2024. Old Mac files count from 1904, four years and a day later.',
    todo: 'Compare one with the source, then choose where the count begins.',
  }),
  'date-twelve-hour': () => ({
    what: 'Time with AM or PM',
    why: 'The column takes the 24-hour clock.',
    todo: 'Apply the offered rule: 3:04 PM becomes 15:04.',
  }),
  'date-zone-missing': () => ({
    what: 'Time without a zone',
    why: 'The column keeps each time’s distance from UTC, and the cell does not say it.',
    todo: 'Apply +00:00 only if the times are UTC; otherwise export them with their zone.',
  }),
  'date-with-time': () => ({
    what: 'A time of day in a date column',
    why: 'The column holds days; the time would be lost.',
    todo: 'Leave the time off for the whole column if it does not matter.',
  }),
  'date-fraction': () => ({
    what: 'Fractions of a second, or seconds',
    why: 'The schema’s format has no place for them.',
    todo: 'Leave fractions off for the whole column if they do not matter; correct cells with seconds the format cannot hold.',
  }),
} satisfies Partial<Record<FindingCode, Say>>;
