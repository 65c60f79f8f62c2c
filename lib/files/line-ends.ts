import type { Dialect } from './model';

type Newline = Dialect['newline'];

/** The line end that nearly all lines of some bytes have, quoted ones included; undefined where none does. */
export function mainLineEnd(bytes: Uint8Array): Newline | undefined {
  let crlf = 0;
  let lf = 0;
  let cr = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 10) lf += 1;
    else if (bytes[at] === 13 && bytes[at + 1] === 10) {
      crlf += 1;
      at += 1;
    } else if (bytes[at] === 13) cr += 1;
  }
  const most = (crlf + lf + cr) * 0.9;
  if (most === 0) return undefined;
  return crlf >= most ? '\r\n' : lf >= most ? '\n' : cr >= most ? '\r' : undefined;
}

/** Line ends that stand outside quotes, the most frequent first; empty for a text of one line. */
export function lineEndsOf(text: string): { readonly newline: Newline; readonly count: number }[] {
  const unitAt = (at: number) => text.charCodeAt(at);
  const count = { crlf: 0, lf: 0, cr: 0 };
  const hidden = { crlf: 0, lf: 0, cr: 0 };
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const unit = unitAt(at);
    if (unit === 34) quoted = !quoted;
    const kind = unit === 10 ? 'lf' : unit !== 13 ? undefined : unitAt(at + 1) === 10 ? 'crlf' : 'cr';
    if (kind === undefined) continue;
    if (kind === 'crlf') at += 1;
    (quoted ? hidden : count)[kind] += 1;
  }
  // An odd quote early on would hide every line end after it; then those are counted instead.
  const { crlf, lf, cr } = count.crlf + count.lf + count.cr === 0 ? hidden : count;
  const all = [
    { newline: '\r\n' as const, count: crlf },
    { newline: '\n' as const, count: lf },
    { newline: '\r' as const, count: cr },
  ];
  return all.filter((kind) => kind.count > 0).sort((a, b) => b.count - a.count);
}

/**
 * Three lines or more of equally many cells are rows that only end in another way than the others; a cell with line
 * breaks of its own leaves lines of a single cell. Fewer lines prove nothing: then none are given.
 */
export function linesOfOneWidth(raw: string, delimiter: string): string[][] {
  const lines = raw.split(/\r\n|\r|\n/).map((line) => line.split(delimiter));
  const width = lines[0]?.length ?? 0;
  return lines.length > 2 && width > 1 && lines.every((cells) => cells.length === width) ? lines : [];
}

/** Whether every line of a row that quotes hold together has as many cells by itself as the whole row. */
export const isRowsInOne = (raw: string, delimiter: string, width: number): boolean =>
  raw.split(/\r\n|\r|\n/).every((line) => line.split(delimiter).length === width);
