import { z } from 'zod';

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'iso-8859-10',
  'iso-8859-14',
  'windows-1250',
  'iso-8859-2',
  'iso-8859-16',
  'windows-1251',
  'iso-8859-5',
  'kz-1048',
  'koi8-r',
  'koi8-u',
  'windows-1253',
  'iso-8859-7',
  'windows-1254',
  'iso-8859-3',
  'windows-1255',
  'iso-8859-8',
  'windows-1256',
  'iso-8859-6',
  'windows-1257',
  'iso-8859-13',
  'iso-8859-4',
  'windows-1258',
  'windows-874',
  'macintosh',
  'x-mac-icelandic',
  'x-mac-ce',
  'x-mac-croatian',
  'x-mac-romanian',
  'x-mac-cyrillic',
  'x-mac-greek',
  'x-mac-turkish',
  'ibm850',
  'ibm858',
  'ibm437',
  'ibm860',
  'ibm861',
  'ibm863',
  'ibm865',
  'ibm852',
  'ibm866',
  'ibm855',
  'ibm1125',
  'ibm737',
  'ibm857',
  'ibm862',
  'ibm720',
  'ibm775',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;
/** Where a column of a text without separators begins (`to`), and where the blanks before it do; the same where it has none. */
export const columnPlace = z.object({
  from: z.number().int().min(0),
  to: z.number().int().min(1),
  /** On which side values of several words stand, as the first lines have them: there a lone blank may be part of one. */
  words: z.enum(['left', 'right', 'both']).optional(),
  /** A character that nearly all values right of it fill: their first, which is `to`, or else their last. */
  mark: z.number().int().optional(),
});
export type ColumnPlace = z.infer<typeof columnPlace>;

/** How a text file is cut into cells. All of it was decided by evidence or by the user; `decidedBy` says which. */
export const dialect = z.object({
  encoding: z.enum(ENCODINGS),
  /** True when the file begins with a byte order mark, which is then not part of the first cell. */
  bom: z.boolean(),
  delimiter: z.string().length(1),
  /** `mixed`: each of the three ends a line wherever it stands outside quotes. */
  newline: z.enum(['\n', '\r\n', '\r', 'mixed']),
  quote: z.enum(['"', "'", 'none']),
  /** How a quote inside quotes is written; absent: doubled. */
  escape: z.enum(['doubled', 'backslash']).optional(),
  /** Blanks stand before quotes in the head, which is said; elsewhere each such row is. */
  padded: z.literal(true).optional(),
  /** Present where the user wants lines cut at places: then nothing separates or quotes. Ascending. */
  places: z.array(columnPlace).optional(),
  /** Spreadsheet row (1-based) that holds the header; 0: there is none, and the first row is data. */
  headerRow: z.number().int().min(0),
  /** Where the columns stand that a short row of headings has no names for, as the user says. */
  unnamed: z.enum(['first', 'last']).optional(),
  /**
   * Present where the user wants rows that look like sums (`total-row.ts`) left out; they count as skipped. None that may
   * be named like a product (`Colgate Total`) is: the check tells those. `skip` was said before those that say of what (`Total: Search`) were known for such rows, and holds for none of them.
   */
  totals: z.enum(['skip', 'skip-all']).optional(),
  /** Of a workbook: what was chosen from it. The rest then describes the text made from it. */
  workbook: z.lazy(() => sheetChoice).optional(),
  decidedBy: z.object({
    encoding: z.enum(['bom', 'valid-utf-8', 'damaged-utf-8', 'nul-bytes', 'letters', 'undecided', 'user']),
    delimiter: z.enum(['consistent', 'only-column', 'sep-line', 'user']),
    /** Absent: the first row that holds anything. */
    header: z.enum(['found', 'user']).optional(),
    quote: z.literal('user').optional(),
    newline: z.literal('user').optional(),
  }),
});
export type Dialect = z.infer<typeof dialect>;

/** Why a file is refused before any row is read. Codes; the sentences are in components/messages. */
export const FILE_REFUSALS = [
  'file-empty',
  'file-header-only',
  'file-is-pdf',
  'file-is-zip',
  'file-is-xlsx',
  'file-is-xls',
  'file-is-xlsb',
  'file-is-ods',
  'file-is-numbers',
  'file-is-encrypted',
  'file-is-old-sheet',
  'file-is-document',
  'file-is-html',
  'file-is-xml',
  'file-is-json',
  'file-is-sql',
  'file-is-records',
  'file-is-columnar',
  'file-is-database',
  'file-is-gzip',
  'file-is-compressed',
  'file-is-image',
  'file-is-binary',
  'file-encoding-unread',
  'file-unreadable',
  'file-gone',
  'file-changed',
  'file-damaged',
  'file-inflates-too-much',
  'packed-by-deflate64',
  'packed-by-bzip2',
  'packed-by-lzma',
  'packed-by-zstd',
  'packed-by-xz',
  'packed-otherwise',
  'workbook-without-rows',
  'sheet-gone',
  'sheets-differ',
  'sheet-rows-astray',
  'no-room-to-unpack',
] as const;
export const fileRefusal = z.enum(FILE_REFUSALS);
export type FileRefusal = z.infer<typeof fileRefusal>;

/** Things worth saying about the file as a whole; none of them stops the road. */
export const FILE_NOTES = [
  'header-duplicate',
  'header-empty',
  'header-short',
  'header-numeric',
  'header-found',
  'row-alone',
  'rows-ragged-in-head',
  'line-ends-mixed',
  'quotes-backslash',
  'quotes-single',
  'quotes-padded',
  'quotes-literal',
  'separator-of-two',
  'columns-by-place',
  'separator-maybe',
  'lines-in-quotes',
  'header-second',
  'codes-of-web',
  'encoding-undecided',
  'encoding-damaged',
  'encoding-twice',
  'blank-rows-in-head',
  'sheet-rows-hidden',
  'sheet-columns-hidden',
  'sheet-cells-merged',
  'sheet-formulas-uncalculated',
  'sheet-formulas-outdated',
  'sheet-dates-unreal',
  'sheet-numbers-masked',
  'sheet-currencies-mixed',
  'sheet-formats-missing',
  'sheet-formats-conditional',
  'sheet-dimension-differs',
  'sheet-rows-unordered',
  'sheet-rows-above',
  'sheet-headings-within',
  'sheet-texts-raised',
  'sheet-texts-struck',
] as const;
export const fileNote = z.object({
  code: z.enum(FILE_NOTES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FileNote = z.infer<typeof fileNote>;

/** Lines with letters beyond ASCII: their bytes, and what they are in the chosen encoding and in the likeliest others. */
export const encodingEvidence = z.object({
  /** The language that the letters look like, where that decided. */
  language: z.string().optional(),
  /** What the user is asked to choose from while nothing is decided; the likeliest first. */
  candidates: z.array(z.enum(ENCODINGS)),
  lines: z.array(
    z.object({
      /** ASCII as it is, every other byte as \\xE9. */
      raw: z.string(),
      readings: z.array(z.object({ encoding: z.enum(ENCODINGS), text: z.string() })),
    }),
  ),
});
export type EncodingEvidence = z.infer<typeof encodingEvidence>;

/** Stands in the text before the formula of a cell that holds no calculated value; the check finds it by this. */
export const FORMULA_WITHOUT_VALUE = '#FORMULA!';
/** Stands in the text before what a workbook calls an error and Excel does not; the check finds it by this. */
export const ERROR_WITHOUT_WORD = '#ERROR!';
/**
 * Stands in the text before what might be read as a number or a day and has parts above or below the line or struck
 * through, each of them between the two signs below; the check finds it by this.
 */
export const MARKED_PARTS = '#MARKED!';
export const [MARK_BEGINS, MARK_ENDS] = ['⟨', '⟩'] as const;

/** From text row `textRow` on, up to the next section, rows are those of this sheet from `sheetRow` on. */
export const sheetSection = z.object({
  sheet: z.string(),
  textRow: z.number().int(),
  sheetRow: z.number().int(),
});
export type SheetSection = z.infer<typeof sheetSection>;

/** A sheet as it is offered for choice. */
export const sheetInfo = z.object({
  name: z.string(),
  hidden: z.boolean(),
  /** Filled rows, or the last row as the sheet declares it where it was not read to its end. */
  rows: z.number().int().optional(),
  counted: z.boolean(),
  /** Heading cells: those of the row that looks like the headings; empty for a sheet without values. */
  header: z.array(z.string()),
  headerRow: z.number().int(),
});
export type SheetInfo = z.infer<typeof sheetInfo>;

/** Which sheets make up the table, in this order, and whether columns are brought together by their headings. */
export const sheetChoice = z.object({ sheets: z.array(z.string()).min(1), byName: z.boolean() });
export type SheetChoice = z.infer<typeof sheetChoice>;

export const fileHead = z.object({
  dialect,
  /** Text files only. */
  evidence: encodingEvidence.optional(),
  /** Header cells by position, as they stand in the file. */
  header: z.array(z.string()),
  /** Columns that all first rows have beyond the names of the heading row, named or not by `dialect.unnamed`. */
  unnamedColumns: z.number().int().optional(),
  /** Records above the header, cells by position. */
  above: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })).optional(),
  /** Where columns seem to begin that are held apart by blanks alone, while the text is not cut so. */
  places: z.array(columnPlace).optional(),
  /** First raw lines, before any cutting, so that both can be compared by eye. */
  rawLines: z.array(z.string()),
  /** First data rows, cells by position. */
  rows: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
  /** Rows of the head and of the file's end that look like sums; `row` where it is known. */
  totals: z.array(z.object({ row: z.number().int().optional(), cells: z.array(z.string()) })).optional(),
  notes: z.array(fileNote),
  /** Bytes of the user's own file. */
  sizeBytes: z.number(),
  /** Sheets of a workbook. */
  sheets: z.array(sheetInfo).optional(),
  /** Where the rows of several sheets lie in the text. */
  sections: z.array(sheetSection).optional(),
});
export type FileHead = z.infer<typeof fileHead>;
