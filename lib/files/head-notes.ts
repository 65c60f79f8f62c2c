import { besideSeparators } from './delimiter';
import { isEncodedTwice } from './encoded-twice';
import { fewestCells, NUMBER_LIKE, readsLikeData } from './header-row';
import { literalQuotes } from './literal-quotes';
import { rowDoubts } from './row-doubts';
import type { ColumnPlace, Dialect, FileNote } from './model';

/** One value at the right end of a sheet leaves 16,000 columns before it without a heading. */
const MOST_STRETCHES = 8;

/** Ascending numbers as `3, 5 to 9`, and how many there are beyond the first eight of those. */
function stretches(numbers: readonly number[]): { columns: string; more: number } {
  const found: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last?.to === number - 1) last.to = number;
    else found.push({ from: number, to: number });
  }
  const shown = found.slice(0, MOST_STRETCHES);
  const columns = shown.map(({ from, to }) => (from === to ? String(from) : `${from} to ${to}`));
  const named = shown.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return { columns: columns.join(', '), more: numbers.length - named };
}

/** What is worth saying about a file as a whole, from its head. None of it stops the road. */
export function headNotes(
  dialect: Dialect,
  header: readonly string[],
  rows: readonly { row: number; cells: readonly string[] }[],
  invalidBytes: number,
  text: string,
  { places, missing }: { readonly places: readonly ColumnPlace[] | undefined; readonly missing: number },
): FileNote[] {
  const notes: FileNote[] = [];
  if (places !== undefined) notes.push({ code: 'columns-by-place', params: { columns: places.length + 1 } });
  if (dialect.decidedBy.header === 'found' && dialect.headerRow > 1)
    notes.push({ code: 'header-found', params: { row: dialect.headerRow, above: dialect.headerRow - 1 } });
  if (dialect.decidedBy.header === 'found' && dialect.headerRow === 0)
    notes.push({ code: 'row-alone', params: {} });
  if (dialect.newline === 'mixed') notes.push({ code: 'line-ends-mixed', params: {} });
  if (dialect.escape === 'backslash') notes.push({ code: 'quotes-backslash', params: {} });
  if (dialect.quote === "'") notes.push({ code: 'quotes-single', params: {} });
  if (dialect.padded === true) notes.push({ code: 'quotes-padded', params: {} });
  const literal = dialect.decidedBy.quote === 'user' ? undefined : literalQuotes(text, dialect);
  if (literal !== undefined) notes.push({ code: 'quotes-literal', params: { ...literal } });
  const beside = besideSeparators([header, ...rows.map(({ cells }) => cells)]);
  if (beside !== undefined && dialect.decidedBy.delimiter !== 'user')
    notes.push({ code: 'separator-of-two', params: { sign: beside, separator: dialect.delimiter } });
  const names = header.map((cell) => cell.trim().toLowerCase());
  const repeated = [...new Set(names.filter((name, at) => name !== '' && names.indexOf(name) !== at))];
  if (repeated.length > 0) {
    notes.push({ code: 'header-duplicate', params: { count: repeated.length, names: repeated.join(', ') } });
  }
  const empty = names.flatMap((name, at) => (name === '' ? [at + 1] : []));
  if (empty.length > 0) {
    notes.push({ code: 'header-empty', params: { count: empty.length, ...stretches(empty) } });
  }
  const numeric = names.filter((name) => NUMBER_LIKE.test(name)).length;
  const isData = () =>
    readsLikeData(
      header,
      rows.map(({ cells }) => cells),
    );
  if (numeric * 2 > names.length || (dialect.headerRow > 0 && isData()))
    notes.push({ code: 'header-numeric', params: { count: numeric } });
  const isBlank = ({ cells }: { cells: readonly string[] }) => cells.every((cell) => cell === '');
  const blank = rows.filter(isBlank);
  const fewest = fewestCells(header);
  const isRagged = ({ cells }: { cells: readonly string[] }) =>
    cells.length < fewest || cells.length > header.length;
  const ragged = rows.filter((record) => isRagged(record) && !isBlank(record));
  if (missing > 0 && dialect.unnamed === undefined) {
    notes.push({ code: 'header-short', params: { names: header.length, cells: header.length + missing } });
  } else if (ragged[0] !== undefined) {
    notes.push({ code: 'rows-ragged-in-head', params: { count: ragged.length, row: ragged[0].row } });
  }
  if (blank[0] !== undefined) {
    notes.push({ code: 'blank-rows-in-head', params: { count: blank.length, row: blank[0].row } });
  }
  notes.push(...rowDoubts(dialect, header, rows, places !== undefined));
  if (dialect.decidedBy.encoding === 'undecided')
    notes.push({ code: 'encoding-undecided', params: { encoding: dialect.encoding } });
  if (invalidBytes > 0 && dialect.encoding === 'utf-8')
    notes.push({ code: 'encoding-damaged', params: { invalidBytes } });
  const twice = rows.find((record) => record.cells.some(isEncodedTwice));
  if (twice !== undefined) notes.push({ code: 'encoding-twice', params: { row: twice.row } });
  return notes;
}
