import { z } from 'zod';

/**
 * A repair is data: listed, undone, stored, replayed over the whole file. The file itself is never changed.
 * Column rules run in list order on the file's text, before the column's checker sees it.
 */
export const columnRule = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('trim') }),
  /** Cells that hold one of these words (after trimming, case ignored) count as empty. */
  z.object({ rule: z.literal('empty-words'), words: z.array(z.string()) }),
  /** `17850.0` → `17850`; touches only cells that are digits, a point and zeros. */
  z.object({ rule: z.literal('drop-point-zero') }),
  /** `1.234,50` → `1234.50`. */
  z.object({ rule: z.literal('decimal-comma') }),
  /** `1,234.50` → `1234.50`. */
  z.object({ rule: z.literal('thousands-comma') }),
  /** How a written date is read; the user decides, we never do without proof. */
  z.object({ rule: z.literal('date-order'), order: z.enum(['day-first', 'month-first', 'year-first']) }),
  z.object({ rule: z.literal('constant-when-empty'), value: z.string() }),
]);
export type ColumnRule = z.infer<typeof columnRule>;

export const repair = z.discriminatedUnion('kind', [
  z.object({ id: z.string(), kind: z.literal('column'), column: z.string(), rule: columnRule }),
  /** New text of one cell, as if the file had held it. `row` is the user's own row number. */
  z.object({
    id: z.string(),
    kind: z.literal('cell'),
    row: z.number().int(),
    column: z.string(),
    text: z.string(),
  }),
  /** The user leaves this row out. */
  z.object({ id: z.string(), kind: z.literal('skip'), row: z.number().int() }),
]);
export type Repair = z.infer<typeof repair>;

/** What happens to rows of one key within one load (design.md §5). `keep-all` is for APPEND only. */
export const DUPLICATE_POLICIES = ['keep-last', 'keep-first', 'hold-all', 'keep-all'] as const;
export const duplicatePolicy = z.enum(DUPLICATE_POLICIES);
export type DuplicatePolicy = z.infer<typeof duplicatePolicy>;
