import type { Dialect, FileHead, FileNote } from '@/lib/files/model';
import { counted, formatCount } from './format';
import { SHEET_NOTES } from './sheet-notes';

const NOTES: Record<FileNote['code'], (params: FileNote['params']) => string> = {
  'header-duplicate': (params) =>
    `Some columns have the same heading (${params.names ?? ''}). They are kept apart by position.`,
  'header-empty': (params) =>
    `Columns without a heading: number ${params.columns ?? ''}${Number(params.more ?? 0) > 0 ? ` and ${formatCount(Number(params.more))} more` : ''}. They can be used all the same.`,
  'header-short': (params) =>
    `The heading row has ${counted(Number(params.names), 'name')}, and the rows have ${counted(Number(params.cells), 'cell')} each. Which columns have no name cannot be known from the file: until you say it, all rows are held back. Where the separator stands inside values, too (1,50), neither answer is right: export the file again with another separator.`,
  'header-numeric': () =>
    'The row taken for the headings looks like data, and its values would not be sent. Choose under “Header row” where the headings stand, or “No headings”.',
  'header-found': (params) =>
    `The headings stand in row ${params.row ?? '?'}. What is above (${counted(Number(params.above), 'row')}) is left out; click another row of the preview if that is wrong.`,
  'row-alone': () =>
    'This file has one row, and it looks like data: it is read as a row without headings, and its columns are called by their place. Choose row 1 under “Header row” if it holds the headings.',
  'line-ends-mixed': () =>
    'Lines end in different ways in this file. Each kind of line end is taken for one, except inside quotes.',
  'quotes-padded': () =>
    'Blanks stand before quotes, as in 1, "x, y". Such a cell is what stands between its quotes, and the blanks are no part of it.',
  'quotes-backslash': () =>
    'Quotes inside cells are written with a backslash before them; the backslash is not part of the value.',
  'quotes-single': () => 'Cells are quoted by apostrophes; they are not part of the values.',
  'quotes-literal': (params) =>
    `Quotes around cells such as ${params.cell ?? ''} (line ${params.line ?? '?'}) are taken off, but other cells show a file that quotes nothing, such as a dump of a database: there they belong to the values. Compare, and choose “None: quotes are part of the text” under “Quotes” if so.`,
  'separator-of-two': (params) =>
    `“${params.sign ?? ''}” stands beside every separator (${delimiterWord(String(params.separator ?? ''))}), as if both together were one. It is read as part of the values, and cells of text that begin or end with it are held back: export the file again with a separator of one sign, or take it off with the rule offered in Review.`,
  'columns-by-place': (params) =>
    `No separator cuts these lines well, but blanks line up in them as if ${params.columns ?? 'several'} columns stood at fixed places. If the cuts are right, take them; a row with text across one of them will be held back. If they are not, choose a separator, or export the file as CSV.`,
  'separator-maybe': (params) =>
    `The file is read as one column, but in each of its first lines “${params.separator ?? ''}” (${delimiterWord(String(params.separator ?? '')).toLowerCase()}) stands equally often, as if it separated ${params.columns ?? 'several'} columns. Choose it under “Separator” if so.`,
  'lines-in-quotes': (params) =>
    `Each line stands in quotes as a whole, with separators (${delimiterWord(String(params.separator ?? '')).toLowerCase()}) inside, so each row is one cell. Some program took lines for cells: export the file again, or choose “None: quotes are part of the text” under “Quotes”; the first and the last cells then keep a quote, which a rule in Review takes off.`,
  'header-second': (params) =>
    `Row ${params.row ?? '?'} holds words where the rows below it hold numbers, as a second row of headings does (units, types, descriptions). It is read as data: skip it in Review if it is none, or choose it under “Header row”.`,
  'codes-of-web': (params) =>
    `Row ${params.row ?? '?'} holds signs as web pages write them (${params.cell ?? ''}). They are sent as they stand, not as the letters they mean: export the file again if the texts matter, or replace them by a rule in Review.`,
  'rows-ragged-in-head': (params) =>
    `${counted(Number(params.count), 'row')} near the top, row ${params.row ?? '?'} first, ${params.count === 1 ? 'has' : 'have'} more or fewer cells than the header. If all look wrong, the separator is.`,
  'blank-rows-in-head': (params) =>
    `${counted(Number(params.count), 'blank row')} near the top, row ${params.row ?? '?'} first. Blank rows are counted and not sent.`,
  'encoding-undecided': () =>
    'The bytes do not prove which letters they stand for. Choose the encoding under which the names are spelled right; nothing goes on before that.',
  'encoding-damaged': (params) =>
    `${counted(Number(params.invalidBytes), 'byte')} in the parts looked at mean nothing in UTF-8. The cells that hold them will be named, and their rows held back.`,
  'encoding-twice': (params) =>
    `Row ${params.row ?? '?'} holds letters like “Ã¼”: some program before us read UTF-8 as another encoding and saved that, or files of two encodings were glued together. It is sent as it stands; export it again if the names matter.`,
  'sheet-rows-hidden': (params) =>
    `Sheet ${params.sheet ?? ''}: ${counted(Number(params.count), 'row')} hidden in Excel, row ${params.row ?? '?'} first (a filter, perhaps). They are read like the others.`,
  'sheet-columns-hidden': (params) =>
    `Sheet ${params.sheet ?? ''}: columns hidden in Excel (${params.columns ?? ''}). They are read like the others.`,
  'sheet-cells-merged': (params) =>
    `Sheet ${params.sheet ?? ''}: ${counted(Number(params.count), 'merged range')}, ${params.range ?? '?'} first. Excel shows only the first cell of a range; the others are mostly empty and are read as they stand.`,
  'sheet-formulas-uncalculated': (params) =>
    `Sheet ${params.sheet ?? ''}: ${counted(Number(params.count), 'formula')} without a calculated value, ${params.cell ?? '?'} first. Open the workbook in Excel and save it, and the values are there.`,
  'sheet-formulas-outdated': (params) =>
    `Sheet ${params.sheet ?? ''}: ${counted(Number(params.count), 'formula')}, ${params.cell ?? '?'} first, in a workbook that Excel calculates anew on opening. The values stored in it were read; they may be old, or all 0. Open it in Excel and save it, and they are the ones Excel shows.`,
  'sheet-dates-unreal': (params) =>
    `Sheet ${params.sheet ?? ''}: ${counted(Number(params.count), 'cell')} formatted as a date whose number is none, ${params.cell ?? '?'} first. The number stays as it is.`,
  'sheet-numbers-masked': (params) =>
    `Sheet ${params.sheet ?? ''}: ${counted(Number(params.count), 'cell')}, ${params.cell ?? '?'} first, of which Excel shows something else: zeros before it (5 as 005), signs among its digits, thousands, words (0 as “on request”), or nothing. What is stored is read; where it is a code, pad it with zeros in the column's repairs.`,
  'sheet-currencies-mixed': (params) =>
    `Sheet ${params.sheet ?? ''}, column ${params.column ?? '?'}: amounts in ${params.one ?? '?'} and, from ${params.cell ?? '?'} on, in ${params.other ?? '?'}. Only the format of the cells says so; the numbers alone are read.`,
  'sheet-formats-missing': (params) =>
    `Sheet ${params.sheet ?? ''}: ${counted(Number(params.count), 'number')} whose number format is missing in the workbook, ${params.cell ?? '?'} first. Dates among them cannot be told from numbers; open the workbook in Excel and save it to see.`,
  'sheet-dimension-differs': (params) =>
    `Sheet ${params.sheet ?? ''} says of itself that it spans ${params.declared ?? '?'}; its last cell is ${params.found ?? '?'}. What is really there was read.`,
  'sheet-rows-unordered': (params) =>
    `Sheet ${params.sheet ?? ''}: its rows stood out of order in the file. They were sorted by their numbers.`,
  ...SHEET_NOTES,
};

export const fileNote = (note: FileNote): string => NOTES[note.code](note.params);

export const ENCODING_OPEN =
  'The encoding of the file is open: choose the one under which its names are spelled right.';

export const ENCODING_WORDS: Record<Dialect['encoding'], string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252 / ISO-8859-1 (Western European)',
  'iso-8859-15': 'ISO-8859-15 (Western European with €)',
  'iso-8859-10': 'ISO-8859-10 (Nordic)',
  'iso-8859-14': 'ISO-8859-14 (Irish, Welsh)',
  'windows-1250': 'Windows-1250 (Central European)',
  'iso-8859-2': 'ISO-8859-2 (Central European)',
  'iso-8859-16': 'ISO-8859-16 (Romanian)',
  'windows-1251': 'Windows-1251 (Cyrillic)',
  'iso-8859-5': 'ISO-8859-5 (Cyrillic)',
  'kz-1048': 'KZ-1048 (Kazakh)',
  'koi8-r': 'KOI8-R (Russian)',
  'koi8-u': 'KOI8-U (Ukrainian)',
  'windows-1253': 'Windows-1253 (Greek)',
  'iso-8859-7': 'ISO-8859-7 (Greek)',
  'windows-1254': 'Windows-1254 / ISO-8859-9 (Turkish)',
  'iso-8859-3': 'ISO-8859-3 (Maltese, Esperanto)',
  'windows-1255': 'Windows-1255 (Hebrew)',
  'iso-8859-8': 'ISO-8859-8 (Hebrew)',
  'windows-1256': 'Windows-1256 (Arabic)',
  'iso-8859-6': 'ISO-8859-6 (Arabic)',
  'windows-1257': 'Windows-1257 (Baltic)',
  'iso-8859-13': 'ISO-8859-13 (Baltic)',
  'iso-8859-4': 'ISO-8859-4 (Baltic and Nordic, old)',
  'windows-1258': 'Windows-1258 (Vietnamese)',
  'windows-874': 'Windows-874 / ISO-8859-11 (Thai)',
  macintosh: 'Mac Roman (old Mac, Western European)',
  'x-mac-icelandic': 'Mac Icelandic (old Mac)',
  'x-mac-ce': 'Mac Central European (old Mac)',
  'x-mac-croatian': 'Mac Croatian (old Mac)',
  'x-mac-romanian': 'Mac Romanian (old Mac)',
  'x-mac-cyrillic': 'Mac Cyrillic (old Mac)',
  'x-mac-greek': 'Mac Greek (old Mac)',
  'x-mac-turkish': 'Mac Turkish (old Mac)',
  ibm850: 'DOS 850 (Western European)',
  ibm858: 'DOS 858 (Western European with €)',
  ibm437: 'DOS 437 (United States)',
  ibm860: 'DOS 860 (Portuguese)',
  ibm861: 'DOS 861 (Icelandic)',
  ibm863: 'DOS 863 (Canadian French)',
  ibm865: 'DOS 865 (Nordic)',
  ibm852: 'DOS 852 (Central European)',
  ibm866: 'DOS 866 (Cyrillic)',
  ibm855: 'DOS 855 (Cyrillic, Serbian and Bulgarian)',
  ibm1125: 'DOS 1125 (Ukrainian)',
  ibm737: 'DOS 737 (Greek)',
  ibm857: 'DOS 857 (Turkish)',
  ibm862: 'DOS 862 (Hebrew)',
  ibm720: 'DOS 720 (Arabic)',
  ibm775: 'DOS 775 (Baltic)',
  shift_jis: 'Shift-JIS (Japanese)',
  'euc-jp': 'EUC-JP (Japanese)',
  gb18030: 'GB 18030 (Chinese, simplified)',
  big5: 'Big5 (Chinese, traditional)',
  'euc-kr': 'EUC-KR (Korean)',
};

export const NEWLINE_WORDS: Record<Dialect['newline'], string> = {
  '\n': 'LF (Unix, Mac)',
  '\r\n': 'CRLF (Windows)',
  '\r': 'CR (old Mac)',
  mixed: 'CRLF, LF and CR alike',
};

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
  '^': 'Caret (^)',
  '~': 'Tilde (~)',
  ':': 'Colon',
  ' ': 'Space',
  '\u0001': 'Control character U+0001 (Hive)',
  '\u001e': 'Record separator U+001E',
  '\u001f': 'Unit separator U+001F',
};
export const delimiterWord = (delimiter: string): string => DELIMITERS[delimiter] ?? `“${delimiter}”`;

/** How a file is read, in short. */
export function readingWords({ encoding, delimiter, headerRow, workbook, places }: Dialect): string {
  const headings = headerRow === 0 ? 'no headings' : `headings in row ${formatCount(headerRow)}`;
  if (workbook !== undefined) return headings;
  const cuts =
    places === undefined
      ? `${delimiterWord(delimiter).toLowerCase()} between cells`
      : 'columns at fixed places';
  return `${ENCODING_WORDS[encoding]}, ${cuts}, ${headings}`;
}

/** What a screen reader is told once a file, or another reading of it, is taken in. */
export const readAs = ({ header, dialect }: Pick<FileHead, 'header' | 'dialect'>): string =>
  `The file is read, ${counted(header.length, 'column')}: ${readingWords(dialect)}.`;

export const ENCODING_PROOF: Record<Dialect['decidedBy']['encoding'], string> = {
  bom: 'a mark at the start of the file says so',
  'valid-utf-8': 'every byte looked at is valid UTF-8',
  'damaged-utf-8': 'nearly all letters are valid UTF-8; a few bytes are damaged',
  letters: 'its letters make words of a language, and no other reading does',
  undecided: 'it comes nearest, but others read the same bytes as well: please choose',
  'nul-bytes': 'every other byte is zero',
  user: 'chosen by you',
};

export const DELIMITER_PROOF: Record<Dialect['decidedBy']['delimiter'], string> = {
  consistent: 'it cuts the first rows into equally many cells',
  'sep-line': 'the first line of the file (sep=) says so',
  'only-column': 'no separator fits; the file seems to have one column',
  user: 'chosen by you',
};

/** The heading of a file column as it is called on screen, also when the file leaves it empty. */
export const headingOf = (header: readonly string[], position: number): string => {
  const name = header[position]?.trim() ?? '';
  return name === '' ? `Column ${formatCount(position + 1)} (no heading)` : name;
};
