import { dated } from './read-date';

/** Years between the Buddhist era as Thailand counts it and ours. */
const AHEAD = 543;
/** Those that stand for 1900 to 2100. */
const FIRST = 2443;
const LAST = 2643;

/** The year of a written date that the Buddhist era may count; undefined for every other text. */
export function buddhistYear(text: string): string | undefined {
  const written = dated(text)?.written;
  if (written === undefined) return undefined;
  return [written.first, written.last].find(
    (part) => part.length === 4 && Number(part) >= FIRST && Number(part) <= LAST,
  );
}

/** `29/02/2567` → `29/02/2024`, before anyone reads the date: 2567 has no leap day of ours. */
export function readBuddhistYear(text: string): string {
  const year = buddhistYear(text);
  return year === undefined ? text : text.replace(year, String(Number(year) - AHEAD));
}
