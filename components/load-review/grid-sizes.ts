/** Pixels. Rows of one height, so that any place is found by multiplication. */
export const ROW_PX = 32;
export const HEAD_PX = 64;
/** JetBrains Mono at 12 px: six tenths of it a letter. */
const LETTER_PX = 7.2;
/** Padding, border, and the mark of a finding. */
const AROUND_PX = 34;
const LEAST_PX = 112;
/** Some forty letters; a longer text is read below the grid, with the cursor on it. */
const MOST_PX = 320;

/** As wide as texts of so many letters need, within reason. */
export const columnWidth = (letters: number): number =>
  Math.min(Math.max(Math.ceil(letters * LETTER_PX) + AROUND_PX, LEAST_PX), MOST_PX);
/** Row number; stays when the grid is moved sideways. */
export const LEFT_PX = 80;
export const STATE_PX = 104;
export const VIEW_PX = 560;

/** Given to rows as well as to their box, or each would be measured by the texts of its cells. */
export const gridWidth = (columns: readonly { readonly width: number }[]): number =>
  columns.reduce((sum, { width }) => sum + width, LEFT_PX + STATE_PX);

/**
 * Rows laid out at a time. Browsers cut off what is taller than some 17.9 million pixels (Firefox) or 33.5 million
 * (Chromium); 500,000 rows of 32 are 16 million. Longer lists are shown in sheets of this many rows.
 */
export const SHEET_ROWS = 500_000;
