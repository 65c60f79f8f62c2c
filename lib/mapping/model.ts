import { z } from 'zod';

/** Who decided that a column takes nothing: without it nobody did, there was only nothing to take. */
const chosenBy = z.enum(['user', 'saved']);

/** Where a table column takes its cells from. File columns go by position, never by name: names may repeat. */
export const columnSource = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('file'),
    position: z.number().int().min(0),
    /** exact: same name but for case; alias: a listed synonym; guess: similar; user: chosen by hand; saved: by hand, for such a file before. */
    by: z.enum(['exact', 'alias', 'guess', 'user', 'saved']),
  }),
  /** The key is sent in every row with null. Only for nullable columns; said on screen. */
  z.object({ kind: z.literal('null'), by: chosenBy.optional() }),
  /** The key is left out. Only for optional columns. */
  z.object({ kind: z.literal('omit'), by: chosenBy.optional() }),
]);
export type ColumnSource = z.infer<typeof columnSource>;

/** One entry per table column, in the table's order. */
export const mapping = z.array(z.object({ column: z.string(), source: columnSource }));
export type Mapping = z.infer<typeof mapping>;

/** How a person once matched the columns of files with these headings; by heading, since positions may move. */
export const savedMapping = z.object({
  table: z.string(),
  /** All headings of the file, sorted: another set of headings is another kind of file. */
  headings: z.array(z.string()),
  schemaFingerprint: z.string(),
  at: z.number(),
  columns: z.array(
    z.object({
      column: z.string(),
      /** `nth` tells equal headings apart; no heading where the column takes nothing from the file. */
      from: z.union([z.object({ heading: z.string(), nth: z.number().int() }), z.enum(['null', 'omit'])]),
    }),
  ),
});
export type SavedMapping = z.infer<typeof savedMapping>;

/** Why a mapping cannot go on. */
export const MAPPING_PROBLEMS = [
  'required-missing',
  'key-missing',
  'position-twice',
  'position-gone',
  'nothing-mapped',
] as const;
export type MappingProblem = {
  readonly code: (typeof MAPPING_PROBLEMS)[number];
  readonly column: string;
  readonly other?: string;
};
