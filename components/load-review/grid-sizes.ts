/** Pixels. Rows of one height, so that any place is found by multiplication. */
export const ROW_PX = 32;
export const HEAD_PX = 64;
export const COLUMN_PX = 184;
/** Row number; stays when the grid is moved sideways. */
export const LEFT_PX = 80;
export const STATE_PX = 104;
export const VIEW_PX = 560;

/** Given to rows as well as to their box, or each would be measured by the texts of its cells. */
export const gridWidth = (columns: number): number => LEFT_PX + STATE_PX + columns * COLUMN_PX;

/**
 * Rows laid out at a time. Browsers cut off what is taller than some 17.9 million pixels (Firefox) or 33.5 million
 * (Chromium); 500,000 rows of 32 are 16 million. Longer lists are shown in sheets of this many rows.
 */
export const SHEET_ROWS = 500_000;
