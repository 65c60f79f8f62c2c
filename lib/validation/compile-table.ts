import type { Mapping } from '../mapping/model';
import type { TableSpec } from '../peak/model';
import { indexRepairs, type RepairIndex } from '../repair/index-repairs';
import type { Repair } from '../repair/model';
import type { Outlet } from './cell-check';
import { CODE, isErrorCode } from './codes';
import { compileColumn, type CompiledColumn } from './compile-column';
import { utf8Length } from './text-check';

/** A value as it is sent: token or unescaped string, null, or undefined for "leave the key out of this row". */
export type Value = string | null | undefined;

/** One row on its way into the checker. */
export interface RowInput {
  readonly row: number;
  /** By file position. */
  readonly cells: readonly string[];
  readonly broken: boolean;
  /** Quotes or line ends inside cells that are not quoted. */
  readonly stray?: boolean;
  /** Begins with the words of a row of sums. */
  readonly total?: boolean;
  /** Given for rows among unreadable bytes: names the cells that hold some. */
  readonly undecodable: ((cell: string) => boolean) | undefined;
}

/** Findings of the row checked last: column position in the table (-1 for the row), code (see CODE), text. */
export interface RowFaults {
  readonly columns: number[];
  readonly codes: number[];
  readonly texts: string[];
  hasError: boolean;
}

export interface CompiledTable {
  readonly columns: readonly CompiledColumn[];
  /** Positions (in `columns`) of the primary key, in the key's order; empty when the schema declares none. */
  readonly key: readonly number[];
  readonly repairs: RepairIndex;
  readonly header: readonly string[];
  /** File position per column, -1 when it takes none. */
  readonly positions: readonly number[];
  /** Values of the row checked last; the same array each time. */
  readonly values: Value[];
  readonly faults: RowFaults;
  /** Positions of the columns whose text was empty in the row checked last. */
  readonly empty: readonly number[];
  /** Positions of the columns whose number in that row proves the point to be decimal. */
  readonly pointProofs: readonly number[];
  check(input: RowInput): void;
}

/** Peak takes bodies under 1,000,000 bytes (§4.2); a row needs some room for what stands around it. */
const MOST_ROW_BYTES = 996_000;

/**
 * Compiles a table, its mapping and the repairs into one function over rows. The result keeps the last row's outcome
 * in place instead of returning objects: a million rows make no garbage. Not re-entrant.
 */
export function compileTable(
  table: TableSpec,
  mapping: Mapping,
  repairs: readonly Repair[],
  header: readonly string[],
): CompiledTable {
  const index = indexRepairs(repairs);
  const sources = new Map(mapping.map((entry) => [entry.column, entry.source]));
  const keyNames = table.primaryKey.map((name) => name.toUpperCase());
  const columns = table.columns.map((spec) =>
    compileColumn(spec, keyNames.includes(spec.name.toUpperCase()), index.rules.get(spec.name) ?? []),
  );
  const source = (column: CompiledColumn) => sources.get(column.spec.name) ?? { kind: 'omit' as const };
  const positions = columns.map((column) => {
    const from = source(column);
    return from.kind === 'file' ? from.position : -1;
  });
  const fixed = columns.map((column): Value => (source(column).kind === 'null' ? null : undefined));
  const key = keyNames.map((name) => columns.findIndex((column) => column.spec.name.toUpperCase() === name));

  const values: Value[] = [...fixed];
  const faults: RowFaults = { columns: [], codes: [], texts: [], hasError: false };
  const empty: number[] = [];
  const pointProofs: number[] = [];
  const out: Outlet = { code: -1, provesPoint: false };
  const width = header.length;
  const probe = header.findIndex((name) => name !== '');

  function fault(column: number, code: number, text: string) {
    faults.columns.push(column);
    faults.codes.push(code);
    faults.texts.push(text);
    if (isErrorCode(code)) faults.hasError = true;
  }

  function cell(at: number, column: CompiledColumn, raw: string, input: RowInput): Value {
    const text = column.repair === undefined ? raw : column.repair(raw);
    if (text !== '') {
      if (input.undecodable?.(text)) {
        fault(at, CODE['cell-undecodable'], raw);
        return null;
      }
      out.code = -1;
      const value = column.check(text, out, raw);
      if (out.code >= 0) fault(at, out.code, raw);
      if (out.provesPoint) {
        out.provesPoint = false;
        pointProofs.push(at);
      }
      if (value !== undefined) return value;
    }
    empty.push(at);
    if (column.isKey) fault(at, CODE['key-empty'], raw);
    else if (column.spec.nullable) return null;
    else if (column.spec.required) fault(at, CODE['required-empty'], raw);
    // Neither null nor a value may stand here, but the key may be missing: then its default applies (§3.2).
    else return undefined;
    return null;
  }

  function rowFaults(input: RowInput, edits: ReadonlyMap<string, string> | undefined) {
    const { cells } = input;
    if (input.broken) fault(-1, CODE['row-quote-broken'], '');
    else if (input.stray) fault(-1, CODE['row-quote-stray'], '');
    if (input.total) fault(-1, CODE['row-total-like'], cells.find((text) => text !== '') ?? '');
    if (cells.length < width) {
      const lacking = columns.filter((column, at) => {
        const position = positions[at] ?? -1;
        return position >= cells.length && edits?.has(column.spec.name) !== true;
      });
      // A row is whole again once the user has written every mapped cell it lacks.
      if (lacking.length > 0 || edits === undefined)
        fault(-1, CODE['row-ragged-short'], String(cells.length));
    } else if (cells.length > width && cells.some((text, at) => at >= width && text !== '')) {
      fault(-1, CODE['row-ragged-long'], String(cells.length));
    }
    if (
      cells[probe] === header[probe] &&
      cells.length === width &&
      header.every((name, at) => cells[at] === name)
    ) {
      fault(-1, CODE['header-only-row'], '');
    }
  }

  function check(input: RowInput) {
    const { cells, row } = input;
    if (faults.codes.length > 0) {
      faults.columns.length = 0;
      faults.codes.length = 0;
      faults.texts.length = 0;
    }
    faults.hasError = false;
    // Setting a length costs a call into the engine even when nothing changes.
    if (empty.length > 0) empty.length = 0;
    if (pointProofs.length > 0) pointProofs.length = 0;
    const edits = index.edits.size === 0 ? undefined : index.edits.get(row);
    if (
      cells.length !== width ||
      input.broken ||
      input.stray ||
      input.total ||
      cells[probe] === header[probe]
    )
      rowFaults(input, edits);
    let size = 0;
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at];
      if (column === undefined) continue;
      const position = positions[at] ?? -1;
      const edit = edits?.get(column.spec.name);
      if (position < 0 && edit === undefined) values[at] = fixed[at];
      else values[at] = cell(at, column, edit ?? cells[position] ?? '', input);
      size += values[at]?.length ?? 4;
    }
    if (size > MOST_ROW_BYTES / 6 && utf8Length(rowJson(columns, values)) > MOST_ROW_BYTES) {
      fault(-1, CODE['row-too-large'], '');
    }
  }

  return { columns, key, repairs: index, header, positions, values, faults, empty, pointProofs, check };
}

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
