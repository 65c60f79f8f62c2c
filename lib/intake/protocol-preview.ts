import { z } from 'zod';
import { columnRule } from '../repair/model';

const load = { loadId: z.string() };
/** Cells before and after a rule. */
const samples = z.array(z.object({ row: z.number().int(), before: z.string(), after: z.string() }));

/** The call about a rule that is looked at. */
export const previewCalls = {
  /** What one more rule would do to the whole file; changes nothing. A newer look at the same load ends this one. */
  preview: {
    take: z.object({ ...load, column: z.string(), rule: columnRule }),
    give: z.object({
      /** Cells whose text would be another one. */
      touched: z.number().int(),
      /** Findings of the column that would go, come, and be there afterwards. */
      goes: z.number().int(),
      comes: z.number().int(),
      remain: z.number().int(),
      samples,
      /** Cells that would still have a finding. */
      left: z.array(z.object({ row: z.number().int(), text: z.string() })),
      /** What would be offered next, and of how many cells it would settle the finding; proved by what they are then. */
      next: z
        .object({
          rule: columnRule,
          cells: z.number().int(),
          /** What both rules together make of the first of them. */
          samples,
        })
        .optional(),
    }),
  },
};
