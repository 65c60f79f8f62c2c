const WEEKDAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
/** IMF-fixdate of RFC 9110 §5.6.7; the two obsolete forms are not accepted, and no free text that Date would guess at. */
const HTTP_DATE = new RegExp(
  `^${WEEKDAY}, \\d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4} \\d{2}:\\d{2}:\\d{2} GMT$`,
);

/** A server that asks for more than a day has made a mistake, or means "not today": a person should decide. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;

/** Milliseconds since the epoch; undefined for anything but an IMF-fixdate. */
function momentOf(text: string | null | undefined): number | undefined {
  const at = text && HTTP_DATE.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? undefined : at;
}

/**
 * Milliseconds to wait according to a `Retry-After` header (RFC 9110 §10.2.3: seconds or an HTTP date; fractions of a
 * second are seen in the wild). A date is counted from the answer's own `Date`, since clocks differ, else from `now`; one
 * in the past is 0. Undefined when absent or not understood.
 */
export function retryAfterMs(
  header: string | null | undefined,
  now: number,
  date?: string | null,
): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d{1,9}(?:\.\d{1,3})?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1_000), LONGEST_MS);
  const at = momentOf(text);
  return at === undefined ? undefined : Math.min(Math.max(0, at - (momentOf(date) ?? now)), LONGEST_MS);
}
