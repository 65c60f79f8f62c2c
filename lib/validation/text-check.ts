import type { ColumnSpec } from '../peak/model';
import { CODE } from './codes';
import { fail, isErrorValue, type CellCheck } from './cell-check';

/** Redshift's limit of a VARCHAR, in bytes (§5.1). */
const MOST_BYTES = 65_535;
const FLOAT_SHAPED = /^-?\d+\.0$/;

/** UTF-8 bytes of a text. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

/** Code points; what `minLength` and `maxLength` are taken to count (§5.2 does not say). */
function characters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff) at += 1;
    count += 1;
  }
  return count;
}

/** Characters that no one sees at a cell's edge: blanks, controls, NBSP, the zero-width ones, a mark. */
function isBlankEdge(unit: number): boolean {
  return (
    unit <= 32 || unit === 160 || unit === 0xfeff || (unit >= 0x2000 && unit <= 0x200d) || unit === 0x3000
  );
}

function compilePattern(pattern: string | undefined): RegExp | undefined {
  if (pattern === undefined) return undefined;
  try {
    return new RegExp(pattern, 'u');
  } catch {
    // A pattern in another dialect of regular expressions cannot be held against values here.
    return undefined;
  }
}

/** Text goes as it stands; what looks damaged (padding, ids that went through a float) is said, never mended. */
export function textCheck(column: ColumnSpec): CellCheck {
  const { minLength = 0, maxLength } = column;
  const allowed = column.allowed === undefined ? undefined : new Set(column.allowed);
  const pattern = compilePattern(column.pattern);
  const ruled = allowed !== undefined || pattern !== undefined || minLength > 0 || maxLength !== undefined;
  return (text, out) => {
    const first = text.charCodeAt(0);
    if (first === 35 && isErrorValue(text)) return fail(out, CODE['cell-error-value']);
    if (text.length * 3 > MOST_BYTES && utf8Length(text) > MOST_BYTES)
      return fail(out, CODE['text-too-long']);
    if (ruled) {
      if (allowed !== undefined && !allowed.has(text)) return fail(out, CODE['value-not-allowed']);
      if (maxLength !== undefined && text.length > maxLength && characters(text) > maxLength) {
        return fail(out, CODE['text-too-long']);
      }
      if (minLength > 0 && characters(text) < minLength) return fail(out, CODE['text-too-short']);
      if (pattern !== undefined && !pattern.test(text)) return fail(out, CODE['value-not-matching']);
    }
    const last = text.charCodeAt(text.length - 1);
    if (isBlankEdge(first) || isBlankEdge(last)) out.code = CODE['text-padded'];
    else if (last === 48 && FLOAT_SHAPED.test(text)) out.code = CODE['text-float-shaped-id'];
    return text;
  };
}

/** `true` and `false` in any case. `yes`, `1` and the like mean what their writer thought; they are asked about. */
export const booleanCheck: CellCheck = (cell, out) => {
  const text = cell.trim().toLowerCase();
  if (text === '') return undefined;
  if (text === 'true' || text === 'false') return text;
  return fail(out, isErrorValue(text) ? CODE['cell-error-value'] : CODE['boolean-malformed']);
};

/** Any JSON; it travels as written, so its numbers keep their digits. */
export const jsonCheck: CellCheck = (cell, out) => {
  const text = cell.trim();
  if (text === '') return undefined;
  try {
    JSON.parse(text);
    return text;
  } catch {
    return fail(out, isErrorValue(text) ? CODE['cell-error-value'] : CODE['json-malformed']);
  }
};
