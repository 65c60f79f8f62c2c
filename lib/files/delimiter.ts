import { cutter, type Cutting } from './cut';
import { widened } from './find-places';
import { lineEndsOf } from './line-ends';
import type { Dialect } from './model';
import { paddingOf } from './padded-quotes';
import { isRuling } from './total-row';
import { longestRun } from './longest-run';

/** Tried in this order; a space or a colon separates only where the user says so, because prose and times hold them. */
const CANDIDATES = [',', ';', '\t', '|', '^', '~', '\u0001', '\u001f', '\u001e', '¦', '§', '│'] as const;
/** Records looked at: enough to see a pattern, little enough to try every candidate. */
const RECORDS = 200;

/** Rows that may follow a table: sums, counts, a remark. */
const FOOTERS = 3;

/** Excel's own first line, which names the separator: `sep=;`. */
export const SEP_LINE = /^"?sep=([^"\r\n])"?[;,\t]*(?:\r\n|\n|\r)/i;

/**
 * How well a dialect cuts a text: share of rows as wide as most are, that width, rows with broken quotes, and how many
 * separators stand in those of that width, and in a table that the text ends with.
 */
function fitOf(text: string, cutting: Cutting, whole: boolean) {
  const { rows, broken } = cutter(cutting)(text, whole);
  const filled = rows.slice(0, RECORDS).filter((row) => row.some((cell) => cell !== '') && !isRuling(row));
  const widths = new Map<number, number>();
  for (const { length } of filled) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [cells = 1, alike = 0] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  const cut = [...broken].filter((at) => at < RECORDS).length;
  const run = longestRun(filled);
  return {
    share: filled.length === 0 ? 0 : alike / filled.length,
    cells,
    broken: cut,
    rows: filled.length,
    separators: alike * (cells - 1),
    atEnd: run.from + run.rows + FOOTERS >= filled.length ? run.rows * (run.width - 1) : 0,
  };
}
type Fit = ReturnType<typeof fitOf>;

/** More rows of one width, then fewer broken quotes, then more cells. One cell a row fits anything and proves nothing. */
function isBetter(fit: Fit, than: Fit): boolean {
  if (fit.cells < 2 || than.cells < 2) return fit.cells >= 2 && fit.share >= 0.5;
  if (Math.abs(fit.share - than.share) > 0.001) return fit.share > than.share;
  return fit.broken === than.broken ? fit.cells > than.cells : fit.broken < than.broken;
}

/** Whether a separator cuts at least as many rows into cells as one that is a decimal comma at least as likely. */
const isAsGood = (fit: Fit, than: Fit): boolean =>
  fit.cells > 1 && fit.share >= than.share - 0.001 && fit.broken <= than.broken;

/** Whether commas stand between digits alone: then they may be those of decimals. */
const isDecimalComma = (text: string): boolean => text.includes(',') && !/(?<!\d),|,(?!\d)/.test(text);

/** Below this share of rows of one width a text may hold a table that is shorter than what stands above it. */
const SURE = 0.8;

export interface Cut extends Cutting {
  readonly decidedBy: Dialect['decidedBy']['delimiter'];
}

type CutChoice = {
  [K in keyof Cutting | 'decidedBy']?: (Cutting & Pick<Dialect, 'decidedBy'>)[K] | undefined;
};

/**
 * Separator, line end and quoting under which most rows of a text have one width. `choice` outranks the evidence.
 * Line ends of several kinds are `mixed` unless taking the lesser ones for text of unquoted cells fits better; so are
 * those of a file whose later parts (`elsewhere`) use others than its head.
 */
export function findCut(
  text: string,
  choice: CutChoice,
  whole: boolean,
  elsewhere: readonly Dialect['newline'][] = [],
): Cut {
  const sep = SEP_LINE.exec(text);
  const body = sep === null ? text : text.slice(sep[0].length);
  const ends = lineEndsOf(body);
  const main = ends[0]?.newline ?? '\n';
  const isGlued = elsewhere.some((newline) => newline !== main);
  if (choice.places !== undefined) {
    const newline = choice.newline ?? (ends.length > 1 || isGlued ? 'mixed' : main);
    // Decided before, on this file: to be cut anew by them as it was then.
    const places = choice.decidedBy === undefined ? widened(choice.places, text) : choice.places;
    return { delimiter: ',', newline, quote: 'none', places, decidedBy: 'user' };
  }
  const quote = choice.quote ?? (isSingleQuoted(body) ? "'" : '"');
  const given = choice.delimiter ?? sep?.[1];
  const found = ends.length > 1 ? ['mixed' as const, main] : [main];
  const newlines = choice.newline ? [choice.newline] : isGlued ? ['mixed' as const] : found;
  const escapes = choice.escape
    ? [choice.escape]
    : body.includes('\\"')
      ? [undefined, 'backslash' as const]
      : [undefined];
  const delimiters = given === undefined ? CANDIDATES : [given];

  const isDecimal = isDecimalComma(body);
  let best: { cutting: Cutting; fit: Fit } | undefined;
  let last: typeof best;
  for (const newline of newlines) {
    for (const delimiter of delimiters) {
      if (!body.includes(delimiter) && given === undefined) continue;
      for (const escape of escapes) {
        const cutting = { delimiter, newline, quote, ...(escape ? { escape } : {}) };
        const fit = fitOf(body, cutting, whole);
        const isOver = best?.cutting.delimiter === ',' && isDecimal && isAsGood(fit, best.fit);
        if (best === undefined ? fit.cells > 1 || given !== undefined : isOver || isBetter(fit, best.fit))
          best = { cutting, fit };
        if (fit.atEnd > (last?.fit.atEnd ?? 0)) last = { cutting, fit };
      }
    }
  }
  if (
    last !== undefined &&
    (best === undefined || (best.fit.share < SURE && last.fit.atEnd > best.fit.separators))
  )
    best = last;
  const decidedBy = choice.delimiter !== undefined ? 'user' : sep !== null ? 'sep-line' : 'consistent';
  if (best !== undefined) return { ...best.cutting, ...paddingOf(text, best.cutting), decidedBy };
  const [newline = main] = newlines;
  const only = { delimiter: ',', newline, quote };
  return { ...only, ...paddingOf(text, only), decidedBy: 'only-column' };
}

/** Of what people write behind a value (`5 %`, `12 €`, `n/a?`) none. */
const HALVES = /[^\p{L}\p{M}\p{N}\p{Sc}\s"'`´’()[\]{}<>_.%‰°+\-?]/u;

/**
 * The sign that stands directly beside every separator of every row, as the other half of a separator of two signs
 * (`id~|name`, `id#|#name`); quotes, brackets and blanks are none.
 */
export function besideSeparators(rows: readonly (readonly string[])[]): string | undefined {
  const wide = rows.filter((cells) => cells.some((cell) => cell !== ''));
  const [first] = wide;
  if (first === undefined || first.length < 2 || wide.length < 2) return undefined;
  const signs = [first[0]?.at(-1), first[1]?.at(0)].filter((sign) => sign !== undefined);
  return signs.find(
    (sign) =>
      HALVES.test(sign) &&
      wide.every(
        (cells) =>
          cells.length > 1 &&
          (cells.slice(0, -1).every((cell) => cell.endsWith(sign)) ||
            cells.slice(1).every((cell) => cell.startsWith(sign))),
      ),
  );
}

/** Databases quote text by apostrophes; so does a file in which nearly every line is one of these cells and no others. */
function isSingleQuoted(text: string): boolean {
  if (text.includes('"')) return false;
  const lines = text.split(/[\r\n]+/, RECORDS).filter((line) => line !== '');
  return (
    lines.filter((line) => /^'(?:[^']|'')*'[^\w\s'](?:'.*'|[\d.,-]*)$/.test(line)).length > lines.length * 0.8
  );
}
