import { z } from 'zod';
import { cellEdit } from '../repair/model';

const load = { loadId: z.string() };
const blob = z.custom<Blob>((value) => typeof Blob !== 'undefined' && value instanceof Blob);

/** Rows that fit nothing here: how many, and the first few by name. */
const leftOver = z.object({ count: z.number().int(), ids: z.array(z.string()) });

/** Calls about rows on their way to a spreadsheet and back. */
export const takingCalls = {
  /** CSV in the user's own columns and order plus reason columns; cells that a spreadsheet would run are guarded. */
  export: {
    take: z.object({
      ...load,
      what: z.enum(['findings', 'held-rows', 'findings-xlsx', 'held-rows-xlsx']),
      /** What a finding means, by its code; for the notes of a workbook. */
      words: z.record(z.string(), z.string()).optional(),
    }),
    give: z.object({
      file: blob,
      name: z.string(),
      /** Notes beyond what a workbook can hold. */
      notesLeftOut: z.number().int().optional(),
    }),
  },
  /** What a file of rows that were taken away and repaired would change; nothing is changed by this. */
  readBack: {
    take: z.object({ ...load, file: blob }),
    give: z.object({
      rows: z.number().int(),
      /** Columns the file lacks; then nothing of it can be used. */
      missing: z.array(z.string()),
      edits: z.array(cellEdit),
      /** The first few, with what stands there now. */
      samples: z.array(cellEdit.extend({ before: z.string() })),
      unknown: leftOver,
      doubled: leftOver,
      ragged: leftOver,
      /** Cells that differ in columns that are neither sent nor read by a rule. */
      notSent: z.number().int(),
    }),
  },
} as const;
