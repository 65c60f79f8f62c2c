/** A moment of a receipt: in UTC, because it is read elsewhere and later. */
export const timeOf = (at: number | undefined): string =>
  at === undefined ? 'not yet' : `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
