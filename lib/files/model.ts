import { z } from 'zod';

/** How a text file is cut into cells. All of it was decided by evidence or by the user; `decidedBy` says which. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export const dialect = z.object({
  encoding: z.enum(ENCODINGS),
  /** True when the file begins with a byte order mark, which is then not part of the first cell. */
  bom: z.boolean(),
  delimiter: z.string().length(1),
  newline: z.enum(['\n', '\r\n', '\r']),
  quote: z.literal('"'),
  /** Spreadsheet row (1-based) that holds the header. */
  headerRow: z.number().int().min(1),
  decidedBy: z.object({
    encoding: z.enum(['bom', 'valid-utf-8', 'invalid-utf-8', 'nul-bytes', 'user']),
    delimiter: z.enum(['consistent', 'only-column', 'user']),
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
  'file-is-columnar',
  'file-is-database',
  'file-is-gzip',
  'file-is-compressed',
  'file-is-image',
  'file-is-binary',
  'file-unreadable',
  'file-gone',
  'file-changed',
] as const;
export const fileRefusal = z.enum(FILE_REFUSALS);
export type FileRefusal = z.infer<typeof fileRefusal>;

/** Things worth saying about the file as a whole; none of them stops the road. */
export const FILE_NOTES = [
  'header-duplicate',
  'header-empty',
  'header-numeric',
  'rows-ragged-in-head',
  'encoding-guessed',
  'blank-rows-in-head',
] as const;
export const fileNote = z.object({
  code: z.enum(FILE_NOTES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FileNote = z.infer<typeof fileNote>;

export const fileHead = z.object({
  dialect,
  /** Header cells by position, as they stand in the file. */
  header: z.array(z.string()),
  /** First raw lines, before any cutting, so that both can be compared by eye. */
  rawLines: z.array(z.string()),
  /** First data rows, cells by position. */
  rows: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
  notes: z.array(fileNote),
  sizeBytes: z.number(),
});
export type FileHead = z.infer<typeof fileHead>;
