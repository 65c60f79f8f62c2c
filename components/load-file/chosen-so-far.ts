import type { Dialect } from '@/lib/files/model';
import type { CallTake } from '@/lib/intake/protocol';

/** What the user decided about the reading of a file; the rest is left to the evidence of the next reading. */
export function chosenSoFar(dialect: Dialect): Partial<Dialect> {
  const {
    encoding,
    delimiter,
    newline,
    quote,
    escape,
    headerRow,
    totals,
    workbook,
    places,
    unnamed,
    decidedBy,
  } = dialect;
  // Columns at fixed places have neither: what stands there instead nobody chose.
  const cuts = places === undefined;
  return {
    ...(decidedBy.encoding === 'user' ? { encoding } : {}),
    ...(cuts && decidedBy.delimiter === 'user' ? { delimiter } : {}),
    ...(cuts && decidedBy.quote === 'user' ? { quote, escape: escape ?? 'doubled' } : {}),
    ...(decidedBy.newline === 'user' ? { newline } : {}),
    ...(decidedBy.header === 'user' ? { headerRow } : {}),
    ...(places === undefined ? {} : { places }),
    ...(unnamed === undefined ? {} : { unnamed }),
    ...(totals === undefined ? {} : { totals }),
    ...(workbook === undefined ? {} : { workbook }),
  };
}

type Choice = NonNullable<CallTake<'open'>['dialect']>;

/** What is said of a reading, and no more of another one. */
const OF_THIS_CUT = ['delimiter', 'places', 'headerRow', 'quote', 'newline'] as const;

/** What is chosen once this is chosen, too. */
export function chosenWith(dialect: Dialect, change: Choice): Choice {
  const { unnamed, ...others } = chosenSoFar(dialect);
  const isOther = OF_THIS_CUT.some((name) => name in change);
  return { ...others, ...(isOther || unnamed === undefined ? {} : { unnamed }), ...change };
}

/** What numbers the rows of a file, to read it once more as it was read then. */
export function formerReading(dialect: Dialect): Partial<Dialect> {
  const { delimiter, newline, quote, escape, workbook, places } = dialect;
  if (workbook !== undefined) return { workbook };
  return places === undefined
    ? { delimiter, newline, quote, escape: escape ?? 'doubled', places }
    : { newline, places };
}
