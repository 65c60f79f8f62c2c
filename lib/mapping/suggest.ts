import type { ColumnSpec, TableSpec } from '../peak/model';
import { aliasesOf } from './aliases';
import { valueFit } from './fit';
import type { ColumnSource, Mapping } from './model';
import { bareName, similarity } from './names';

/** Below these a guess is more likely wrong than right: names share few letter pairs, or one value in five does not fit. */
const SIMILAR_ENOUGH = 0.6;
const FITS_ENOUGH = 0.8;

type By = Extract<ColumnSource, { kind: 'file' }>['by'];

/** What a column gets that no file column serves: null where the key must be sent and may be null, else left out. */
export function sourceWhenMissing(table: TableSpec, column: ColumnSpec): ColumnSource {
  const sendNull = column.required && column.nullable && !table.primaryKey.includes(column.name);
  return { kind: sendNull ? 'null' : 'omit' };
}

/**
 * One source per table column: exact (the same name ignoring case, spaces, underscores and punctuation), then
 * listed aliases, then guesses (similar name and fitting values), each file column at most once. Where two file
 * columns have the same exact name the first is taken and marked a guess, since only guesses are looked at.
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

  for (const column of table.columns) {
    const [position, ...others] = free(bareName(column.name));
    if (position !== undefined) take(column, position, others.length === 0 ? 'exact' : 'guess');
  }
  for (const column of table.columns) {
    if (found.has(column.name)) continue;
    const position = aliasesOf(bareName(column.name)).flatMap(free)[0];
    if (position !== undefined) take(column, position, 'alias');
  }
  for (const { column, position } of guesses(table, names, sampleRows)) {
    if (!found.has(column.name) && !taken.has(position)) take(column, position, 'guess');
  }
  return table.columns.map((column) => ({
    column: column.name,
    source: found.get(column.name) ?? sourceWhenMissing(table, column),
  }));
}

function guesses(table: TableSpec, names: readonly string[], sampleRows: readonly (readonly string[])[]) {
  return table.columns
    .flatMap((column) =>
      names.map((name, position) => {
        const likeness = similarity(bareName(column.name), name);
        const fit =
          likeness < SIMILAR_ENOUGH
            ? 0
            : valueFit(
                column,
                sampleRows.map((row) => row[position] ?? ''),
              );
        return { column, position, fit, score: likeness * fit };
      }),
    )
    .filter((guess) => guess.fit >= FITS_ENOUGH)
    .sort((a, b) => b.score - a.score || a.position - b.position);
}
