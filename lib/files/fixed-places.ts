import type { CutRows } from './cut';
import type { ColumnPlace } from './model';

const LINE_END = { '\n': /\r?\n/g, '\r\n': /\r\n/g, '\r': /\r/g, mixed: /\r\n|\n|\r/g } as const;

/** Other blanks than these may be part of a value. */
const withoutBlanks = (text: string): string => text.replace(/^ +| +$/g, '');

const isBlankAt = (line: string, at: number): boolean => at >= line.length || line.charAt(at) === ' ';

/**
 * Whether what stands right of the place at `at` stands where it does in nearly all lines. `isFirst`: the place itself is in
 * doubt. Then a value that begins there proves nothing, for so does a word of the value before it.
 */
function standsAsUsual(line: string, places: readonly ColumnPlace[], at: number, isFirst: boolean): boolean {
  const { from, to, mark } = places[at] ?? { from: 0, to: 0 };
  if (mark === undefined || isBlankAt(line, mark)) return false;
  if (!isFirst && (to - from < 2 || line.slice(from, to).trim() !== '')) return false;
  if (mark === to) return !isFirst;
  return line.slice(mark + 1, places[at + 1]?.to).trim() === '';
}

/** Whether a value right of the place, or of a later one, shows that nothing in this line has been moved. */
const isUnmoved = (line: string, places: readonly ColumnPlace[], from: number): boolean =>
  places.some((_, at) => at >= from && standsAsUsual(line, places, at, at === from));

/**
 * Whether the one blank that is left at `at` may be part of a value of several words, which reaches across the place and
 * has moved all that is right of it. What grows to the left is never the right column's alone.
 */
function isDoubtful(line: string, at: number, { from, to, words }: ColumnPlace): boolean {
  if (words === undefined || to - from < 2 || isBlankAt(line, at - 1) || isBlankAt(line, at + 1))
    return false;
  return words !== 'right' || at + 1 < to;
}

/**
 * Where the cell right of a place begins in this line; undefined where text of its own, or of both sides, stands in it. A
 * value that is longer than all in the head may reach into the blanks beside it, as long as one of them is left that
 * cannot be its own.
 */
export function beginOf(line: string, places: readonly ColumnPlace[], at: number): number | undefined {
  const place = places[at];
  if (place === undefined) return undefined;
  const { from, to } = place;
  if (from === to) return to;
  let [left, right] = [from, to];
  if (!isBlankAt(line, from - 1)) while (left < to && !isBlankAt(line, left)) left += 1;
  if (!isBlankAt(line, to)) while (right > left && !isBlankAt(line, right - 1)) right -= 1;
  if (left >= right || line.slice(left, right).trim() !== '') return undefined;
  const isHeld = right - left === 1 && isDoubtful(line, left, place) && !isUnmoved(line, places, at);
  return isHeld ? undefined : right;
}

/** The same places where no blank is in doubt, as for headings. */
export const withoutDoubts = (places: readonly ColumnPlace[]): ColumnPlace[] =>
  places.map(({ from, to }) => ({ from, to }));

/** The cells of a line without the blanks around them; undefined where text stands across a place. */
export function cellsAt(line: string, places: readonly ColumnPlace[]): string[] | undefined {
  const cells: string[] = [];
  let from = 0;
  for (let at = 0; at < places.length; at++) {
    const begin = beginOf(line, places, at);
    if (begin === undefined) return undefined;
    cells.push(withoutBlanks(line.slice(from, begin)));
    from = begin;
  }
  cells.push(withoutBlanks(line.slice(from)));
  return cells;
}

/**
 * Cuts lines into cells by place. A line that text crosses where all others are blank is one cell, and broken: where its
 * cells end is a guess. With `final` false the last line is left for the next text.
 */
export function placeCutter(
  places: readonly ColumnPlace[],
  newline: keyof typeof LINE_END,
): (text: string, final: boolean) => CutRows {
  return (text, final) => {
    const rows: string[][] = [];
    const broken = new Set<number>();
    let used = 0;
    const take = (line: string, next: number) => {
      const cells = line.trim() === '' ? [''] : cellsAt(line, places);
      // Nothing quotes here: a line end of another kind is one that the dialect does not know, and hides a row.
      if (cells === undefined || line.includes('\n') || line.includes('\r')) broken.add(rows.length);
      rows.push(cells ?? [withoutBlanks(line)]);
      used = next;
    };
    for (const found of text.matchAll(LINE_END[newline])) {
      const next = found.index + found[0].length;
      // A CR at the very end may be half of a CRLF.
      if (!final && next === text.length && found[0] === '\r' && newline !== '\r') break;
      take(text.slice(used, found.index), next);
    }
    if (final && used < text.length) take(text.slice(used), text.length);
    return { rows, broken, stray: new Set(), quotedTexts: new Map(), used };
  };
}
