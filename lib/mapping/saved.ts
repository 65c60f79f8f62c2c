import type { TableSpec } from '../peak/model';
import type { ColumnSource, Mapping, SavedMapping } from './model';

/** Kinds of files remembered for one onboarding; the oldest gives way. */
const MOST = 60;

const isNamed = (name: string): boolean => name.trim() !== '';

/** Empty headings, such as a separator too many leaves at the end, make no other kind of file unless one of them is matched. */
function sameKind(a: SavedMapping, b: Pick<SavedMapping, 'table' | 'headings'>): boolean {
  const isOfUnnamed = a.columns.some(({ from }) => typeof from !== 'string' && !isNamed(from.heading));
  const [one, other] = isOfUnnamed
    ? [a.headings, b.headings]
    : [a.headings.filter(isNamed), b.headings.filter(isNamed)];
  return a.table === b.table && one.length === other.length && one.every((name, at) => name === other[at]);
}

const nthOf = (header: readonly string[], position: number): number =>
  header.slice(0, position).filter((name) => name === header[position]).length;

/** Adds how these columns were matched; what was known of such files before is replaced. `at` in ms. */
export function remember(
  saved: readonly SavedMapping[],
  made: {
    readonly table: string;
    readonly header: readonly string[];
    readonly mapping: Mapping;
    readonly schemaFingerprint: string;
    readonly at: number;
  },
): SavedMapping[] {
  const { table, header, schemaFingerprint, at } = made;
  const columns = made.mapping.map(({ column, source }) => ({
    column,
    from:
      source.kind === 'file'
        ? { heading: header[source.position] ?? '', nth: nthOf(header, source.position) }
        : source.kind,
  }));
  const entry: SavedMapping = { table, headings: [...header].sort(), schemaFingerprint, at, columns };
  return [entry, ...saved.filter((other) => !sameKind(other, entry))].slice(0, MOST);
}

/**
 * The mapping remembered for such a file, positions found anew; undefined when there is none. Under another schema
 * every match is a guess again, so that a person looks. Columns the table did not have then take `otherwise`.
 */
export function recall(
  saved: readonly SavedMapping[],
  table: TableSpec,
  header: readonly string[],
  schemaFingerprint: string,
  otherwise: Mapping,
): Mapping | undefined {
  const entry = saved.find((each) => sameKind(each, { table: table.name, headings: [...header].sort() }));
  if (entry === undefined) return undefined;
  const by = entry.schemaFingerprint === schemaFingerprint ? 'saved' : 'guess';
  const sources = new Map<string, ColumnSource>();
  for (const { column, from } of entry.columns) {
    if (typeof from === 'string') {
      sources.set(column, by === 'saved' ? { kind: from, by } : { kind: from });
      continue;
    }
    const position = header.findIndex((name, at) => name === from.heading && nthOf(header, at) === from.nth);
    if (position >= 0) sources.set(column, { kind: 'file', position, by });
  }
  const used = new Set(
    [...sources.values()].flatMap((source) => (source.kind === 'file' ? [source.position] : [])),
  );
  return table.columns.map(({ name }) => {
    const suggested = otherwise.find(({ column }) => column === name)?.source ?? { kind: 'omit' as const };
    const clashes = suggested.kind === 'file' && used.has(suggested.position);
    return { column: name, source: sources.get(name) ?? (clashes ? { kind: 'omit' } : suggested) };
  });
}
