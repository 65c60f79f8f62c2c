import { REPEATED, rowsOfGroup, type Ledger } from '../validation/ledger';

/** For each of these places the places of all rows that share its key, itself among them; nothing where there is no other. */
export function copiesOf(ledger: Ledger, places: readonly number[]): Map<number, readonly number[]> {
  const wanted = new Set(places.filter((at) => (ledger.flags.get(at) & REPEATED) !== 0));
  const found = new Map<number, readonly number[]>();
  const { groups } = ledger;
  for (let group = 0; found.size < wanted.size && group < groups.size; group++) {
    let rows: readonly number[] | undefined;
    for (let at = groups.starts[group] ?? 0; at < (groups.starts[group + 1] ?? 0); at++) {
      const place = groups.places[at] ?? 0;
      if (wanted.has(place)) found.set(place, (rows ??= rowsOfGroup(ledger, group)));
    }
  }
  return found;
}
