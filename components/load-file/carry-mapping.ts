import { bareName } from '@/lib/mapping/names';
import type { Mapping } from '@/lib/mapping/model';
import { sourceWhenMissing, suggestMapping } from '@/lib/mapping/suggest';
import type { TableSpec } from '@/lib/peak/model';

export interface Columns {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The mapping for a file that takes the place of another one (or the same one read otherwise): what the user chose by
 * hand goes with the heading it was chosen for, as long as that heading stands there exactly once; the rest is
 * suggested anew. Positions never carry over by themselves, for another file may have other columns there.
 */
export function carryMapping(
  table: TableSpec,
  before: { readonly mapping: Mapping; readonly header: readonly string[] },
  now: Columns,
): Mapping {
  const names = now.header.map(bareName);
  const chosen = new Map<string, number>();
  for (const { column, source } of before.mapping) {
    if (source.kind !== 'file' || source.by !== 'user') continue;
    const name = bareName(before.header[source.position] ?? '');
    const places = names.flatMap((other, at) => (name !== '' && other === name ? [at] : []));
    if (places.length === 1 && places[0] !== undefined) chosen.set(column, places[0]);
  }
  const taken = new Set(chosen.values());
  return suggestMapping(table, now.header, now.rows).map((entry) => {
    const position = chosen.get(entry.column);
    if (position !== undefined) return { ...entry, source: { kind: 'file', position, by: 'user' } };
    if (entry.source.kind !== 'file' || !taken.has(entry.source.position)) return entry;
    const spec = table.columns.find(({ name }) => name === entry.column);
    return { ...entry, source: spec === undefined ? { kind: 'omit' } : sourceWhenMissing(table, spec) };
  });
}
