import type { CutRows } from './cut';
import { Finder } from './finder';
import { LineEnds, Others } from './end-finders';
import { cutPadded } from './padded-quotes';
import { isRowsInOne, linesOfOneWidth } from './line-ends';

export interface Scanning {
  readonly delimiter: string;
  /** `lf` takes CRLF for a line end, too; `any` takes all three. */
  readonly ends: 'lf' | 'crlf' | 'cr' | 'any';
  /** Empty: no character quotes. */
  readonly quote: string;
  readonly backslash: boolean;
  /** Blanks before quotes are usual. */
  readonly isPadded?: boolean;
  /** Quotes tell texts from numbers. */
  readonly tellsNumbers?: boolean;
}

const NONE: ReadonlySet<number> = new Set();
/** What a checker could take for a number with a point or an exponent, blanks around it or not, or for a day or a time. */
const POINTED = /^\s*[+-]?(?:\d*\.\d*(?:e[+-]?\d+)?|\d+e[+-]?\d+)\s*$|^(?:\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d)/i;

/**
 * Cuts text into rows: whatever has quotes, and the dialects that Papa Parse does not know (mixed line ends, quotes
 * escaped by a backslash, no quotes at all); and says which rows hold quotes where none belong. Where Papa Parse knows
 * the dialect both give the same rows, which a test holds. `most`: rows after which it stops.
 */
export function scanRows(text: string, scanning: Scanning, final: boolean, most = Infinity): CutRows {
  const { delimiter, quote, backslash, tellsNumbers } = scanning;
  const separator = delimiter.charCodeAt(0);
  // No quote: no character is equal to NaN.
  const mark = quote.charCodeAt(0);
  const delimiters = new Finder(text, delimiter);
  const lineEnds = new LineEnds(text, scanning.ends);
  const quotes = new Finder(text, quote);
  const others = new Others(text, scanning.ends);
  const breaks = new Finder(text, scanning.ends === 'cr' ? '\r' : '\n');
  const escapes = new Finder(text, backslash ? '\\' : '');
  const doubled = new RegExp(`\\\\([\\\\${quote}])|${quote}${quote}`, 'g');
  const rows: string[][] = [];
  const broken: number[] = [];
  const stray: number[] = [];
  const quotedTexts = new Map<number, number[]>();
  let used = 0;
  // The next of each that was found last, so that most cells cost no more than three comparisons.
  let separatorAt = -1;
  let lineEndAt = -1;
  let oddAt = -1;

  function tell(row: number, column: number): void {
    const told = quotedTexts.get(row);
    if (told === undefined) quotedTexts.set(row, [column]);
    else told.push(column);
  }

  /** A closing quote from `from` on that doubles no other and is not escaped; the text's length where there is none. */
  function closing(from: number): number {
    for (let at = from; ;) {
      const end = quotes.from(at);
      const escape = escapes.from(at);
      if (escape < end) at = escape + 2;
      else if (end < text.length && text.charCodeAt(end + 1) === mark) at = end + 2;
      else return end;
    }
  }

  /** What a quoted cell holds. */
  function unquoted(from: number, to: number): string {
    const cell = text.slice(from, to);
    if (backslash && cell.includes('\\')) {
      return cell.replace(doubled, (_, escaped: string | undefined) => escaped ?? quote);
    }
    return cell.includes(quote) ? cell.replaceAll(quote + quote, quote) : cell;
  }

  while (used < text.length && rows.length < most) {
    let row: string[] = [];
    let isQuoted = false;
    let at = used;
    let isBroken = false;
    let isStray = false;
    let isJoined = false;
    let end = 0;
    for (;;) {
      if (text.charCodeAt(at) === mark) {
        isQuoted = true;
        let close = closing(at + 1);
        let next = close + 1;
        for (;;) {
          next = close + 1;
          if (close >= text.length) break;
          // Spaces between a closing quote and the separator belong to nobody.
          while (text.charCodeAt(next) === 32 && delimiter !== ' ') next += 1;
          if (next >= text.length || text.charCodeAt(next) === separator || lineEnds.lengthAt(next) > 0)
            break;
          isBroken = true;
          close = closing(close + 1);
        }
        if (close >= text.length) {
          if (!final) return done();
          isBroken = true;
        }
        const cell = unquoted(at + 1, close);
        if (cell === '' || (tellsNumbers && POINTED.test(cell))) tell(rows.length, row.length);
        row.push(cell);
        end = Math.min(next, text.length);
      } else {
        if (separatorAt < at) separatorAt = delimiters.from(at);
        if (lineEndAt < at) lineEndAt = lineEnds.from(at);
        if (oddAt < at) oddAt = Math.min(quotes.from(at), others.from(at));
        end = separatorAt < lineEndAt ? separatorAt : lineEndAt;
        if (oddAt < end) {
          if (quotes.from(at) < end) isStray = true;
          if (others.from(at) < end) isJoined = true;
        }
        row.push(end === at ? '' : text.slice(at, end));
      }
      if (text.charCodeAt(end) !== separator) break;
      at = end + 1;
    }
    const lineEnd = lineEnds.lengthAt(end);
    // A CR at the very end may be half of a CRLF.
    const isOpen =
      end + lineEnd >= text.length && (lineEnd === 0 || text.charCodeAt(end + lineEnd - 1) === 13);
    if (!final && isOpen && !(lineEnd === 1 && scanning.ends === 'cr')) return done();
    const start = used;
    const isRead = isStray && !isJoined && !isBroken && !backslash;
    const padded = isRead ? cutPadded(text.slice(start, end), delimiter, quote) : undefined;
    if (padded !== undefined) {
      isStray = scanning.isPadded !== true;
      row = padded.cells;
      quotedTexts.delete(rows.length);
      for (const column of padded.emptyTexts) tell(rows.length, column);
    }
    // Only quotes hide a line end in a row: if each of its lines is as good a row, they may stand there by mistake. Those
    // that were set here, around the cells of a workbook, do not.
    const isLong = isQuoted && tellsNumbers !== true && row.length > 2 && breaks.from(start) < end;
    if (isLong && isRowsInOne(text.slice(start, end), delimiter, row.length)) isStray = true;
    const raw = isBroken ? text.slice(used, end) : '';
    used = end + lineEnd;
    if (isBroken && /[\r\n]/.test(raw)) {
      // A quote out of place may have swallowed rows. Each line is shown by itself, and none of them is trusted.
      for (const line of raw.split(/\r\n|\r|\n/)) {
        broken.push(rows.length);
        rows.push(line.split(delimiter));
      }
      continue;
    }
    const joined = isJoined && !isBroken ? linesOfOneWidth(text.slice(start, end), delimiter) : [];
    if (joined.length > 0) {
      for (const line of joined) {
        stray.push(rows.length);
        rows.push(line);
      }
      continue;
    }
    // In a single column nothing else would tell two lines that an unusual line end has joined.
    if (isBroken || (isJoined && row.length === 1)) broken.push(rows.length);
    else if (isStray || isJoined) stray.push(rows.length);
    rows.push(row);
  }
  return done();

  function done(): CutRows {
    return {
      rows,
      broken: broken.length === 0 ? NONE : new Set(broken),
      stray: stray.length === 0 ? NONE : new Set(stray),
      quotedTexts,
      used,
    };
  }
}
