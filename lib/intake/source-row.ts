import { SOURCE_ROW } from './failed-file';

/** Thousands in full groups, one mark throughout; zeros after another mark. */
const GROUPED = /^[1-9]\d{0,2}([,. '’\u00a0\u202f])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]0+)?$/;
const PLAIN = /^([1-9]\d{0,8})(?:[.,]0+)?$/;

function grouped(text: string): number | undefined {
  const mark = GROUPED.exec(text)?.[1];
  if (mark === undefined) return undefined;
  const groups = text.split(mark).map((group) => group.replace(/[.,]0+$/, ''));
  return Number(groups.join(''));
}

/**
 * The row that a cell of `source_row` names, as a spreadsheet may have written it: `12`, `12.0`, `12,00`, `1,234`.
 * `5,000` is row 5000, but nobody's where rows 5 and 5000 both failed. `failed`: rows that may be meant.
 */
export function sourceRow(
  cell: string | undefined,
  failed: { readonly has: (row: number) => boolean },
): number | undefined {
  const text = (cell ?? '').trim().replace(/^'/, '');
  const found = PLAIN.exec(text)?.[1];
  const plain = found === undefined ? undefined : Number(found);
  const inGroups = grouped(text);
  if (inGroups === undefined || plain === undefined) return inGroups ?? plain;
  return failed.has(inGroups) && failed.has(plain) ? undefined : inGroups;
}

/** Where the numbers stand in a row of headings; below zero where they do not. */
export const placeOfNumbers = (header: readonly string[]): number =>
  header.findLastIndex((name) => name.trim().toLowerCase() === SOURCE_ROW);
