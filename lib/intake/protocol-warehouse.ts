import { z } from 'zod';

const load = { loadId: z.string() };
const blob = z.custom<Blob>((value) => typeof Blob !== 'undefined' && value instanceof Blob);
const count = z.number().int();

/** Calls about what a load leaves in the warehouse. `parts`: the load and its attempts, as they were planned. */
export const warehouseCalls = <Rules extends z.ZodType>(rules: Rules) => {
  const parts = z.array(z.object({ loadId: z.string(), rules }));
  return {
    /** SQL that finds, counts and removes the rows of a load; `notes`: what it says in between. */
    undoScript: {
      take: z.object({
        ...load,
        parts,
        schemaName: z.string(),
        notes: z.object({
          head: z.array(z.string()),
          look: z.string(),
          remove: z.string(),
          before: z.string(),
        }),
      }),
      give: z.object({
        file: blob,
        /** Rows it names: accepted ones, and those of which nobody knows whether they are there. */
        rows: count,
        unsure: count,
      }),
    },
    /** The exact sum of one column over the rows that Peak accepted and that did not fail later. */
    controlSum: {
      take: z.object({ ...load, parts, schemaName: z.string(), column: z.string() }),
      give: z.object({
        /** Decimal text. */
        sum: z.string(),
        rows: count,
        /** Of those rows, the ones without a value. */
        empty: count,
        /** Rows of which nobody knows whether they are in the warehouse, and their sum: not in the one above. */
        unsure: z.object({ sum: z.string(), rows: count }),
        whole: z.string(),
        ofLoad: z.string(),
      }),
    },
  };
};
