import { NUMBER_LIKE } from './header-row';
import type { Dialect, FileNote } from './model';
import { looksLikeTotal } from './total-row';

type Rows = readonly { readonly row: number; readonly cells: readonly string[] }[];

/** Words for no value, which a row of data may well begin a column of numbers with. */
const NOTHING = /^(?:n\.?\/?a\.?|null|nil|none|nan|unknown|missing|\\n|[-–—.?*]+)$/i;
/** Rows below that must hold numbers where a row of names holds words. */
const FEWEST = 2;

/** A row below the headings that goes on with them: words (units, types, descriptions) over columns of numbers. */
function secondHeading(rows: Rows): number | undefined {
  const [first, ...others] = rows.filter(
    ({ cells }) => cells.some((cell) => cell !== '') && !looksLikeTotal(cells),
  );
  if (first === undefined || first.cells.some((cell) => NUMBER_LIKE.test(cell.trim()))) return undefined;
  const overNumbers = first.cells.flatMap((cell, column) => {
    const below = others.flatMap(({ cells }) => cells[column]?.trim() || []);
    return below.length >= FEWEST && below.every((value) => NUMBER_LIKE.test(value)) ? [cell.trim()] : [];
  });
  const isName = (cell: string) => cell !== '' && !NOTHING.test(cell);
  return overNumbers.some(isName) ? first.row : undefined;
}

/** Letters as web pages write them. */
const CODE =
  /&(?:amp|lt|gt|quot|apos|nbsp|euro|[aeiou](?:uml|acute|grave|circ)|szlig|ccedil|ntilde|#\d{2,5}|#x[\da-f]{2,4});/i;
const SHOWN = 40;

/** Signs that separate only where the user says so. */
const RARE = [':', '/', '*', '#', '!', ' '] as const;
const USUAL = [',', ';', '\t', '|'] as const;
const LEAST_LINES = 3;

/** How often a sign stands in each of some lines; 0 where they differ. */
function alike(lines: readonly string[], sign: string): number {
  const [first = 0, ...others] = lines.map((line) => line.split(sign).length - 1);
  return others.every((count) => count === first) ? first : 0;
}

/** What a single column may be instead: lines that were quoted as a whole, or a sign that nobody takes for a separator. */
function ofOneColumn(header: readonly string[], rows: Rows): FileNote[] {
  const all = [header, ...rows.map(({ cells }) => cells)];
  const lines = all.filter((cells) => !looksLikeTotal(cells)).map(([cell = '']) => cell.trim());
  const filled = lines.filter((line) => line !== '');
  if (filled.length < LEAST_LINES || all.some((cells) => cells.length > 1)) return [];
  const inside = USUAL.find((sign) => filled.every((line) => line.includes(sign)));
  if (inside !== undefined) return [{ code: 'lines-in-quotes', params: { separator: inside } }];
  const sign = RARE.find((other) => alike(filled, other) > 1);
  if (sign === undefined) return [];
  return [{ code: 'separator-maybe', params: { separator: sign, columns: alike(filled, sign) + 1 } }];
}

/** What the first rows may be other than they are read; `isByPlace`: their columns seem to stand at fixed places. */
export function rowDoubts(
  dialect: Dialect,
  header: readonly string[],
  rows: Rows,
  isByPlace: boolean,
): FileNote[] {
  const notes: FileNote[] = [];
  const second = dialect.headerRow === 0 ? undefined : secondHeading(rows);
  if (second !== undefined) notes.push({ code: 'header-second', params: { row: second } });
  for (const { row, cells } of rows) {
    const cell = cells.find((text) => CODE.test(text));
    if (cell === undefined) continue;
    notes.push({ code: 'codes-of-web', params: { row, cell: cell.slice(0, SHOWN) } });
    break;
  }
  if (dialect.decidedBy.delimiter === 'only-column' && dialect.workbook === undefined && !isByPlace)
    notes.push(...ofOneColumn(header, rows));
  return notes;
}
