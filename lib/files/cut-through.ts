import { cutFirstLine, scanningOf, type CutRows, type Cutting } from './cut';
import { QuoteFates } from './quote-fates';
import { scanRows } from './scan';

function joined(parts: readonly CutRows[]): CutRows {
  const rows: string[][] = [];
  const broken = new Set<number>();
  const stray = new Set<number>();
  const quotedTexts = new Map<number, readonly number[]>();
  let used = 0;
  for (const part of parts) {
    const first = rows.length;
    for (const at of part.broken) broken.add(first + at);
    for (const at of part.stray) stray.add(first + at);
    for (const [at, columns] of part.quotedTexts) quotedTexts.set(first + at, columns);
    // Not spread: a call takes no more than some ten thousand arguments.
    for (const row of part.rows) rows.push(row);
    used += part.used;
  }
  return { rows, broken, stray, quotedTexts, used };
}

/**
 * Rows of a text whose first row does not end within `cap` characters, or never: its first line is one broken row, and so
 * is that of each later row of which the same holds; rows between are cut as ever. Stops before a row that more text may
 * finish. One call for all of them: looking anew for the end of a quote in every line after it takes hours.
 */
export function cutThrough(text: string, cutting: Cutting, cap: number, final: boolean): CutRows {
  const scanning = scanningOf(cutting);
  const fates = new QuoteFates(text, scanning);
  const lost = cutFirstLine(text, cutting, cap);
  const parts = [lost];
  let at = lost.used;
  let good = at;
  const takeGood = () => {
    if (at > good) parts.push(scanRows(text.slice(good, at), scanning, true));
  };
  while (at < text.length) {
    const { end, isBroken } = fates.of(at);
    const isOverlong = text.length - at > cap && end - at > cap;
    if (isOverlong || (final && end === Infinity && isBroken)) {
      takeGood();
      const line = cutFirstLine(text.slice(at), cutting, cap);
      parts.push(line);
      at += line.used;
      good = at;
    } else if (end === Infinity) break;
    else at = end;
  }
  takeGood();
  return joined(parts);
}
