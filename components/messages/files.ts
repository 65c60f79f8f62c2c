import type { Dialect, FileNote, FileRefusal } from '@/lib/files/model';
import type { Advice } from './advice';
import { counted, formatCount } from './format';
import { SHEET_NOTES } from './sheet-notes';

const AS_CSV =
  'Open it in the program it comes from and save it as “CSV UTF-8” or as an Excel workbook (.xlsx), then choose that file.';

export const FILE_REFUSAL_ADVICE: Record<FileRefusal, Advice> = {
  'file-empty': {
    what: 'This file is empty',
    why: 'It holds no bytes at all, or nothing but blank rows. Perhaps the export was interrupted.',
    todo: 'Export it again and choose the new file.',
  },
  'file-header-only': {
    what: 'This file has a header and no rows',
    why: 'There is nothing to send under the heading.',
    todo: 'Check the filter of the export; if the header stands further down, set the header row.',
  },
  'file-is-pdf': {
    what: 'This is a PDF, whatever its name says',
    why: 'A PDF is a picture of a table; the cells cannot be told apart reliably.',
    todo: 'Ask for the data as CSV from the system that printed it.',
  },
  'file-is-zip': {
    what: 'This is a ZIP archive',
    why: 'It may hold any number of files, and only one belongs to this table.',
    todo: 'Unpack it and choose the file inside.',
  },
  'file-is-xlsx': {
    what: 'A workbook is packed inside this file',
    why: 'A workbook (.xlsx) is read as it is; inside another archive it is not looked for.',
    todo: 'Unpack the file once and choose the workbook.',
  },
  'file-is-xls': {
    what: 'This is an old Excel workbook (.xls)',
    why: 'That binary format is not read here.',
    todo: AS_CSV,
  },
  'file-is-xlsb': {
    what: 'This is a binary Excel workbook (.xlsb)',
    why: 'That format is Excel’s own and is not read here; nothing of it was guessed at.',
    todo: 'In Excel: File, Save As, “Excel Workbook (.xlsx)” or “CSV UTF-8”, then choose that file.',
  },
  'file-is-ods': {
    what: 'This is an OpenDocument spreadsheet (.ods)',
    why: 'That format is not read here.',
    todo: 'In LibreOffice: File, Save As, “Text CSV”, character set Unicode (UTF-8), then choose that file.',
  },
  'file-is-numbers': {
    what: 'This is a Numbers document',
    why: 'Only Apple’s own program reads that format.',
    todo: 'In Numbers: File, Export To, CSV, text encoding Unicode (UTF-8), then choose that file.',
  },
  'file-is-encrypted': {
    what: 'This workbook is protected by a password',
    why: 'Its content is encrypted, and this app never asks for the password of a file.',
    todo: 'Open it in Excel with the password, then File, Info, Protect Workbook, Encrypt with Password, clear the password, and save. Or save it as “CSV UTF-8”.',
  },
  'file-is-old-sheet': {
    what: 'This is a spreadsheet in a very old format',
    why: 'It is SYLK, DIF, Lotus 1-2-3 or an Excel file from before 1997; none of them is read here.',
    todo: AS_CSV,
  },
  'file-is-document': {
    what: 'This is a text document or a presentation, not a table',
    why: 'Word, PowerPoint and RTF files hold pages; a table in them is a drawing of one.',
    todo: 'Copy the table out of it and paste it here, or ask for the data as CSV.',
  },
  'file-is-html': {
    what: 'This is a web page, whatever its name says',
    why: 'Some systems call a web page “.xls” because Excel opens it. Cells in it have no reliable borders.',
    todo: 'Open it in Excel and save it as “CSV UTF-8”. If it is a page that asks for a sign-in, download the file again.',
  },
  'file-is-xml': {
    what: 'This is an XML file',
    why: 'It holds a tree, not rows; which parts of it would be columns cannot be known.',
    todo: AS_CSV,
  },
  'file-is-json': {
    what: 'This is a JSON file',
    why: 'It holds nested values, not rows of cells; which parts of it would be columns cannot be known.',
    todo: 'Export the data as CSV from the system it comes from.',
  },
  'file-is-columnar': {
    what: 'This is a data file of an analytics system (Parquet, ORC, Avro or Arrow)',
    why: 'These formats are not read here.',
    todo: 'Have it written as CSV, for example with DuckDB: COPY (FROM ‘file.parquet’) TO ‘file.csv’ (HEADER).',
  },
  'file-is-database': {
    what: 'This is a database, not one table',
    why: 'It may hold any number of tables, and its bytes are those of its own program.',
    todo: 'Open it in its program (Access, a SQLite browser) and export the one table as CSV.',
  },
  'file-is-compressed': {
    what: 'This is a compressed archive',
    why: 'Its format (7z, RAR, bzip2, xz, zstd or tar) is not read here.',
    todo: 'Unpack it and choose the file inside.',
  },
  'file-is-gzip': {
    what: 'This file is compressed twice',
    why: 'A .gz file is unpacked here once; what came out is a .gz file again.',
    todo: 'Unpack it once (7-Zip, or gunzip in a terminal) and choose the file inside.',
  },
  'file-is-image': {
    what: 'This is a picture',
    why: 'A picture of a table is not a table.',
    todo: 'Ask for the data as CSV.',
  },
  'file-is-binary': {
    what: 'This is not a text file',
    why: 'Its bytes are those of some program’s own format.',
    todo: AS_CSV,
  },
  'file-encoding-unread': {
    what: 'This text is in an encoding that is not read here',
    why: 'It is ISO-2022 (old Japanese or Korean mail) or UTF-32; both are rare in tables.',
    todo: AS_CSV,
  },
  'file-unreadable': {
    what: 'The browser could not read this file',
    why: 'It may be open in another program, on a drive that went away, or not permitted.',
    todo: 'Close it elsewhere or copy it to this computer, then choose it again.',
  },
  'file-gone': {
    what: 'The file is not here any more',
    why: 'It was only attached to a tab that is closed, or this browser’s storage was cleared.',
    todo: 'Choose the same file again; mapping and repairs are still here.',
  },
  'file-changed': {
    what: 'This is not the same file',
    why: 'Its content differs from the file that this load was made with.',
    todo: 'Choose the original file, or replace the file of this load on the File step.',
  },
  'file-damaged': {
    what: 'This file is damaged or cut off',
    why: 'What is packed in it does not match its own lengths and check sums, so nobody can say what is missing.',
    todo: 'Download or copy it again. A workbook: open it in Excel, let it repair, and save it.',
  },
  'file-inflates-too-much': {
    what: 'This file unpacks to far more than a table would',
    why: 'A small file that grows hundreds of times is made to fill disks, or holds almost nothing but repetition.',
    todo: 'If it is yours, save the sheet as “CSV UTF-8” and choose that file.',
  },
  'workbook-without-rows': {
    what: 'No sheet of this workbook holds a value',
    why: 'Every worksheet was read, hidden ones too. Charts and pictures are not rows.',
    todo: 'Open it and look where the data is; perhaps it is loaded from another file.',
  },
  'sheet-gone': {
    what: 'A chosen sheet is not in this workbook',
    why: 'The choice was made for another workbook, or the sheet was renamed.',
    todo: 'Choose the sheets again.',
  },
  'sheets-differ': {
    what: 'The chosen sheets have different columns',
    why: 'Put one under the other they would mix columns up.',
    todo: 'Join them by heading, or load each sheet for itself.',
  },
  'no-room-to-unpack': {
    what: 'This browser has no room to unpack the file',
    why: 'The text inside is larger than its private storage and memory allow.',
    todo: 'Free disk space or delete old loads under Storage, or unpack the file and choose what is inside.',
  },
};

const NOTES: Record<FileNote['code'], (params: FileNote['params']) => string> = {
  'header-duplicate': (params) =>
    `Some columns have the same heading (${params.names ?? ''}). They are kept apart by position.`,
  'header-empty': (params) =>
    `Columns without a heading: number ${params.columns ?? ''}. They can be used all the same.`,
  'header-numeric': () =>
    'The row taken for the headings looks like data, and its values would not be sent. Choose under “Header row” where the headings stand, or “No headings”.',
  'header-found': (params) =>
    `The headings stand in row ${params.row ?? '?'}. What is above (${counted(Number(params.above), 'row')}) is left out; click another row of the preview if that is wrong.`,
  'line-ends-mixed': () =>
    'Lines end in different ways in this file. Each kind of line end is taken for one, except inside quotes.',
  'quotes-backslash': () =>
    'Quotes inside cells are written with a backslash before them; the backslash is not part of the value.',
  'quotes-single': () => 'Cells are quoted by apostrophes; they are not part of the values.',
  'separator-of-two': (params) =>
    `“${params.sign ?? ''}” stands beside every separator (${delimiterWord(String(params.separator ?? ''))}), as if both together were one. It is read as part of the values: export the file again with a separator of one sign, or take it off with a rule in Review.`,
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

export const ENCODING_WORDS: Record<Dialect['encoding'], string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252 / ISO-8859-1 (Western European)',
  'iso-8859-15': 'ISO-8859-15 (Western European with €)',
  'windows-1250': 'Windows-1250 (Central European)',
  'iso-8859-2': 'ISO-8859-2 (Central European)',
  'windows-1251': 'Windows-1251 (Cyrillic)',
  'iso-8859-5': 'ISO-8859-5 (Cyrillic)',
  'koi8-r': 'KOI8-R (Russian)',
  'koi8-u': 'KOI8-U (Ukrainian)',
  'windows-1253': 'Windows-1253 (Greek)',
  'iso-8859-7': 'ISO-8859-7 (Greek)',
  'windows-1254': 'Windows-1254 / ISO-8859-9 (Turkish)',
  'windows-1255': 'Windows-1255 (Hebrew)',
  'windows-1256': 'Windows-1256 (Arabic)',
  'windows-1257': 'Windows-1257 (Baltic)',
  'windows-1258': 'Windows-1258 (Vietnamese)',
  'windows-874': 'Windows-874 (Thai)',
  macintosh: 'Mac Roman (old Mac, Western European)',
  'x-mac-cyrillic': 'Mac Cyrillic (old Mac)',
  ibm850: 'DOS 850 (Western European)',
  ibm437: 'DOS 437 (United States)',
  ibm852: 'DOS 852 (Central European)',
  ibm866: 'DOS 866 (Cyrillic)',
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
