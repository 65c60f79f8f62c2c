import type { SheetInfo, SheetSection } from '@/lib/files/model';
import { sheetPlace } from '@/lib/files/sheet-place';
import { counted, formatCount } from './format';

/** How the columns of a sheet stand to those of the first chosen one. */
type Fit =
  | { readonly kind: 'first' | 'same' | 'empty' | 'order' }
  | { readonly kind: 'differs'; readonly lacks: readonly string[]; readonly adds: readonly string[] };

const some = (names: readonly string[]): string => {
  const shown = names
    .slice(0, 4)
    .map((name) => (name.trim() === '' ? 'a column without heading' : `“${name}”`))
    .join(', ');
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown;
};

export function fitWords(fit: Fit, first: string): string {
  switch (fit.kind) {
    case 'empty':
      return 'Nothing to read: no cell of it holds a value.';
    case 'first':
      return 'Read first: the columns of the others are compared with its own.';
    case 'same':
      return `Same columns as ${first}.`;
    case 'order':
      return `Same headings as ${first}, in another order or number.`;
    case 'differs': {
      const parts = [
        ...(fit.lacks.length > 0 ? [`lacks ${some(fit.lacks)}`] : []),
        ...(fit.adds.length > 0 ? [`has also ${some(fit.adds)}`] : []),
      ];
      return `Other columns than ${first}: ${parts.join('; ')}.`;
    }
  }
}

export function sheetRows({ rows, counted: isCounted, header }: SheetInfo): string {
  const columns = counted(header.length, 'column');
  if (header.length === 0) return 'empty';
  if (rows === undefined) return columns;
  return `${isCounted ? '' : 'about '}${counted(rows, 'row')} with the heading, ${columns}`;
}

const all = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

export const joinQuestion = (names: readonly string[]): string =>
  `The columns of ${all(names)} are not the same. Join them by heading?`;

/** What such a question came to when the answer was no. */
export const notJoined = (read: readonly string[]): string => `Not joined: ${all(read)} read as before.`;

/** Why nothing goes on while that question is open. */
export const joinOpen = (names: readonly string[]): string =>
  `Say first, under Sheets, whether ${all(names)} are joined by heading. Nothing goes on before that.`;

/** More names would make a paragraph of a line. */
const NAMED = 4;

/** Which sheets with anything in them are not read; null where all are. */
export function unreadSheets(sheets: readonly SheetInfo[], read: readonly string[]): string | null {
  const filled = sheets.filter(({ header }) => header.length > 0);
  const left = filled.filter(({ name }) => !read.includes(name)).map(({ name }) => name);
  if (left.length === 0) return null;
  const more = left.length - NAMED;
  const names = `${left.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}`;
  return `${formatCount(left.length)} of ${counted(filled.length, 'sheet')} ${left.length === 1 ? 'is' : 'are'} not read: ${names}.`;
}

/** A row as the user knows it: its number, and its sheet where several were joined. */
export function rowParts(
  row: number,
  sections: readonly SheetSection[] = [],
): { readonly sheet: string | null; readonly number: string } {
  const place = sheetPlace(row, sections);
  return place === undefined
    ? { sheet: null, number: formatCount(row) }
    : { sheet: place.sheet, number: formatCount(place.row) };
}

/** The same in one text. */
export function rowName(row: number, sections?: readonly SheetSection[]): string {
  const { sheet, number } = rowParts(row, sections);
  return sheet === null ? number : `${sheet} ${number}`;
}
