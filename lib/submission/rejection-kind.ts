import type { RowError } from '../gateway/contract';

/** What a refusal is about, as far as its words say so: Peak's list of codes is not published (§4.4). */
export const REJECTION_KINDS = [
  'missing',
  'empty',
  'key',
  'unknown-column',
  'type',
  'number-size',
  'date',
  'length',
  'not-allowed',
  'other',
] as const;
export type RejectionKind = (typeof REJECTION_KINDS)[number];

/** First match wins, so the narrow ones come first. Looked for in category and message alike. */
const SIGNS: readonly (readonly [RejectionKind, RegExp])[] = [
  ['key', /primary.?key|\bkey column/i],
  ['empty', /not.?null|\bnull\b|must not be empty|non.?null/i],
  ['unknown-column', /unknown|unexpected|no such (column|field)|not part of|additional/i],
  ['missing', /required|missing/i],
  ['number-size', /precision|scale|out of range|too (large|big) a number|overflow|digits/i],
  ['date', /time.?stamp|\bdate|calendar/i],
  ['length', /length|too (long|short)|characters|bytes/i],
  ['not-allowed', /enum|allowed|regex|pattern|range|between|at (least|most)/i],
  ['type', /type|integer|numeric|number|boolean|string|json/i],
];

/** The kind of one error of Peak's; `other` where neither its category nor its message gives it away. */
export function rejectionKind({ category = '', message }: RowError): RejectionKind {
  const of = (text: string) => SIGNS.find(([, sign]) => sign.test(text))?.[0];
  return of(category.replaceAll('_', ' ')) ?? of(message) ?? 'other';
}
