import type { ColumnSource, MappingProblem } from '@/lib/mapping/model';
import type { ColumnSpec } from '@/lib/peak/model';

type Code = MappingProblem['code'];

const PROBLEMS: Record<Code, (problem: MappingProblem) => string> = {
  'required-missing': (problem) =>
    `${problem.column} is required, but takes nothing from the file. Choose what it takes.`,
  'key-missing': (problem) =>
    `${problem.column} is part of the primary key and takes nothing from the file. Without it no row can be sent.`,
  'position-twice': (problem) =>
    `${problem.column} and ${problem.other ?? 'another column'} take the same file column. Choose another one for one of them.`,
  'position-gone': (problem) =>
    `${problem.column} takes a file column that this file does not have. Choose again.`,
  'nothing-mapped': () => 'No column takes anything from the file yet. Choose at least one.',
};
export const mappingProblem = (problem: MappingProblem): string => PROBLEMS[problem.code](problem);

type By = Extract<ColumnSource, { kind: 'file' }>['by'];
export const MATCH_WORDS: Record<By, { readonly label: string; readonly meaning: string }> = {
  exact: { label: 'same name', meaning: 'the heading is the name of the column' },
  alias: { label: 'known name', meaning: 'a name that this column often has' },
  guess: { label: 'guess', meaning: 'similar name: please look' },
  user: { label: 'yours', meaning: 'chosen by you' },
  saved: { label: 'as before', meaning: 'chosen for a file with these headings before' },
};

const TYPES: Record<ColumnSpec['type'], string> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
  float: 'number',
  numeric: 'exact number',
  json: 'JSON',
  date: 'date',
  timestamp: 'date and time',
};
/** The type of a column in plain words, with its size or format where it has one. */
export function typeWords(column: ColumnSpec): string {
  if (column.type === 'numeric' && column.precision !== undefined)
    return `exact number (${column.precision},${column.scale ?? 0})`;
  if (column.format !== undefined) return `${TYPES[column.type]}, ${column.format}`;
  return TYPES[column.type];
}

export const NOT_FROM_FILE = {
  null: { text: 'Leave empty (null)', note: 'sent in every row, without a value' },
  omit: { text: 'Leave out', note: 'not sent at all' },
  missing: { text: 'Nothing chosen', note: 'must be chosen before you can go on' },
} as const;

/** What becomes of a file column of times that no table column takes. */
export const timesOfDay = (column: string): string =>
  `Times of day: Review offers to put them behind the date of ${column}.`;
