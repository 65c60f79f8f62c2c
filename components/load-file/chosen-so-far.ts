import type { Dialect } from '@/lib/files/model';

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
  return {
    ...(decidedBy.encoding === 'user' ? { encoding } : {}),
    ...(decidedBy.delimiter === 'user' ? { delimiter } : {}),
    ...(decidedBy.quote === 'user' ? { quote, escape: escape ?? 'doubled' } : {}),
    ...(decidedBy.newline === 'user' ? { newline } : {}),
    ...(decidedBy.header === 'user' ? { headerRow } : {}),
    ...(places === undefined ? {} : { places }),
    ...(unnamed === undefined ? {} : { unnamed }),
    ...(totals === undefined ? {} : { totals }),
    ...(workbook === undefined ? {} : { workbook }),
  };
}

/** What numbers the rows of a file, to read it once more as it was read then. */
export const formerReading = ({
  delimiter,
  newline,
  quote,
  escape,
  workbook,
  places,
}: Dialect): Partial<Dialect> =>
  workbook === undefined ? { delimiter, newline, quote, escape: escape ?? 'doubled', places } : { workbook };
