const WEEKDAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
/** IMF-fixdate of RFC 9110 §5.6.7; the two obsolete forms are not accepted, and no free text that Date would guess at. */
const HTTP_DATE = new RegExp(
  `^${WEEKDAY}, \\d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4} \\d{2}:\\d{2}:\\d{2} GMT$`,
);

/** A server that asks for more than a day has made a mistake, or means "not today": a person should decide. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;

/**
 * Milliseconds to wait according to a `Retry-After` header (RFC 9110 §10.2.3: seconds or an HTTP date; fractions of a
 * second are seen in the wild). A date in the past is 0. Undefined when absent or not understood.
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d{1,9}(?:\.\d{1,3})?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1_000), LONGEST_MS);
  if (!HTTP_DATE.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.min(Math.max(0, at - now), LONGEST_MS);
}
