import type { ColumnSpec } from '@/lib/peak/model';
import type { FindingCode, FindingGroup, GroupSeverity, RowState } from '@/lib/validation/model';
import { DATE_FINDINGS } from './date-findings';
import { NUMBER_FINDINGS } from './number-findings';
import type { Advice, Say } from './advice';

const quoted = (values: readonly string[]): string =>
  values.length > 8
    ? `${values.slice(0, 8).join(', ')} and ${values.length - 8} more`
    : values.join(', ') || 'the listed values';

const range = (column: ColumnSpec | undefined): string => {
  if (column?.min !== undefined && column.max !== undefined) return `between ${column.min} and ${column.max}`;
  if (column?.min !== undefined) return `at least ${column.min}`;
  return column?.max === undefined ? 'inside the range of the schema' : `at most ${column.max}`;
};

const FINDINGS: Record<FindingCode, Say> = {
  ...NUMBER_FINDINGS,
  ...DATE_FINDINGS,
  'required-empty': () => ({
    what: 'Empty, but a value is required',
    why: 'The schema allows no null here, so Peak refuses the row.',
    todo: 'Fill the cells, give one value for all empty ones, or hold the rows back.',
  }),
  'key-empty': () => ({
    what: 'Empty part of the primary key',
    why: 'The key tells one row from another. Without all of it Peak cannot find the row again, so it is never sent.',
    todo: 'Fill the key in the file or here; otherwise these rows are held back.',
  }),
  'key-duplicate-identical': () => ({
    what: 'Same key again, same values',
    why: 'The row says what another row of this file says already.',
    todo: 'Nothing is lost by leaving the copies out; the choice is in the duplicates panel.',
  }),
  'key-duplicate-conflicting': () => ({
    what: 'Same key again, other values',
    why: 'Peak does not promise to store rows in their order, so a load carries each key once. The other rows of it are not sent.',
    todo: 'Choose in the duplicates panel which row stays, or hold all of them back.',
  }),
  'boolean-malformed': () => ({
    what: 'Neither true nor false',
    why: 'The column takes true and false. yes/no, 1/0, ja/nein and the like mean what their writer thought, so we ask.',
    todo: 'Apply the offered list of words if it is right; otherwise correct the cells.',
  }),
  'json-malformed': () => ({
    what: 'Not JSON',
    why: 'The column takes one JSON value per cell, and the text cannot be parsed.',
    todo: 'Correct the cells or choose another file column.',
  }),
  'json-duplicate-key': () => ({
    what: 'JSON with a name twice',
    why: 'One object holds the same name twice. Warehouses keep the first, the last or refuse, so one value would be lost.',
    todo: 'Correct the cells at their source.',
  }),
  'json-too-deep': () => ({
    what: 'JSON nested too deeply',
    why: 'Warehouses take at most 1,000 levels.',
    todo: 'Flatten it at its source.',
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
  'value-near-allowed': (column) => ({
    what: 'An allowed value, spelled otherwise',
    why: `Case or blanks differ from what the schema allows: ${quoted(column?.allowed ?? [])}.`,
    todo: 'Apply the offered list; it writes the schema’s own spelling.',
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
  'text-invisible': () => ({
    what: 'Invisible characters',
    why: 'Zero-width marks, soft hyphens, no-break blanks and the like look like nothing and make “A” another value than “A”.',
    todo: 'Apply the offered rule to take them out; letters and ordinary blanks stay.',
  }),
  'text-control': () => ({
    what: 'A NUL character in the text',
    why: 'Warehouses refuse the whole row for it.',
    todo: 'Apply the offered rule to take it out, or correct the source.',
  }),
  'text-lone-surrogate': () => ({
    what: 'Half a character',
    why: 'The text was cut in the middle of a character (often an emoji), and a half cannot be sent.',
    todo: 'Correct the cells in the file or here.',
  }),
  'text-scientific': () => ({
    what: 'Long number shortened by a spreadsheet',
    why: '1.23E+15 has lost its last digits for good, and different identifiers may have become the same.',
    todo: 'Export again from the source system as text. No rule can bring the digits back.',
  }),
  'text-date-cell': () => ({
    what: 'A date or time of the workbook in a column of text',
    why: 'In the workbook these cells are dates or times, whatever they look like there: 5-Mar may have been the code 3-5. They are sent as 2024-03-05 or 10:30:00.',
    todo: 'If they are meant as dates, there is nothing to do. Codes can only be had from the source; format the column as text there before they are pasted.',
  }),
  'text-date-like': () => ({
    what: 'A code that a spreadsheet took for a date',
    why: '5-Mar or Mar-05 was likely 3-5, 5/3 or MAR5. Which one cannot be told from the cell.',
    todo: 'Compare with the source system; export again with the column as text.',
  }),
  'text-rounded-number': () => ({
    what: 'Long number ending in zeros',
    why: 'Spreadsheets keep 15 digits and write zeros for the rest, so these are likely not the real last digits.',
    todo: 'Compare with the source system; export again with the column as text.',
  }),
  'text-cut': () => ({
    what: 'Text that is exactly as long as a limit',
    why: 'It has 255 or 32,767 characters, which is where databases and spreadsheets cut. The rest may be missing.',
    todo: 'Compare one of them with the source system.',
  }),
  'text-encoded-twice': () => ({
    what: 'Letters that were encoded twice',
    why: 'A program took UTF-8 for another encoding on the way here: “MÃ¼ller” was “Müller”, “LeĂłn” was “León”. Where only some rows have it, files of two encodings were glued together. It is sent as it stands.',
    todo: 'Export again from the source system; for a few words, replace them.',
  }),
  'text-replaced': () => ({
    what: 'Letters lost before this file was written',
    why: 'The text holds �, which a program writes in place of a letter that it cannot read. The file itself has it, so no encoding brings the letter back.',
    todo: 'Export again from the source system; for a few words, replace them.',
  }),
  'text-too-narrow': () => ({
    what: 'Number signs in place of a value',
    why: '######## is what a spreadsheet shows of a number or date when its column is too narrow. The value itself is not in the file.',
    todo: 'Widen the column in the spreadsheet and export again.',
  }),
  'text-sheet-mark': () => ({
    what: 'Text with a spreadsheet’s own mark around it',
    why: '="00123" and \'00123 tell a spreadsheet that 00123 is a text. Sent as they stand, the marks are part of the value.',
    todo: 'Apply the offered rule, which takes them off; leave it if the marks are part of the value.',
  }),
  'text-escaped': () => ({
    what: 'Text with the escapes of a database’s dump',
    why: 'MySQL and PostgreSQL write a tab, a line end or a backslash inside a cell as \\t, \\n or \\\\. Sent as it stands, the value has these signs in it.',
    todo: 'Apply the offered rule if the file is such a dump; leave it if the backslashes are meant, as in patterns.',
  }),
  'text-separator-half': () => ({
    what: 'Half of the separator',
    why: 'The sign stands beside every separator of the file, as if both together were one, so it is likely no part of the value.',
    todo: 'Apply the offered rule, which takes it off, or export the file again with a separator of one sign.',
  }),
  'text-null-word': () => ({
    what: 'A word that may mean “nothing”',
    why: 'NULL, N/A, - and the like are sent as text, unless you say that they stand for an empty cell.',
    todo: 'Apply the offered rule if they mean nothing; leave it if they are values.',
  }),
  'text-empty-quoted': () => ({
    what: 'An empty text, or no value?',
    why: 'This file writes some empty cells as "" (in a workbook: as a text without letters) and leaves others bare, as databases do that tell an empty text from no value. Other programs mean the same by both, so the rows wait for your answer.',
    todo: 'Say once for the whole column what its empty cells are.',
  }),
  'cell-error-value': () => ({
    what: 'Spreadsheet error in the cell',
    why: '#N/A, #REF! and the like are what a formula left behind, not a value.',
    todo: 'Repair the formula in the spreadsheet and export again, or treat such cells as empty.',
  }),
  'cell-formula-uncalculated': () => ({
    what: 'A formula without a value',
    why: 'The program that wrote the workbook did not calculate it, so nobody knows what the cell should say.',
    todo: 'Open the workbook in Excel, save it and choose it again, or type the value here.',
  }),
  'cell-parts-marked': () => ({
    what: 'Raised or struck digits beside others',
    why: 'What stands between ⟨ and ⟩ is set above or below the line or struck through in the workbook: a footnote, a power, a correction. Read on in one go it would be another number, so these rows wait.',
    todo: 'Say for the column whether such parts count, or type the value into the cell. A power (10³) is neither: type it.',
  }),
  'cell-undecodable': () => ({
    what: 'Bytes that are no letters',
    why: 'In the chosen encoding these bytes mean nothing; the text would arrive damaged.',
    todo: 'A few such cells: correct them in the rows below (Enter edits a cell), or in the source. Many of them: the encoding is likely another one; choose it on File. It is read into every row, those that are right now too.',
  }),
  'row-quote-broken': () => ({
    what: 'Broken quotation mark',
    why: 'A quote never closes or stands where none belongs, a line ends here in another way than all others, or text stands across two columns that are cut by place, so where the cells of this row end is a guess.',
    todo: 'Look at the row in the file, correct its quotes, line ends or blanks, and choose the file again.',
  }),
  'row-empty-beyond': () => ({
    what: 'One separator too many',
    why: 'The row has an empty cell more than the header has names. A comma inside a text may have cut it in two and moved the cells after it by one column; where every row is like that, the first cell may be one without a heading (the name of the row), and all values stand one column too far right.',
    todo: 'Look at the cells of the row; nothing to do if they are right. Else correct the file and choose it again.',
  }),
  'row-quote-stray': () => ({
    what: 'Quote or line break inside an unquoted cell',
    why: 'It is read as part of the text, as in 12" pipe. If it was meant to hold cells together, this row is cut wrongly. The same is said of a quoted cell with line breaks, each line of which looks like a whole row, and of blanks before quotes in a file that begins without them, which are left out with the quotes.',
    todo: 'Look at the cells of the row; nothing to do if they are right.',
  }),
  'row-total-like': () => ({
    what: 'Row that looks like a total or a ruling',
    why: 'It begins with a word such as Total or Summe, is called like the total of a group (East Total), as a product may be, or is a line of signs. Sent as data, a total would count everything twice.',
    todo: 'Look at the rows: leave them out, or skip single ones in the rows below. Rows left out stay counted.',
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
  'column-missing': () => ({
    what: 'Required, and the file has no such column',
    why: 'No file column and no rule gives it a value, so Peak would refuse every row.',
    todo: 'Go back to Columns and choose a file column, or give every row one value with a rule below.',
  }),
  'columns-not-in-file': () => ({
    what: 'Columns of the table that the file does not have',
    why: 'The table allows rows without them.',
    todo: 'Nothing to do, unless the file should have held one of them.',
  }),
  'rule-unchecked': () => ({
    what: 'A rule of the schema is not checked here',
    why: 'The schema asks for something that we cannot hold against the cells. Peak checks it and may refuse rows that look right here.',
    todo: 'Try a dry run first; its answer says what Peak thinks.',
  }),
  'header-only-row': () => ({
    what: 'The header once more',
    why: 'A data row repeats the header or most of its names, as in files glued together.',
    todo: 'It is held back; nothing to do. If its columns stand in another order or have other names, the rows behind it are held, too.',
  }),
  'row-columns-turned': () => ({
    what: 'Row behind other headings',
    why: 'Files with different columns were glued together: the header stands above these rows once more, with columns in another order, more, fewer or renamed, so cells would go into the wrong columns.',
    todo: 'Cut the file where the header stands once more and load each part for itself, or give both the same columns in the source.',
  }),
};

/** Sentences for one kind of finding, with the facts of the column it was found in. */
export const findingAdvice = (code: FindingCode, column?: ColumnSpec): Advice => FINDINGS[code](column);

const OF_COLUMN: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'column-all-empty',
  'column-missing',
  'columns-not-in-file',
  'rule-unchecked',
]);

/** Findings about a column as a whole: there are no rows to show. */
export const isOfColumn = (code: FindingCode): boolean => OF_COLUMN.has(code);

/** What a group's count counts. */
export function countedIn({ code, column }: FindingGroup): string {
  if (code === 'rule-unchecked') return 'rule';
  if (code === 'columns-not-in-file' || code === 'column-missing') return 'column';
  return column === null || code === 'column-all-empty' ? 'row' : 'cell';
}

export const SEVERITY_WORDS: Record<GroupSeverity, string> = {
  error: 'keeps rows back',
  warning: 'worth a look',
  info: 'for your information',
};

export const ROW_STATE_WORDS: Record<RowState, { readonly label: string; readonly meaning: string }> = {
  ready: { label: 'Ready', meaning: 'will be sent' },
  held: { label: 'Held back', meaning: 'with errors, or held by you' },
  skipped: { label: 'Skipped', meaning: 'left out by you' },
  superseded: { label: 'Superseded', meaning: 'another row of the same key goes instead' },
  blank: { label: 'Blank', meaning: 'no cell holds anything; not a data row' },
};
