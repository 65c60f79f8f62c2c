import { cutter } from './cut';
import type { Dialect } from './model';

const CANDIDATES = [',', ';', '\t', '|'] as const;
/** Records looked at: enough to see a pattern, little enough to try every candidate. */
const RECORDS = 200;

/** The line end that stands most often outside quotes; `\n` for a text of one line. */
export function findNewline(text: string): Dialect['newline'] {
  let crlf = 0;
  let lf = 0;
  let cr = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34) quoted = !quoted;
    else if (quoted) continue;
    else if (unit === 10) lf += 1;
    else if (unit === 13) {
      if (text.charCodeAt(at + 1) === 10) {
        crlf += 1;
        at += 1;
      } else cr += 1;
    }
  }
  // An odd quote early on would hide every line end after it; then all of them are counted instead.
  if (crlf + lf + cr === 0 && /[\r\n]/.test(text)) return findNewline(text.replaceAll('"', ''));
  if (crlf >= lf && crlf >= cr && crlf > 0) return '\r\n';
  return cr > lf ? '\r' : '\n';
}

/**
 * The separator under which most rows have as many cells as the header, more cells deciding between equals.
 * None that separates anything: the file has one column.
 */
export function findDelimiter(
  text: string,
  newline: Dialect['newline'],
  whole: boolean,
): Pick<Dialect, 'delimiter'> & { decidedBy: 'consistent' | 'only-column' } {
  let best = { delimiter: ',', share: 0, cells: 1 };
  for (const delimiter of CANDIDATES) {
    const rows = cutter({ delimiter, newline })(text, whole).rows.slice(0, RECORDS);
    const filled = rows.filter((row) => row.some((cell) => cell !== ''));
    const cells = filled[0]?.length ?? 1;
    if (cells < 2) continue;
    const alike = filled.filter((row) => row.length === cells).length;
    const share = alike / filled.length;
    if (share > best.share || (share === best.share && cells > best.cells))
      best = { delimiter, share, cells };
  }
  return best.cells > 1
    ? { delimiter: best.delimiter, decidedBy: 'consistent' }
    : { delimiter: ',', decidedBy: 'only-column' };
}
