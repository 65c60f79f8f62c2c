import { columnLetters as lettersFromOne } from '../xlsx/column-letters';

/** Most characters (UTF-16 units) of a cell: Excel, specifications and limits. */
export const MOST_CHARACTERS = 32_767;

/** What XML 1.0 cannot hold, what it would change (CR becomes LF), and half a character. */
const UNSAFE = String.raw`[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]`;
/**
 * Written as `_xHHHH_` (ECMA-376, ST_Xstring), which Excel, LibreOffice and Google Sheets read back. Text that already
 * looks like that, or would once its neighbour is escaped, has its underscore escaped.
 */
const ESCAPED = new RegExp(`${UNSAFE}|_(?=x[0-9a-fA-F]{4}(?:_|${UNSAFE}))`, 'gu');
const MARKUP = /[&<>"]/g;
const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of an element or attribute, unable to be anything else. */
export function xmlText(text: string): string {
  return text
    .replace(ESCAPED, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(MARKUP, (sign) => ENTITY[sign] ?? sign);
}

/** At most `most` UTF-16 units, never half a character. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most);
}

/** `A`, `Z`, `AA` … for 0, 25, 26 … */
export const columnLetters = (column: number): string => lettersFromOne(column + 1);

/** Names Excel takes: 1 to 31 characters, none of `[]:*?/\`, no apostrophe at an end, unlike each other ignoring case. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = wanted
    .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '');
  // Excel keeps "History" for itself.
  const base = clean === '' || clean.toLowerCase() === 'history' ? 'Sheet' : clean;
  for (let copy = 1; ; copy++) {
    const suffix = copy === 1 ? '' : ` (${copy})`;
    const name = shortened(base, 31 - suffix.length).trimEnd() + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
