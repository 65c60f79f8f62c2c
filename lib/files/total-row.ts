import type { Dialect } from './model';

/** What spreadsheets and reports write at the head of a row of sums, in the languages that files come in. */
const WORDS = [
  '(?:grand|sub|running|overall)?[ -]?totals?',
  'sum',
  '(?:gesamt|zwischen|end)?-?summen?',
  'gesamt(?:ergebnis)?',
  '(?:sous-)?total(?:e|es|i)?(?: (?:g[eé]n[eé]ral|generale?|gesamt))?',
  'somme|somma|suma|summa|razem|celkem|spolu|összesen|toplam|genel toplam|yhteensä|i alt|ialt|totaal|σύνολο',
  'итого|всего|общо|разом|合計|小計|総計|合计|小计|总计|總計|合計金額|합계|총계',
].join('|');
/** `Total: Search`, `Total for Alpha Ltd`: of what, behind the word. */
const OF_WHAT = '(?:\\s*[:：].+| (?:for|für|pour|para) .+)';
const TOTAL = new RegExp(`^(?:${WORDS})(?:${OF_WHAT}|\\s*[:：]?\\s*)$`, 'iu');
const TOTAL_OF_WHAT = new RegExp(`^(?:${WORDS})${OF_WHAT}$`, 'iu');
/** What some database clients add below the last row. */
const FOOTER =
  /^\(?\d[\d.,]* (?:(?:row|record)(?:s|\(s\))?|zeilen?|lignes?|filas?)(?: (?:affected|selected|returned|produced|in set|ausgewählt))?\.?\)?(?: \(\d[\d.,]* sec(?:onds?)?\)| Time Elapsed: \d[\d.,]*s)?$/i;

/** Lines drawn with signs, as database clients and reports put between headings and rows. */
const RULING = /^[-=_+*~|\s\u2500-\u257f]{3,}$/;
/** Whether a row is such a line: nothing else stands in any of its cells. */
export const isRuling = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell.trim() !== '') && cells.every((cell) => cell === '' || RULING.test(cell));

/** Longest text that can match; of anything longer only a drawn line does. */
const LONGEST = 80;

function firstFilled(cells: readonly string[]): string {
  let at = 0;
  while (at < cells.length - 1 && cells[at] === '') at += 1;
  return cells[at] ?? '';
}

/**
 * Whether a row looks like sums or a footer of a report: its first cell that holds anything says so, all of it.
 * A guess by words: such rows are said, and left out only where the user wants that.
 */
export function looksLikeTotal(cells: readonly string[]): boolean {
  const text = firstFilled(cells);
  if (text.length === 0) return false;
  if (text.length > LONGEST) return RULING.test(text) && isRuling(cells);
  // Nearly all rows of nearly all files begin with a digit: they are done here.
  const unit = text.charCodeAt(0);
  if (unit >= 48 && unit <= 57) return cells.length === 1 && FOOTER.test(text);
  // Nor does such a word end in one, as the ids of the other files do, but where it says of what: `Total for 2024`.
  const last = text.charCodeAt(text.length - 1);
  if (last >= 48 && last <= 57 && !text.includes(' ') && !text.includes(':')) return false;
  if (RULING.test(text)) return isRuling(cells);
  const word = text.trim();
  return TOTAL.test(word) || FOOTER.test(word) || isOfGroup(word, cells);
}

/** What stands behind or before the name of a group in the sums that pivot tables and outlines add. */
const OF_GROUP = new Set('total totals totale totaal totalt subtotal ergebnis summe summa suma'.split(' '));
const NUMBER = /^[^\p{L}]*\d[^\p{L}]*$/u;

/** `East Total` and `Total East` with nothing but numbers and empty cells beside them; a product may well be called so. */
function isOfGroup(word: string, cells: readonly string[]): boolean {
  const first = word.indexOf(' ');
  if (first <= 0) return false;
  const isNamed = (part: string) => OF_GROUP.has(part.toLowerCase());
  if (!isNamed(word.slice(word.lastIndexOf(' ') + 1)) && !isNamed(word.slice(0, first))) return false;
  const others = cells.slice(cells.findIndex((cell) => cell !== '') + 1);
  const filled = others.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.length < others.length && filled.every((cell) => NUMBER.test(cell));
}

/**
 * Whether a row that looks like sums is left out: the user said so of all that look like this one. What may be the name
 * of a product (`isOfGroup`) is never meant by a word on the whole file.
 */
export function isTotalLeftOut({ totals }: Pick<Dialect, 'totals'>, cells: readonly string[]): boolean {
  if (totals === undefined) return false;
  const word = firstFilled(cells).trim();
  if (!TOTAL.test(word)) return !isOfGroup(word, cells);
  return totals === 'skip-all' || !TOTAL_OF_WHAT.test(word);
}
