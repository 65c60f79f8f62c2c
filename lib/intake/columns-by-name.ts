import { csvText } from './formula-guard';

/**
 * Where the columns of a file stand in the file that came back, by heading (as it was or guarded for a spreadsheet), for
 * whoever repaired it may have moved them; undefined where one is missing. Of equal headings each takes the next.
 * `ours`: the column of our own, which is nobody's, below zero where there is none.
 */
export function columnsByName(
  own: readonly string[],
  back: readonly string[],
  ours: number,
): (number | undefined)[] {
  const free = new Set(back.keys());
  free.delete(ours);
  return own.map((name) => {
    const at = [...free].find((each) => back[each] === name || back[each] === csvText(name));
    if (at !== undefined) free.delete(at);
    return at;
  });
}
