/**
 * The name a row travels under in a file that may come back: its number and a short hash of its own cells, so that a
 * row of another file (or of this one after a change at its source) is not taken for it. FNV-1a, 32 bits.
 */
export function rowId(row: number, cells: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const cell of cells) {
    for (let at = 0; at <= cell.length; at++) {
      const unit = at === cell.length ? 0x1f : cell.charCodeAt(at);
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
  }
  return `r${row}-${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

/** The row number inside an id; undefined when the text is none. */
export function rowOfId(id: string): number | undefined {
  const parts = /^r(\d{1,15})-[0-9a-f]{8}$/.exec(id.trim());
  return parts === null ? undefined : Number(parts[1]);
}

/** Heading of the last column of such a file. */
export const ROW_ID = 'onramp_row';
