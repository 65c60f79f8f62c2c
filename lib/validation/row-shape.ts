import { editOf } from '../repair/index-repairs';
import { CODE } from './codes';
import { ColumnOrder } from './column-order';
import type { CompiledColumn } from './compile-column';
import type { CompiledTable, FileFacts, RowInput } from './compiled-table';

interface RowShape {
  /** Whether anything may be wrong with this row. */
  isOdd(input: RowInput): boolean;
  tell(
    input: RowInput,
    edits: ReadonlyMap<string, string> | undefined,
    fault: (column: number, code: number, text: string) => void,
  ): void;
  readonly passBy: CompiledTable['passBy'];
}

/** The reader already said something of this row. */
const isMarked = ({ broken, stray, total }: RowInput): boolean => broken || stray === true || total === true;

/** Whether a row has an empty cell at this position. `endsEarly`: those at its end may be left out. */
export const isBare = (cells: readonly string[], position: number, endsEarly: boolean): boolean =>
  cells[position] === '' || (endsEarly && position >= cells.length);

const nameOf = (cell: string) => cell.trim().toLowerCase();

/** Blanks and the mark of an encoding, which may stand before a name. */
const EDGES = ' \t\u00a0\ufeff';
const BLANK = 32;

/**
 * Whether a cell may be one of these names, from its first letter and its length: asked of every row, and nearly always
 * no. For each first letter the lengths of its names, as bits of the length modulo 32.
 */
function likeNames(names: ReadonlySet<string>): (cell: string) => boolean {
  const lengths = new Uint32Array(65_536);
  for (const name of names)
    for (const first of [name.charAt(0), name.charAt(0).toUpperCase()]) {
      const at = first.charCodeAt(0);
      lengths[at] = (lengths[at] ?? 0) | (1 << (name.length & 31));
    }
  for (const edge of EDGES) lengths[edge.charCodeAt(0)] = 0xffffffff;
  return (cell) => {
    const known = lengths[cell.charCodeAt(0)] ?? 0;
    if (known === 0) return false;
    return ((known >>> (cell.length & 31)) & 1) === 1 || cell.charCodeAt(cell.length - 1) === BLANK;
  };
}

/** Of so few names that one says all there are, two in one row may be values. */
const FEW_NAMES = 3;

/**
 * Whether a row says most of the names of the header, and mostly these: so does the header of another export, with
 * columns more, fewer or renamed.
 */
function saysMost(cells: readonly string[], names: ReadonlySet<string>): boolean {
  const said = new Set<string>();
  let filled = 0;
  for (const cell of cells) {
    const name = nameOf(cell);
    if (name === '') continue;
    filled += 1;
    if (!names.has(name)) continue;
    // The names of a header differ from one another.
    if (said.has(name)) return false;
    said.add(name);
  }
  const wanted = names.has('') ? names.size - 1 : names.size;
  const isEnough = said.size === wanted ? wanted > 1 : said.size >= FEW_NAMES;
  return isEnough && said.size * 2 > wanted && said.size * 2 > filled;
}

/**
 * Whether a row is the header once more, as in files glued together: a mark of its encoding may stand before it, and
 * its names may be in other cases, another order or among others. A name alone must be the same, for it may be a value,
 * too. `endsEarly`: empty cells at the end of a row may be left out.
 */
function headings(header: readonly string[], endsEarly: boolean): (cells: readonly string[]) => boolean {
  if (header.length === 1)
    return (cells) => cells[0] === header[0] && cells.every((cell, at) => at === 0 || cell === '');
  const names = new Set(header.map(nameOf));
  const named = header.flatMap((name, at) => (nameOf(name) === '' ? [] : [at]));
  const mayBe = likeNames(names);
  const [first = 0] = named;
  const last = named.at(-1) ?? 0;
  const isWhole = (cells: readonly string[]) =>
    (cells.length === header.length || (endsEarly && cells.length < header.length)) &&
    cells.every((cell) => names.has(nameOf(cell))) &&
    new Set(cells.length < header.length ? [...cells.map(nameOf), ''] : cells.map(nameOf)).size ===
      names.size;
  // Most rows end here, after a look at two cells; only those of another width are looked at in all.
  return (cells) =>
    (mayBe(cells[first] ?? '') ||
      mayBe(cells[last] ?? '') ||
      (cells.length !== header.length && cells.some(mayBe))) &&
    (isWhole(cells) || saysMost(cells, names));
}

/**
 * What is wrong with a row as a whole: broken quotes, too few or too many cells, the header once more, or cells that
 * belong to other columns because it came in another order.
 */
export function compileRowShape(
  columns: readonly CompiledColumn[],
  positions: readonly number[],
  header: readonly string[],
  { hasNumbers = false, order = new ColumnOrder() }: FileFacts,
): RowShape {
  const width = header.length;
  const isHeading = headings(header, hasNumbers);
  const names = header.map(nameOf);
  // Writers leave out empty cells below empty names at the end; a row that does lacks no named one.
  const fewest = names.findLastIndex((name) => name !== '') + 1 || width;
  function passBy(row: number, cells: readonly string[]): void {
    if (isHeading(cells))
      order.note(
        row,
        // What stands beyond the columns of the first header moves none of them.
        cells.some((cell, at) => at < names.length && nameOf(cell) !== names[at]),
      );
  }
  const isOdd = (input: RowInput): boolean =>
    input.cells.length !== width || isMarked(input) || isHeading(input.cells) || order.isTurned(input.row);
  function tell(...[input, edits, fault]: Parameters<RowShape['tell']>): void {
    const { cells, row } = input;
    if (input.broken) fault(-1, CODE['row-quote-broken'], '');
    else if (input.stray) fault(-1, CODE['row-quote-stray'], '');
    if (input.total) fault(-1, CODE['row-total-like'], cells.find((text) => text !== '') ?? '');
    // The cells of a workbook have places of their own: no separator moves them, and those left out are empty.
    if (cells.length < fewest && !hasNumbers) {
      const lacking = columns.filter((column, at) => {
        const position = positions[at] ?? -1;
        return position >= cells.length && editOf(edits, column.spec.name, position) === undefined;
      });
      // A row is whole again once the user has written every mapped cell it lacks.
      if (lacking.length > 0 || edits === undefined)
        fault(-1, CODE['row-ragged-short'], String(cells.length));
    } else if (cells.length > width) {
      const isLong = cells.some((text, at) => at >= width && text !== '');
      if (isLong || !hasNumbers)
        fault(-1, CODE[isLong ? 'row-ragged-long' : 'row-empty-beyond'], String(cells.length));
    }
    if (isHeading(cells)) {
      passBy(row, cells);
      fault(-1, CODE['header-only-row'], '');
    } else if (order.isTurned(row)) {
      const isOpen = columns.some((column, at) => {
        const position = positions[at] ?? -1;
        return position >= 0 && editOf(edits, column.spec.name, position) === undefined;
      });
      if (isOpen) fault(-1, CODE['row-columns-turned'], '');
    }
  }
  return { isOdd, tell, passBy };
}
