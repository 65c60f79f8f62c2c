import { z } from 'zod';
import { columnRule } from '../repair/model';

/**
 * A finding is a problem with a cell, a row or the table. `error` keeps the row back, `warning` does not.
 * Codes only; sentences are chosen in components/messages.
 */
export const FINDING_CODES = [
  'required-empty',
  'key-empty',
  'key-duplicate-identical',
  'key-duplicate-conflicting',
  'integer-malformed',
  'integer-point-zero',
  'integer-too-large',
  'number-malformed',
  'number-decimal-comma',
  'number-thousands',
  /** `1.234` in a column read with a decimal comma: either number. */
  'number-lone-point',
  /** `1.234` in a column of which nothing proves the decimal sign: asked about, and kept back until there is an answer. */
  'number-point-group',
  'number-negative-form',
  'number-unit',
  'number-percent',
  'number-other-digits',
  'integer-exponent',
  /** `40.619999999999997`, which spreadsheets show as 40.62: sent as it stands, and said. */
  'number-beyond-shown',
  'float-rounded',
  /** The same where only the shown number fits the column. */
  'number-beyond-shown-unfit',
  'numeric-precision',
  'numeric-scale',
  'boolean-malformed',
  'date-malformed',
  'date-not-in-calendar',
  'date-order-unknown',
  /** `2024-05-03` in a column where `2024-13-05` stands: asked about, and kept back until there is an answer. */
  'date-year-day-month',
  /** `2024-02-01` where texts are day or month first, and all of them beyond the 12th: perhaps read the other way round by a spreadsheet. */
  'date-turned',
  'date-year-short',
  'date-month-name',
  'date-compact',
  'date-serial',
  'date-twelve-hour',
  'date-zone-dropped',
  'date-zone-missing',
  'date-with-time',
  'date-fraction',
  /** Before 1900 or after 2199: sent as it stands, and said. */
  'date-far',
  /** The same of a timestamp whose time is filled in as below. */
  'date-far-filled',
  /** A date alone: sent with 00:00:00, and said. */
  'timestamp-without-time',
  /** Hours and minutes alone: sent with :00 seconds, and said. */
  'timestamp-without-seconds',
  'json-malformed',
  'json-duplicate-key',
  'json-too-deep',
  'text-too-long',
  'text-too-short',
  'value-not-allowed',
  /** Differs from an allowed value in case or blanks alone. */
  'value-near-allowed',
  'value-out-of-range',
  'value-not-matching',
  'text-float-shaped-id',
  'text-padded',
  'text-invisible',
  'text-control',
  'text-lone-surrogate',
  /** `1.23E+15`: a spreadsheet shortened a long number. */
  'text-scientific',
  /** `5-Mar`, `Mar-05`: a spreadsheet took a code for a date. */
  'text-date-like',
  /** A day or a time of a workbook in a column of texts: sent as it stands, which is not what is seen of it, and said. */
  'text-date-cell',
  /** More than 15 digits, zeros after the fifteenth: a spreadsheet keeps no more. */
  'text-rounded-number',
  /** Exactly as long as a spreadsheet or database column lets a text be. */
  'text-cut',
  'text-encoded-twice',
  /** The file itself holds U+FFFD: a program before us could not read a letter. */
  'text-replaced',
  /** `########`: what a spreadsheet shows of a number in a column that is too narrow. */
  'text-too-narrow',
  'text-sheet-mark',
  /** `\t`, `\n` or two backslashes, as dumps of databases write what would end a cell: sent as it stands, and said. */
  'text-escaped',
  /** A cell that begins or ends with a sign which stands beside every separator of the file. */
  'text-separator-half',
  'text-null-word',
  /** `""` in a file that also leaves cells empty without quotes: an empty text, or nothing. */
  'text-empty-quoted',
  'cell-error-value',
  /** A formula of a workbook whose value was never calculated. */
  'cell-formula-uncalculated',
  /** A text of a workbook whose raised or struck parts would make another number of it. */
  'cell-parts-marked',
  'cell-undecodable',
  /** A quote that never closes, or stands where none belongs: where this row's cells end is a guess. */
  'row-quote-broken',
  /** A quote or a line end inside a cell that is not quoted: read as it stands, and said. */
  'row-quote-stray',
  /** The first words are those of a row of sums. */
  'row-total-like',
  'row-ragged-short',
  'row-ragged-long',
  'row-empty-beyond',
  'row-too-large',
  'column-all-empty',
  /** A required column, or one of the key, takes nothing from the file. */
  'column-missing',
  /** Columns of the table that take nothing from the file and need not. */
  'columns-not-in-file',
  /** The schema has a rule for this column that is not checked here. */
  'rule-unchecked',
  /** A data row that repeats the header, as in files glued together. */
  'header-only-row',
  /** Stands behind a header with its columns in another order, or with others among them. */
  'row-columns-turned',
] as const;
export const findingCode = z.enum(FINDING_CODES);
export type FindingCode = z.infer<typeof findingCode>;

export const severity = z.enum(['error', 'warning']);
export type Severity = z.infer<typeof severity>;

/** A group may also say what is no problem at all, so that nothing goes unsaid. */
export const groupSeverity = z.enum([...severity.options, 'info']);
export type GroupSeverity = z.infer<typeof groupSeverity>;

export const finding = z.object({
  code: findingCode,
  severity,
  /** The user's own row number (spreadsheet row, 1-based, header included). */
  row: z.number().int(),
  /** Table column; null for a finding about the row as a whole. */
  column: z.string().nullable(),
  /** The text as the file holds it or an edit has put it, cut at 200 characters. */
  value: z.string(),
  /** What the rules of the column make of it, where that is another text; cut as well. */
  now: z.string().optional(),
});
export type Finding = z.infer<typeof finding>;

export const READINGS = [
  'decimal-comma',
  'decimal-point',
  'day-first',
  'month-first',
  'year-first',
  'year-day',
] as const;

/** A cell that can only be read in one way, or (an order of dates) in no other than these. */
export const proof = z.object({
  readings: z.array(z.enum(READINGS)),
  row: z.number().int(),
  value: z.string(),
  /** How many cells say the same. */
  cells: z.number().int(),
});
export type Proof = z.infer<typeof proof>;

/** All findings of one code in one column. */
export const findingGroup = z.object({
  code: findingCode,
  severity: groupSeverity,
  column: z.string().nullable(),
  /** Number of findings (cells or rows). */
  count: z.number().int(),
  /** The first few, in file order. */
  examples: z.array(finding),
  /** The user leaves out every row that has it. */
  leftOut: z.literal(true).optional(),
  /** A column rule that would mend this kind, proved by the column itself; offered, never applied by itself. */
  offer: columnRule.optional(),
  /** Where the column proves none: the rules the user may choose from. */
  choices: z.array(columnRule).optional(),
  /** The rows that decided, or (`reading` differing) that contradict each other. */
  proofs: z.array(proof).optional(),
  /** What the schema asks for and we cannot check. */
  unchecked: z.array(z.string()).optional(),
  /** Table columns that the file lacks: those sent as null in every row, and those left out. */
  absent: z.object({ asNull: z.array(z.string()), leftOut: z.array(z.string()) }).optional(),
});
export type FindingGroup = z.infer<typeof findingGroup>;

export const ROW_STATES = ['ready', 'held', 'skipped', 'superseded', 'blank'] as const;
export const rowState = z.enum(ROW_STATES);
export type RowState = z.infer<typeof rowState>;

export const duplicateSummary = z.object({
  /** Distinct keys that occur more than once. */
  keys: z.number().int(),
  /** Rows beyond the first of each key. */
  extraRows: z.number().int(),
  /** Of the rows that would give way under the policy, those equal in every sent column to the row that stays. */
  identical: z.number().int(),
  /** … and those that differ from the row that stays: information would be lost, so the user is told. */
  conflicting: z.number().int(),
  /** Keys of which no column told the newest, though one was chosen to: rows that differ have the same value in it. */
  tied: z.number().int().optional(),
  /** A few keys with rows that differ: the first rows of each, and how many there are (left out by older versions). */
  examples: z.array(
    z.object({
      key: z.array(z.string()),
      rows: z.array(z.number().int()),
      copies: z.number().int().optional(),
    }),
  ),
});
export type DuplicateSummary = z.infer<typeof duplicateSummary>;

export const checkSummary = z.object({
  /** Data rows read (header and blank rows not counted). The reader's own count. */
  rows: z.number().int(),
  blankRows: z.number().int(),
  /** Every data row in exactly one of these four; they add up to `rows`. */
  ready: z.number().int(),
  held: z.number().int(),
  skipped: z.number().int(),
  superseded: z.number().int(),
  groups: z.array(findingGroup),
  /** Findings in all, also beyond what the groups list. */
  errors: z.number().int(),
  warnings: z.number().int(),
  duplicates: duplicateSummary,
  ms: z.number(),
});
export type CheckSummary = z.infer<typeof checkSummary>;
