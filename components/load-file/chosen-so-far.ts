import type { Dialect } from '@/lib/files/model';

/** What the user decided about the reading of a file; the rest is left to the evidence of the next reading. */
export function chosenSoFar({ encoding, delimiter, headerRow, decidedBy }: Dialect): Partial<Dialect> {
  return {
    ...(decidedBy.encoding === 'user' ? { encoding } : {}),
    ...(decidedBy.delimiter === 'user' ? { delimiter } : {}),
    // Nobody can tell whether it was chosen or found; either way it is what the user sees.
    headerRow,
  };
}
