import type { FileRefusal } from '@/lib/files/model';
import type { Advice } from './advice';

const AS_CSV =
  'Open it in the program it comes from and save it as “CSV UTF-8” or as an Excel workbook (.xlsx), then choose that file.';

const packedBy = (how: string): Advice => ({
  what: `This workbook is packed by ${how}, which is not read here`,
  why: 'Excel packs workbooks by Deflate. Some archive or backup program, or a library, has packed this one otherwise; nothing of it is damaged.',
  todo: 'Open it in Excel and save it again, or unpack it and pack it again by Deflate (in 7-Zip: archive format zip, method Deflate), then choose that file.',
});

export const FILE_REFUSAL_ADVICE: Record<FileRefusal, Advice> = {
  'file-empty': {
    what: 'This file is empty',
    why: 'It holds no bytes at all, or nothing but blank rows. Perhaps the export was interrupted.',
    todo: 'Export it again and choose the new file.',
  },
  'file-header-only': {
    what: 'This file has headings and no rows',
    why: 'Nothing stands below the headings, so there is nothing to send.',
    todo: 'Check the filter of the export. If the last line holds values and not headings, put a line with the headings above it and choose the file again.',
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
  'file-is-sql': {
    what: 'These are statements of SQL, not rows',
    why: 'It is a dump of a database: tables are made and filled by commands, and it may hold any number of tables.',
    todo: 'Load it into its database and export the one table as CSV from there.',
  },
  'file-is-records': {
    what: 'This file holds messages or records, not rows of cells',
    why: 'It is of a kind such as vCard, calendar, LDIF, e-mail, QIF, OFX, MT940, EDIFACT or X12: each line says something else, and there are no columns.',
    todo: 'Export the data as CSV or as an Excel workbook from the system it comes from.',
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
  'packed-by-deflate64': packedBy('Deflate64'),
  'packed-by-bzip2': packedBy('bzip2'),
  'packed-by-lzma': packedBy('LZMA'),
  'packed-by-zstd': packedBy('Zstandard'),
  'packed-by-xz': packedBy('XZ'),
  'packed-otherwise': packedBy('a rare method'),
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
  'sheet-rows-astray': {
    what: 'The rows of a sheet stand out of order in this workbook',
    why: 'Some program wrote them so. Far down stand rows that belong above the headings, or there is more than can be sorted here.',
    todo: 'Open it in Excel and save it: Excel writes rows in their order. Then choose that file.',
  },
  'no-room-to-unpack': {
    what: 'This browser has no room to unpack the file',
    why: 'The text inside is larger than its private storage and memory allow.',
    todo: 'Free disk space or delete old loads under Storage, or unpack the file and choose what is inside.',
  },
};
