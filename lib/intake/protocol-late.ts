import { z } from 'zod';

const load = { loadId: z.string() };
const blob = z.custom<Blob>((value) => typeof Blob !== 'undefined' && value instanceof Blob);
const count = z.number().int();

/** What an export of `_failed_rows` said of a load, in lines; each is counted in exactly one of these but `entered`. */
export const lateReading = z.object({
  lines: count,
  /** Name a row that Peak had accepted; those are moved. */
  moved: count,
  /** Of those moved: counted as failed already, in a number that was entered. */
  entered: count,
  /** Name a row that is counted as failed already. */
  known: count,
  /** Look like rows of this load, but failed before those were sent. */
  older: count,
  /** Have the key of a row of this load, and other values. */
  otherValues: count,
  /** Name a row of a batch in doubt: Peak had it, then. */
  inDoubt: count,
  /** Name a row of a batch of which Peak refused some without naming them: it may be one of those. */
  unclear: count,
  /** Fit no row that this load sent. */
  strange: count,
  /** Hold no row, or one without its whole key. */
  unreadable: count,
  /** Beyond what is read of one file. */
  beyond: count,
});
export type LateReading = z.infer<typeof lateReading>;

/** Calls about rows that Peak accepted and could not write. */
export const lateCalls = <Rules extends z.ZodType>(rules: Rules) => ({
  /** What was told so far, oldest first, and when Peak last accepted rows of this load. */
  late: {
    take: z.object(load),
    give: z.object({
      told: z.array(
        z.object({
          id: z.string(),
          at: z.number(),
          from: z.enum(['export', 'entered']),
          name: z.string().optional(),
          rows: count,
          unnamed: count,
        }),
      ),
      lastAcceptedAt: z.number().optional(),
      firstSentAt: z.number().optional(),
    }),
  },
  /** Holds an export against what was sent, and records the rows it names. `parts`: the load and its attempts. */
  readLate: {
    take: z.object({
      ...load,
      id: z.string(),
      file: blob,
      name: z.string(),
      parts: z.array(z.object({ loadId: z.string(), rules })),
    }),
    give: lateReading,
  },
  /** A number without rows, as a dashboard tells it. */
  enterLate: { take: z.object({ ...load, id: z.string(), count: count.min(1) }), give: z.null() },
  undoLate: { take: z.object({ ...load, id: z.string() }), give: z.null() },
});
