import { z } from 'zod';

/**
 * What the copying worker is told. Alone here: that worker starts when a file is chosen, and whatever it loads besides
 * would be compiled while the first rows are waited for.
 */
export const toKeeper = z.union([
  z.object({ loadId: z.string(), file: z.instanceof(Blob), name: z.string() }),
  z.object({ stop: z.literal(true) }),
]);
export type KeeperTake = z.infer<typeof toKeeper>;
