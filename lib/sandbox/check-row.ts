import type { TableDefinition } from '../peak/contract/table-definition';
import type { ColumnCheck } from './column-check';
import { compileColumn } from './column-check';
import type { RowFault } from './refusals';
import { fault } from './refusals';

/** Texts for the warehouse in the order of the table's columns, or everything that is wrong with the row. */
export type CheckedRow =
  | { readonly ok: true; readonly values: (string | null)[] }
  | { readonly ok: false; readonly faults: RowFault[] };

interface Column {
  readonly name: string;
  readonly required: boolean;
  /** Stored when the key is left out (§3.2). */
  readonly fallback: string | null;
  readonly check: ColumnCheck;
}

function compile(table: TableDefinition): Column[] {
  const key = new Set(table.primaryKey.map((name) => name.toUpperCase()));
  return table.columns.map((column) => ({
    name: column.columnName,
    required: column.validations.some(({ type }) => type === 'required'),
    fallback: column.defaultValue ?? null,
    check: compileColumn(column, key.has(column.columnName.toUpperCase())),
  }));
}

/**
 * Compiles the inline checks of one table (§5). Names are compared without case (§4.1). A key that is no column is an
 * error here: whether Peak ignores it is not published (§10.11), and a value must not vanish unseen.
 */
export function compileRow(table: TableDefinition): (row: unknown) => CheckedRow {
  const columns = compile(table);
  const places = new Map(columns.map(({ name }, place) => [name, place]));
  const upper = new Map(columns.map(({ name }, place) => [name.toUpperCase(), place]));
  return (row) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row))
      return { ok: false, faults: [fault('row-not-object', 'a row must be an object')] };
    const faults: RowFault[] = [];
    const values = new Array<string | null>(columns.length).fill(null);
    const seen = new Array<boolean>(columns.length).fill(false);
    let next = 0;
    for (const [name, value] of Object.entries(row)) {
      // Senders write every row in one order, mostly the schema's.
      const place = columns[next]?.name === name ? next : (places.get(name) ?? upper.get(name.toUpperCase()));
      next = (place ?? next) + 1;
      const column = place === undefined ? undefined : columns[place];
      if (place === undefined || !column)
        faults.push(fault('field-unknown', `${name} is not a column of the table`, name));
      else if (seen[place]) faults.push(fault('field-twice', `${name} is given more than once`, name));
      else {
        seen[place] = true;
        const checked = column.check(value);
        if (typeof checked === 'object' && checked !== null) faults.push(checked);
        else values[place] = checked;
      }
    }
    columns.forEach(({ name, required, fallback }, place) => {
      if (seen[place]) return;
      if (required) faults.push(fault('field-missing', `${name} is required and must be present`, name));
      else values[place] = fallback;
    });
    return faults.length > 0 ? { ok: false, faults } : { ok: true, values };
  };
}
