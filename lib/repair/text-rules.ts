import { MARK_BEGINS, MARK_ENDS, MARKED_PARTS } from '../files/model';

/** Drawn without width or not at all: soft hyphen, zero-width space and joiners, direction marks, word joiner, BOM. */
const UNSEEN = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/;

function isEdge(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 127) return unit <= 32;
  return (
    unit === 127 || (unit < 0xa0 ? unit === 0x85 : /\s/.test(text.charAt(at)) || UNSEEN.test(text.charAt(at)))
  );
}

/** What is left of a text without blanks and invisible characters at both ends. */
export function trimAll(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isEdge(text, from)) from += 1;
  while (to > from && isEdge(text, to - 1)) to -= 1;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}

const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;

export function changeCase(text: string, to: 'upper' | 'lower' | 'title'): string {
  if (to === 'upper') return text.toUpperCase();
  if (to === 'lower') return text.toLowerCase();
  return text.toLowerCase().replace(WORD, (word) => {
    const [first = ''] = word;
    return first.toUpperCase() + word.slice(first.length);
  });
}

/** `="00123"` and `'00123`: how exports tell a spreadsheet that a text is one; anything else takes it for the value. */
export const SHEET_MARK = /^(?:="[^"]*"|'\d[\d.,-]*|'[=+\-@].*)$/s;

export const dropSheetMark = (text: string): string =>
  SHEET_MARK.test(text)
    ? text.slice(text.startsWith('=') ? 2 : 1, text.startsWith('=') ? -1 : undefined)
    : text;

const MARKED = `${MARKED_PARTS} `;
const ONE_PART = new RegExp(`${MARK_BEGINS}[^${MARK_ENDS}]*${MARK_ENDS}`, 'g');
const SIGNS = new RegExp(`[${MARK_BEGINS}${MARK_ENDS}]`, 'g');

/** Reads what the reader of workbooks held; where nothing would be left, it stays. */
export function readMarked(text: string, as: 'left-out' | 'kept'): string {
  if (!text.startsWith(MARKED)) return text;
  const marked = text.slice(MARKED.length);
  if (as === 'kept') return marked.replace(SIGNS, '');
  return marked.replace(ONE_PART, '').trim() || text;
}

/** What MySQL and PostgreSQL's COPY write most for a tab, a line end or a backslash inside a cell. */
const DUMPED = /\\[nrt\\]/;
/** `C:\new` and `\\server\share`: no dump leaves the first backslashes of a path as they were. */
const PATH = /^(?:[A-Za-z]:\\(?!\\)|\\\\(?!\\))/;
const STANDS_FOR = new Map(Object.entries({ n: '\n', r: '\r', t: '\t', '\\': '\\', '"': '"', "'": "'" }));

/** Whether a dump of a database has likely escaped this text. JSON has escapes of its own, which belong to it. */
export const isEscaped = (text: string): boolean =>
  DUMPED.test(text) && !PATH.test(text) && !text.startsWith('{') && !text.startsWith('[');

export const unescapeText = (text: string): string =>
  isEscaped(text)
    ? text.replace(/\\([nrt\\"'])/g, (found, sign: string) => STANDS_FOR.get(sign) ?? found)
    : text;

/** Case folded for comparing; letters that only case tells apart become equal. */
const folded = (text: string): string => text.toUpperCase().toLowerCase();

export function mapValues(
  values: readonly { readonly from: string; readonly to: string }[],
  matchCase: boolean,
): (text: string) => string {
  const spelled = (text: string) => (matchCase ? trimAll(text) : folded(trimAll(text)));
  const table = new Map(values.map(({ from, to }) => [spelled(from), to]));
  return (text) => table.get(spelled(text)) ?? text;
}

/** The signs that a pattern may escape; any other escape is an error in one that knows Unicode. */
const ESCAPED = /[\\^$.*+?()[\]{}|/]/g;

/** Literal search and replace; `$` and the like in the new text mean themselves. */
export function replaceText(rule: {
  readonly find: string;
  readonly with: string;
  readonly whole: boolean;
  readonly matchCase: boolean;
}): (text: string) => string {
  const { find, whole, matchCase } = rule;
  if (whole) {
    const wanted = matchCase ? find : folded(find);
    return (text) => ((matchCase ? text : folded(text)) === wanted ? rule.with : text);
  }
  if (matchCase) return (text) => (text.includes(find) ? text.replaceAll(find, () => rule.with) : text);
  const pattern = new RegExp(find.replace(ESCAPED, '\\$&'), 'giu');
  return (text) => text.replace(pattern, () => rule.with);
}

export function splitPart(separator: string, part: number): (text: string) => string {
  return (text) => {
    const parts = text.split(separator);
    const wanted = parts[part < 0 ? parts.length + part : part - 1];
    return parts.length < 2 || wanted === undefined ? text : trimAll(wanted);
  };
}

/** Without `text` at both ends, as often as it stands there. */
export const dropEdge =
  (text: string) =>
  (cell: string): string => {
    let [from, to] = [0, cell.length];
    while (to > from && cell.startsWith(text, from)) from += text.length;
    while (to > from && cell.slice(from, to).endsWith(text)) to -= text.length;
    return cell.slice(from, to);
  };
