import type { WrittenDate } from './read-date';

/** Year, month and day, each with its sign behind it, as Chinese, Japanese and Korean writers set them. */
const SIGNED = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]\s*(\S.*)?$/;

/** `2024年1月15日`: its signs leave one order. Undefined for anything else. */
export function signedDate(text: string): WrittenDate | undefined {
  const [, first, middle, last, rest = ''] = SIGNED.exec(text) ?? [];
  if (first === undefined || middle === undefined || last === undefined) return undefined;
  return { kind: 'numbers', first, middle, last, rest, only: 'year-first' };
}
