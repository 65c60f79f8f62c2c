import { CODE } from './codes';
import type { CompiledColumn } from './compile-column';
import type { RowInput } from './compiled-table';

type Shape = (
  input: RowInput,
  edits: ReadonlyMap<string, string> | undefined,
  fault: (column: number, code: number, text: string) => void,
) => void;

/** The reader already said something of this row. */
export const isMarked = ({ broken, stray, total }: RowInput): boolean =>
  broken || stray === true || total === true;

/** What is wrong with a row as a whole: broken quotes, too few or too many cells, the header once more. */
export function compileRowShape(
  columns: readonly CompiledColumn[],
  positions: readonly number[],
  header: readonly string[],
): Shape {
  const width = header.length;
  const probe = header.findIndex((name) => name !== '');
  return (input, edits, fault) => {
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
  };
}
