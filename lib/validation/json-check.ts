import { fail, type CellCheck } from './cell-check';
import { CODE } from './codes';
import { isErrorValue } from './error-value';

/** Redshift's SUPER nests this deep at most. */
const DEEPEST = 1000;

const COLON_NEXT = /\s*:/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Sticky, so that nothing is copied and nothing before `at` is looked at. */
function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/**
 * Looks through JSON that is known to be well formed: a key twice in one object (warehouses keep one or the other, or
 * refuse), nesting no warehouse takes, and numbers beyond any float. No recursion: depth is the user's data.
 */
function oddity(text: string): number {
  const keys: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 123 || unit === 91) {
      keys.push(unit === 123 ? new Set() : null);
      if (keys.length > DEEPEST) return CODE['json-too-deep'];
    } else if (unit === 125 || unit === 93) keys.pop();
    else if (unit === 34) {
      const end = closingQuote(text, at);
      const seen = keys.at(-1);
      if (seen && matchAt(COLON_NEXT, text, end + 1) !== undefined) {
        const key = String(JSON.parse(text.slice(at, end + 1)));
        if (seen.has(key)) return CODE['json-duplicate-key'];
        seen.add(key);
      }
      at = end;
    } else if (unit === 45 || (unit >= 48 && unit <= 57)) {
      const number = matchAt(NUMBER, text, at) ?? '';
      if (!Number.isFinite(Number(number))) return CODE['value-out-of-range'];
      at += Math.max(0, number.length - 1);
    }
  }
  return -1;
}

function closingQuote(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text.charCodeAt(at) === 92) at += 1;
    else if (text.charCodeAt(at) === 34) return at;
  }
  return text.length;
}

/** Any JSON; it travels as written, so its numbers keep their digits. */
export const jsonCheck: CellCheck = (cell, out) => {
  const text = cell.trim();
  if (text === '') return undefined;
  try {
    JSON.parse(text);
  } catch {
    return fail(out, isErrorValue(text) ? CODE['cell-error-value'] : CODE['json-malformed']);
  }
  const odd = oddity(text);
  return odd < 0 ? text : fail(out, odd);
};
