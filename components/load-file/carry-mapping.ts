import { placesByHeading } from '@/components/load-frame/same-heading';
import type { ColumnSource, Mapping, SavedMapping } from '@/lib/mapping/model';
import { recall } from '@/lib/mapping/saved';
import { sourceWhenMissing, suggestMapping } from '@/lib/mapping/suggest';
import type { TableSpec } from '@/lib/peak/model';

export interface Columns {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Before {
  readonly mapping: Mapping;
  readonly header: readonly string[];
}

type Kept = ReadonlyMap<string, ColumnSource>;

/** A mapping in which these columns take what was kept for them, and no other takes the same file column. */
export function withKept(table: TableSpec, mapping: Mapping, kept: Kept): Mapping {
  const taken = new Set([...kept.values()].flatMap((from) => (from.kind === 'file' ? [from.position] : [])));
  return mapping.map((entry) => {
    const source = kept.get(entry.column);
    if (source !== undefined) return { ...entry, source };
    if (entry.source.kind !== 'file' || !taken.has(entry.source.position)) return entry;
    const spec = table.columns.find(({ name }) => name === entry.column);
    return { ...entry, source: spec === undefined ? { kind: 'omit' } : sourceWhenMissing(table, spec) };
  });
}

/**
 * What was decided for the headings of the file before: by hand for this load, or for such files before. A column that
 * was left out stays so only where it would now take a heading that stood there then; a new heading is a new question.
 */
function keptBy(who: 'user' | 'saved', before: Before, now: Columns, suggested: Mapping): Kept {
  const [placeOf, placeBefore] = [
    placesByHeading(before.header, now.header),
    placesByHeading(now.header, before.header),
  ];
  const offered = new Map(suggested.map(({ column, source }) => [column, source]));
  const kept = new Map<string, ColumnSource>();
  for (const { column, source } of before.mapping) {
    if (source.kind === 'file') {
      const position = source.by === who ? placeOf(source.position) : undefined;
      if (position !== undefined) kept.set(column, { ...source, position });
      continue;
    }
    const offer = offered.get(column);
    if (offer?.kind !== 'file' || placeBefore(offer.position) === undefined) continue;
    // Loads of the version before do not say who left a column out; one of its very name nobody leaves out by chance.
    const by = source.by ?? (offer.by === 'exact' ? 'user' : undefined);
    if (by === who) kept.set(column, source);
  }
  return kept;
}

/**
 * The mapping for a file that takes the place of another one (or the same one read otherwise). What was chosen by hand
 * for this very load outweighs what was chosen for such files before (`saved`), column by column; the rest is suggested.
 */
export function carryMapping(
  table: TableSpec,
  before: Before,
  now: Columns,
  known?: { readonly saved: readonly SavedMapping[]; readonly schemaFingerprint: string },
): Mapping {
  const suggested = suggestMapping(table, now.header, now.rows);
  const recalled = known && recall(known.saved, table, now.header, known.schemaFingerprint, suggested);
  const base = recalled ?? withKept(table, suggested, keptBy('saved', before, now, suggested));
  return withKept(table, base, keptBy('user', before, now, suggested));
}
