import type { Dialect } from './model';

/** Lines looked at: enough to see how a file is written. */
const LINES = 2000;
const SHOWN = 40;
/** What MySQL and PostgreSQL write for nothing where they quote nothing. */
const NOTHING = '\\N';

/** How a cell of a line that was cut at tabs alone stands to quotes. */
type Kind = 'plain' | 'wrapped' | 'quoting' | 'literal' | 'open' | 'neither';

function kindOf(cell: string): Kind {
  if (!cell.includes('"')) return /\p{L}/u.test(cell) && cell !== NOTHING ? 'plain' : 'neither';
  if (cell.charAt(0) !== '"') return 'literal';
  const isClosed = cell.length > 1 && cell.endsWith('"');
  const inner = isClosed ? cell.slice(1, -1) : cell.slice(1);
  if (inner.replaceAll('""', '').includes('"')) return 'literal';
  if (!isClosed) return 'open';
  if (inner === '') return 'neither';
  return inner.includes('""') ? 'quoting' : 'wrapped';
}

/**
 * A cell whose quotes are taken off although the file seems to quote nothing: tab-separated, as databases dump it, with
 * quotes inside cells that no one doubled or `\N` for nothing, most texts bare, and no cell that needs its quotes (for a
 * tab, a line end, a quote). Undefined where nothing shows that.
 */
export function literalQuotes(
  text: string,
  { delimiter, quote, escape, workbook }: Dialect,
): { line: number; cell: string } | undefined {
  if (delimiter !== '\t' || (quote ?? '"') !== '"' || escape === 'backslash' || workbook !== undefined)
    return undefined;
  if (!text.includes('"')) return undefined;
  const counts = { plain: 0, wrapped: 0, quoting: 0, literal: 0, open: 0, neither: 0 };
  let nothing = 0;
  let first: { line: number; cell: string } | undefined;
  for (const [at, line] of text.split(/\r\n|\n|\r/, LINES).entries())
    for (const cell of line.split('\t')) {
      const kind = kindOf(cell);
      // The names of columns show nothing of how values are written.
      if (kind === 'plain' && at === 0) continue;
      counts[kind] += 1;
      if (cell === NOTHING) nothing += 1;
      const isTaken =
        kind === 'wrapped' || (kind === 'literal' && cell.startsWith('"') && cell.endsWith('"'));
      if (isTaken) first ??= { line: at + 1, cell: cell.slice(0, SHOWN) };
    }
  const isDump = counts.literal + nothing > 0 && counts.quoting + counts.open === 0;
  return isDump && counts.plain >= counts.wrapped ? first : undefined;
}
