import type { CompiledColumn } from './compile-column';
import type { Value } from './compile-table';

/** One value as JSON; undefined where the key is left out. */
export function valueToken(column: CompiledColumn, value: Value): string | undefined {
  return typeof value === 'string' && column.quoted ? JSON.stringify(value) : value === null ? 'null' : value;
}

/** The row as a JSON object, keys in the schema's spelling and order, number tokens as written. */
export function rowJson(columns: readonly CompiledColumn[], values: readonly Value[]): string {
  let json = '';
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at];
    const token = column === undefined ? undefined : valueToken(column, values[at]);
    if (column === undefined || token === undefined) continue;
    json += `${json === '' ? '' : ','}${JSON.stringify(column.spec.name)}:${token}`;
  }
  return `{${json}}`;
}
