/** A row in which blanks stand before quotes (`1, "x, y"`), cut as its writer meant it. */
export interface PaddedRow {
  readonly cells: string[];
  /** Positions of cells that are quotes around nothing. */
  readonly emptyTexts: number[];
}

/** A quote from `from` on that doubles no other; -1 where there is none. */
function closing(row: string, quote: string, from: number): number {
  for (let at = from; ;) {
    const end = row.indexOf(quote, at);
    if (end === -1 || row[end + 1] !== quote) return end;
    at = end + 2;
  }
}

function behindBlanks(row: string, from: number): number {
  let at = from;
  while (row.charCodeAt(at) === 32) at += 1;
  return at;
}

/**
 * Cuts a row where blanks before an opening quote belong to nobody, as those behind a closing one do. Undefined where no
 * such blanks are, or any other quote stands where none belongs: then they may be text.
 */
export function cutPadded(row: string, delimiter: string, quote: string): PaddedRow | undefined {
  if (quote === '' || delimiter === ' ') return undefined;
  const cells: string[] = [];
  const emptyTexts: number[] = [];
  let isPadded = false;
  for (let at = 0; ;) {
    const opening = behindBlanks(row, at);
    let end: number;
    if (row[opening] === quote) {
      const close = closing(row, quote, opening + 1);
      end = behindBlanks(row, close + 1);
      if (close === -1 || (end < row.length && row[end] !== delimiter)) return undefined;
      if (close === opening + 1) emptyTexts.push(cells.length);
      if (opening > at) isPadded = true;
      cells.push(row.slice(opening + 1, close).replaceAll(quote + quote, quote));
    } else {
      const next = row.indexOf(delimiter, at);
      end = next === -1 ? row.length : next;
      const cell = row.slice(at, end);
      if (cell.includes(quote)) return undefined;
      cells.push(cell);
    }
    if (end >= row.length) return isPadded ? { cells, emptyTexts } : undefined;
    at = end + 1;
  }
}

/** Lines looked at for blanks before quotes. */
const LINES = 50;

/** Whether a text shows by its first lines that blanks before quotes are usual in it. */
export function paddingOf(
  text: string,
  { delimiter, quote }: { readonly delimiter: string; readonly quote: string },
): { padded?: true } {
  const mark = quote === 'none' ? '' : quote;
  const lines = text.split(/\r\n|\n|\r/, LINES);
  return lines.some((line) => cutPadded(line, delimiter, mark) !== undefined) ? { padded: true } : {};
}
