import { z } from 'zod';

/**
 * A repair is data: listed, undone, stored, replayed over the whole file. The file itself is never changed.
 * Column rules run in list order on the file's text, before the column's checker sees it.
 */
export const columnRule = z.discriminatedUnion('rule', [
  /** Blanks and invisible characters at both ends. */
  z.object({ rule: z.literal('trim') }),
  /** Cuts the edges and takes out what no one sees: zero-width and direction marks, soft hyphens; odd blanks become blanks. */
  z.object({ rule: z.literal('clean') }),
  /** `title`: the first letter of each word large, the rest small. */
  z.object({ rule: z.literal('case'), to: z.enum(['upper', 'lower', 'title']) }),
  /** Cells that hold one of these words (after trimming, case ignored) count as empty. */
  z.object({ rule: z.literal('empty-words'), words: z.array(z.string()) }),
  /** `17850.0` → `17850`; touches only cells that are digits, a point and zeros. */
  z.object({ rule: z.literal('drop-point-zero') }),
  /**
   * `1.234,50`, `1 234,50` and `1'234,50` → `1234.50`. A lone `1.234` could be either number: it stays as it is (and is
   * asked about) unless `lonePoint` says what it is.
   */
  z.object({ rule: z.literal('decimal-comma'), lonePoint: z.enum(['thousands', 'decimal']).optional() }),
  /** `1,234.50`, `1 234.50`, `1'234.50` and `1,23,456.50` → a plain number. The point is the decimal sign. */
  z.object({ rule: z.literal('thousands-comma') }),
  /** `(12.5)` and `12.5-` → `-12.5`. */
  z.object({ rule: z.literal('negative-forms') }),
  /** Takes these currency signs and units from either end of a number: `€ 12,50` → `12,50`. */
  z.object({ rule: z.literal('strip-unit'), units: z.array(z.string().min(1)).min(1) }),
  /** `12.5%` → `0.125`, exactly. */
  z.object({ rule: z.literal('percent-to-fraction') }),
  /** `="00123"` and `'00123` → `00123`: the marks by which exports tell a spreadsheet that a text is one. */
  z.object({ rule: z.literal('drop-sheet-mark') }),
  /**
   * What counts of a workbook's text that was held because parts of it are above or below the line or struck through:
   * `250` with a footnote ¹ is 250 (`left-out`) or 2501 (`kept`).
   */
  z.object({ rule: z.literal('marked-parts'), as: z.enum(['left-out', 'kept']) }),
  /** Takes this text off both ends of a cell, as often as it stands there. */
  z.object({ rule: z.literal('drop-edge'), text: z.string().min(1) }),
  /** `\t`, `\n`, `\r`, `\\`, `\"` and `\'` → what they stand for; paths, JSON and other backslashes stay. */
  z.object({ rule: z.literal('unescape') }),
  /** `1.5E+3` → `1500`, exactly. Digits that a spreadsheet rounded away do not come back. */
  z.object({ rule: z.literal('expand-exponent') }),
  /** `40.619999999999997` → `40.62`: the 15 digits that spreadsheets show of a number they store with 17. */
  z.object({ rule: z.literal('round-shown') }),
  /** Full-width, Arabic and other digits and minus signs → the plain ones. */
  z.object({ rule: z.literal('plain-digits') }),
  /**
   * How a written date is read; the user decides, we never do without proof. `year-day` is year, day, month. With `pivot` two-digit years up to it are
   * 20xx and later ones 19xx; without it they are left alone. `turned`: plain dates of the column have day and month
   * exchanged.
   */
  z.object({
    rule: z.literal('date-order'),
    order: z.enum(['day-first', 'month-first', 'year-first', 'year-day']),
    turned: z.literal(true).optional(),
    pivot: z.number().int().min(-1).max(99).optional(),
  }),
  /** Dates with the month's name: `5 March 2024`, `Mar 5, 2024`; `yearFirst` reads `24-Mar-05` as 5 March 2024. */
  z.object({
    rule: z.literal('date-names'),
    yearFirst: z.boolean().optional(),
    pivot: z.number().int().min(-1).max(99).optional(),
  }),
  /** Days since the spreadsheet's first day: `45322` → `2024-01-31`. Macs once counted from 1904. */
  z.object({ rule: z.literal('date-serial'), system: z.enum(['1900', '1904']) }),
  /** `2567-01-31` → `2024-01-31`: years of the Buddhist era, 543 ahead, where they stand for 1900 to 2100. */
  z.object({ rule: z.literal('buddhist-years') }),
  /** Leaves off what the column cannot hold. No time is ever converted. */
  z.object({ rule: z.literal('date-drop'), part: z.enum(['zone', 'fraction', 'time']) }),
  /** Writes this zone behind times that have none. */
  z.object({ rule: z.literal('add-zone'), zone: z.string().regex(/^[+-]\d{2}:\d{2}$/) }),
  /** Cells that read `from` (blanks at the ends ignored) become `to`; spelled exactly so, unless `ignoreCase`. */
  z.object({
    rule: z.literal('map-values'),
    values: z.array(z.object({ from: z.string(), to: z.string() })),
    ignoreCase: z.boolean().optional(),
  }),
  /** Zeros in front of digits until there are `length` of them; longer numbers and other text stay. */
  z.object({ rule: z.literal('pad-zeros'), length: z.number().int().min(1).max(64) }),
  z.object({ rule: z.literal('constant-when-empty'), value: z.string() }),
  /**
   * What empty cells of a text column are: no value, the empty text, or each as it is written (`""` the empty text, nothing
   * between two separators no value).
   */
  z.object({ rule: z.literal('empty-as'), as: z.enum(['null', 'text', 'quoted-text']) }),
  z.object({ rule: z.literal('constant'), value: z.string() }),
  /** The n-th part between separators (1 the first, -1 the last); cells with fewer parts stay. */
  z.object({
    rule: z.literal('split'),
    separator: z.string().min(1),
    part: z.number().int().min(-99).max(99),
  }),
  /** Several file columns, by position, with a separator between those that hold something. */
  z.object({ rule: z.literal('join'), positions: z.array(z.number().int().min(0)), separator: z.string() }),
  /** A day without a time gets the time of day that this file column holds; `heading` is for people. */
  z.object({
    rule: z.literal('time-beside'),
    positions: z.array(z.number().int().min(0)).length(1),
    heading: z.string(),
  }),
  /** Where the cell is empty, the first of these file columns that is not. */
  z.object({ rule: z.literal('first-filled'), positions: z.array(z.number().int().min(0)) }),
  /** Literal text, no pattern. `whole`: only cells that are the text from end to end. */
  z.object({
    rule: z.literal('replace'),
    find: z.string().min(1),
    with: z.string(),
    whole: z.boolean(),
    matchCase: z.boolean(),
  }),
]);
export type ColumnRule = z.infer<typeof columnRule>;

export const cellEdit = z.object({
  row: z.number().int(),
  column: z.string(),
  /** Of a cell of the file itself, whichever table column takes it or whichever rule reads it; `column` is its heading then. */
  position: z.number().int().min(0).optional(),
  text: z.string(),
  /** Of an empty `text`: it stands as between quotes, where those tell an empty text from no value (`empty-as`). */
  quoted: z.literal(true).optional(),
});
export type CellEdit = z.infer<typeof cellEdit>;

export const repair = z.discriminatedUnion('kind', [
  z.object({
    id: z.string(),
    kind: z.literal('column'),
    column: z.string(),
    rule: columnRule,
    /** Cells of the whole file it changed when it was applied; a figure to show, no part of the rule. */
    touched: z.number().int().optional(),
  }),
  /** New text of one cell, as if the file had held it. `row` is the user's own row number. */
  cellEdit.extend({ id: z.string(), kind: z.literal('cell') }),
  /** Many cells at once, from a file that came back repaired; one entry of the list, undone as one. */
  z.object({
    id: z.string(),
    kind: z.literal('cells'),
    /** Name of the file they came from. */
    from: z.string(),
    edits: z.array(cellEdit),
  }),
  /** The user leaves this row out. */
  z.object({ id: z.string(), kind: z.literal('skip'), row: z.number().int() }),
  /**
   * The user leaves out every row that has this finding: a code of `FINDING_CODES` in this table column, null for a row as
   * a whole. Rows that come to have it later are left out, too.
   */
  z.object({
    id: z.string(),
    kind: z.literal('skip-found'),
    code: z.string(),
    column: z.string().nullable(),
    /** Rows of the whole file that had it when it was said; a figure to show, no part of the rule. */
    touched: z.number().int().optional(),
  }),
]);
export type Repair = z.infer<typeof repair>;

export type SkipFound = Pick<Extract<Repair, { kind: 'skip-found' }>, 'code' | 'column'>;

/** The cells that a repair gives a text of its own, one by one or from a file that came back. */
export const editsIn = (repair: Repair): readonly CellEdit[] =>
  repair.kind === 'cell' ? [repair] : repair.kind === 'cells' ? repair.edits : [];

/** True for repairs that hold cells of the file: they never leave this browser. */
export const holdsCells = ({ kind }: Repair): boolean => kind === 'cell' || kind === 'cells';

/** What happens to rows of one key within one load (design.md §5). `keep-all` is for APPEND only. */
export const DUPLICATE_POLICIES = ['keep-last', 'keep-first', 'keep-newest', 'hold-all', 'keep-all'] as const;
export const duplicatePolicy = z.enum(DUPLICATE_POLICIES);
export type DuplicatePolicy = z.infer<typeof duplicatePolicy>;
