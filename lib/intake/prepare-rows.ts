import { readRows } from '../files/read-rows';
import { codeAt, isErrorCode } from '../validation/codes';
import type { RowInput } from '../validation/compiled-table';
import { rowWriter, valueToken } from '../validation/row-json';
import { stateOf } from '../validation/ledger';
import { placeOf } from './check-file';
import { compileRules } from './compile-rules';
import type { AsItIs, FileCells, PreparedRow, PreparedRows } from './prepared';
import type { Rules } from './protocol';
import { isNumber } from '../validation/number-cell';
import { inputsOf, readRowsAt, type Readable } from './row-index';
import type { RowStates } from './row-states';
import type { FileHead } from '../files/model';

/** The first batch does not wait for 8 MB of the file. */
const FIRST_BYTES = 1024 * 1024;

/**
 * The rows of a load as a check left them, under the rules it ran with. States are a snapshot: a later check or
 * edit on screen does not reach a plan that is being cut or sent.
 */
export function prepareRows(
  file: Readable & { readonly head: FileHead },
  rules: Rules,
  states: RowStates,
): PreparedRows {
  const { head } = file;
  return {
    ...fileCells(file),
    async asTheyAre(rows) {
      const table = compileRules(rules, file);
      const inputs = await readRowsAt(file, rows);
      return new Map([...inputs].map(([row, input]) => [row, asItIs(table, input)]));
    },
    async *walk(span, signal, onProgress) {
      const first = Math.max(span.firstRow ?? 0, head.dialect.headerRow + 1);
      const last = span.lastRow ?? Infinity;
      const start = file.index.near(first);
      // A table of its own: compiled tables keep the last row inside and must not be shared across waits.
      const table = compileRules(rules, file);
      const written = rowWriter(table.columns);
      const options = { signal, firstSliceBytes: FIRST_BYTES, ...(start === undefined ? {} : { start }) };
      for await (const block of readRows(file.source, file.dialect, options)) {
        const prepared: PreparedRow[] = [];
        const inputAt = inputsOf(block);
        for (let at = 0; at < block.rows.length; at++) {
          const row = block.firstRow + at;
          if (row < first || row > last) continue;
          const state = stateOf(states.flagsAt(placeOf(row, head)));
          if (state === 'blank') continue;
          let json: string | null = null;
          // Whether it looks like a sum was told when it was checked, and changes no value.
          const input = state === 'ready' ? inputAt(at, false) : undefined;
          if (input !== undefined) {
            table.check(input);
            json = written(table.values);
          }
          prepared.push({ row, state, json });
        }
        onProgress?.(block.bytesRead, file.source.size);
        if (prepared.length > 0) yield prepared;
        if (block.firstRow + block.rows.length > last) return;
      }
    },
  };
}

/** Values that could be read as they would be sent, the others as the text of their cells; no text is null. */
function asItIs(table: ReturnType<typeof compileRules>, input: RowInput): AsItIs {
  table.check(input);
  const { faults } = table;
  const faulty = faults.columns.flatMap((column, at) => {
    const code = faults.codes[at] ?? 0;
    return isErrorCode(code) ? [{ column, code: codeAt(code) }] : [];
  });
  const bad = new Set(faulty.map(({ column }) => column));
  const tokens = table.columns.flatMap((column, at) => {
    const cell = input.cells[table.positions[at] ?? -1];
    const raw = cell === undefined || cell === '' ? 'null' : JSON.stringify(cell);
    const token = bad.has(at) ? raw : valueToken(column, table.values[at]);
    return token === undefined ? [] : [`${JSON.stringify(column.spec.name)}:${token}`];
  });
  return {
    json: `{${tokens.join(',')}}`,
    ours: faulty.map(({ column, code }) => ({ code, column: table.columns[column]?.spec.name ?? null })),
  };
}

const placesOf =
  (file: Readable, is: (cell: string, at: number, input: RowInput) => boolean) =>
  async (rows: readonly number[]) => {
    const inputs = await readRowsAt(file, rows);
    return new Map(
      [...inputs].map(([row, input]) => [
        row,
        input.cells.flatMap((cell, at) => (is(cell, at, input) ? [at] : [])),
      ]),
    );
  };

const isEmptyText = (cell: string, at: number, { quotedTexts }: RowInput) =>
  cell === '' && quotedTexts?.includes(at) === true;

/** The user's own header and cells, by file position. */
export function fileCells(file: Readable & { readonly head: FileHead }): FileCells {
  return {
    header: file.head.header,
    sections: file.head.sections,
    async cells(rows) {
      const inputs = await readRowsAt(file, rows);
      return new Map([...inputs].map(([row, input]) => [row, input.cells]));
    },
    emptyTexts: placesOf(file, isEmptyText),
    ...(file.head.dialect.workbook === undefined ? {} : { numbers: placesOf(file, isNumber) }),
  };
}
