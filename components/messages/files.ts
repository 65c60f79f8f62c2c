import type { Dialect, FileNote, FileRefusal } from '@/lib/files/model';
import type { Advice } from './advice';
import { counted, formatCount } from './format';

const AS_CSV = 'Open it in the program it comes from and save it as “CSV UTF-8”, then choose that file.';

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
    what: 'This is an Excel workbook',
    why: 'Workbooks (.xlsx) cannot be read here yet; CSV can, at any size.',
    todo: 'In Excel: File, Save As, “CSV UTF-8 (Comma delimited)”. One sheet becomes one file.',
  },
  'file-is-xls': {
    what: 'This is an old Excel workbook (.xls)',
    why: 'That binary format is not read here.',
    todo: AS_CSV,
  },
  'file-is-gzip': {
    what: 'This file is compressed (gzip)',
    why: 'Compressed files cannot be read here yet.',
    todo: 'Unpack it (7-Zip, or gunzip in a terminal) and choose the file inside.',
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
};

const NOTES: Record<FileNote['code'], (params: FileNote['params']) => string> = {
  'header-duplicate': (params) =>
    `Some columns have the same heading (${params.names ?? ''}). They are kept apart by position.`,
  'header-empty': (params) =>
    `Columns without a heading: number ${params.columns ?? ''}. They can be used all the same.`,
  'header-numeric': () =>
    'Most headings are numbers. If this is a row of data, set the header row to where the headings are.',
  'rows-ragged-in-head': (params) =>
    `${counted(Number(params.count), 'row')} near the top, row ${params.row ?? '?'} first, ${params.count === 1 ? 'has' : 'have'} more or fewer cells than the header. If all look wrong, the separator is.`,
  'blank-rows-in-head': (params) =>
    `${counted(Number(params.count), 'blank row')} near the top, row ${params.row ?? '?'} first. Blank rows are counted and not sent.`,
  'encoding-guessed': (params) =>
    params.encoding === 'windows-1252'
      ? 'The bytes are not UTF-8, and no mark says what they are. Windows-1252 was taken; look at the accented letters.'
      : `${counted(Number(params.invalidBytes), 'byte')} near the top mean nothing in this encoding. Look at the accented letters.`,
};

export const fileNote = (note: FileNote): string => NOTES[note.code](note.params);

export const ENCODING_WORDS: Record<Dialect['encoding'], string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252 (Western European)',
};

export const NEWLINE_WORDS: Record<Dialect['newline'], string> = {
  '\n': 'LF',
  '\r\n': 'CRLF',
  '\r': 'CR',
};

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
};
export const delimiterWord = (delimiter: string): string => DELIMITERS[delimiter] ?? `“${delimiter}”`;

export const ENCODING_PROOF: Record<Dialect['decidedBy']['encoding'], string> = {
  bom: 'a mark at the start of the file says so',
  'valid-utf-8': 'every byte looked at is valid UTF-8',
  'invalid-utf-8': 'some bytes are not valid UTF-8, and nothing proves another one: please look',
  'nul-bytes': 'every other byte is zero',
  user: 'chosen by you',
};

export const DELIMITER_PROOF: Record<Dialect['decidedBy']['delimiter'], string> = {
  consistent: 'it cuts the first rows into equally many cells',
  'only-column': 'no separator fits; the file seems to have one column',
  user: 'chosen by you',
};

/** The heading of a file column as it is called on screen, also when the file leaves it empty. */
export const headingOf = (header: readonly string[], position: number): string => {
  const name = header[position]?.trim() ?? '';
  return name === '' ? `Column ${formatCount(position + 1)} (no heading)` : name;
};
