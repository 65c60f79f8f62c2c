import { bareName } from '@/lib/mapping/names';

/** Whether a file has these headings in these places, whatever follows them. */
export const isBeginOf = (before: readonly string[], now: readonly string[]): boolean =>
  before.every((name, at) => now[at] === name);

/**
 * Where the column of a heading stands in another file (or in the same one read otherwise); undefined where its heading
 * does not stand in both exactly once. Positions never carry over by themselves, for another file may have other
 * columns there; only a file with all the same headings has them in all the same places.
 */
export function placesByHeading(
  before: readonly string[],
  now: readonly string[],
): (position: number) => number | undefined {
  const [old, names] = [before.map(bareName), now.map(bareName)];
  const isSame = before.length === now.length && isBeginOf(before, now);
  const isOnce = (all: readonly string[], name: string) =>
    all.includes(name) && all.indexOf(name) === all.lastIndexOf(name);
  return (position) => {
    const [name, bare] = [before[position], old[position]];
    if (name === undefined || bare === undefined) return undefined;
    if (isSame) return position;
    if (bare !== '' && isOnce(old, bare)) return isOnce(names, bare) ? names.indexOf(bare) : undefined;
    // `Discount %` and `Discount €` differ in their marks alone.
    const isTold = name.trim() !== '' && isOnce(before, name) && isOnce(now, name);
    return isTold ? now.indexOf(name) : undefined;
  };
}
