import { z } from 'zod';
import { rejectedRow } from './model';

/**
 * Rows of which somebody learned later that Peak accepted but could not write them: from an export of the table's
 * `_failed_rows`, or entered as a number. Rows are those of the load's own file, and were accepted when this was told.
 */
export const lateFailures = z.object({
  loadId: z.string(),
  id: z.string(),
  /** When it was told, ms since the epoch: attempts planned later are attempts at these rows too. */
  at: z.number(),
  from: z.enum(['export', 'entered']),
  /** The export's name. */
  name: z.string().optional(),
  rows: z.array(rejectedRow),
  /** Known only as a number. */
  unnamed: z.number().int().min(0),
});
export type LateFailures = z.infer<typeof lateFailures>;
