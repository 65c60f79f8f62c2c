import type { ColumnSpec, TableSpec } from '../peak/model';
import { aliasesOf, isLikelyName } from './aliases';
import { valueFit } from './fit';
import type { ColumnSource, Mapping } from './model';
import { bareName, endsAlike, similarity } from './names';

/** Below these a guess is more likely wrong than right: names share too little, or one value in five does not fit. */
const SIMILAR_ENOUGH = 0.6;
const FITS_ENOUGH = 0.8;
/** What a listed name that could mean another column weighs, as if it were so alike. */
const LIKELY = 0.9;
/** A guess must beat the next best one by this much, or it says nothing and the column stays unmapped. */
const CLEARLY = 0.08;

type By = Extract<ColumnSource, { kind: 'file' }>['by'];

/** What a column gets that no file column serves: null where the key must be sent and may be null, else left out. */
export function sourceWhenMissing(table: TableSpec, column: ColumnSpec): ColumnSource {
  const sendNull = column.required && column.nullable && !table.primaryKey.includes(column.name);
  return { kind: sendNull ? 'null' : 'omit' };
}

/**
 * One source per table column: exact (the same name ignoring case, spaces, underscores and punctuation inside it), then
 * listed aliases, then guesses (similar name and fitting values), each file column at most once. Only guesses are
 * looked at by the user, so whatever is less than sure is marked one: a name that stands twice, an alias that several
 * file columns or table columns share, signs like % at
 * one end. What is less than likely stays unmapped.
 */
export function suggestMapping(
  table: TableSpec,
  header: readonly string[],
  sampleRows: readonly (readonly string[])[],
): Mapping {
  const names = header.map(bareName);
  const taken = new Set<number>();
  const found = new Map<string, ColumnSource>();
  const take = (column: ColumnSpec, position: number, by: By) => {
    taken.add(position);
    found.set(column.name, { kind: 'file', position, by });
  };
  const free = (name: string) => names.flatMap((other, at) => (other === name && !taken.has(at) ? [at] : []));
  const isPlain = (name: string, position: number) => endsAlike(name, header[position] ?? '');
  const fitOf = (column: ColumnSpec, position: number) =>
    valueFit(
      column,
      sampleRows.map((row) => row[position] ?? ''),
    );

  for (const column of table.columns) {
    const [position, ...others] = free(bareName(column.name));
    if (position !== undefined)
      take(column, position, others.length === 0 && isPlain(column.name, position) ? 'exact' : 'guess');
  }
  const open = table.columns.filter((column) => !found.has(column.name));
  const known = open.map((column) => ({
    column,
    positions: aliasesOf(table.objectName, bareName(column.name)).flatMap(free),
  }));
  for (const { column, positions } of known) {
    const position = positions.find((at) => !taken.has(at));
    if (position === undefined || fitOf(column, position) < FITS_ENOUGH) continue;
    const shared = known.filter((other) => other.positions.includes(position)).length > 1;
    take(column, position, positions.length > 1 || shared || !isPlain('', position) ? 'guess' : 'alias');
  }
  for (const { column, position } of guesses(table, header, fitOf, (at) => taken.has(at), found)) {
    if (!found.has(column.name) && !taken.has(position)) take(column, position, 'guess');
  }
  return table.columns.map((column) => ({
    column: column.name,
    source: found.get(column.name) ?? sourceWhenMissing(table, column),
  }));
}

function likenessOf({ name: column }: ColumnSpec, name: string): number {
  const alike = similarity(column, name);
  return alike < LIKELY && isLikelyName(bareName(column), bareName(name)) ? LIKELY : alike;
}

function guesses(
  table: TableSpec,
  header: readonly string[],
  fitOf: (column: ColumnSpec, position: number) => number,
  isTaken: (position: number) => boolean,
  found: ReadonlyMap<string, ColumnSource>,
) {
  const all = table.columns
    .filter((column) => !found.has(column.name))
    .flatMap((column) =>
      header.flatMap((name, position) => {
        const likeness = isTaken(position) ? 0 : likenessOf(column, name);
        const fit = likeness < SIMILAR_ENOUGH ? 0 : fitOf(column, position);
        return fit >= FITS_ENOUGH ? [{ column, position, score: likeness * fit }] : [];
      }),
    )
    .sort((a, b) => b.score - a.score || a.position - b.position);
  const rivals = (guess: (typeof all)[number]) =>
    all.filter(
      (other) => other !== guess && (other.column === guess.column || other.position === guess.position),
    );
  return all.filter((guess) => rivals(guess).every((other) => guess.score - other.score >= CLEARLY));
}
