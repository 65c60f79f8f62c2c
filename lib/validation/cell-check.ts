import { FORMULA_WITHOUT_VALUE, MARKED_PARTS } from '../files/model';
import { CODE } from './codes';

/** Where a checker puts the code of what it found (see CODE); -1 for nothing. One finding a cell, errors first. */
export interface Outlet {
  code: number;
  /** Set by a number that can only be read with a decimal point (`2.50`, not `1.234`). */
  provesPoint: boolean;
  /** Told to the checker: the cell is a number by its file, so its point is decimal and proves nothing of texts. */
  isNumber: boolean;
  /** Told to the checker: the user wrote the cell. */
  isTyped: boolean;
}

/**
 * Checks one filled cell. Gives the value in the form it is sent (number tokens as text, strings unescaped), null
 * after an error, undefined when the text counts as empty. No exceptions, no allocation on the good path. `raw` is the
 * text before the user's rules; where one of them reads decimal commas, it is the text after all but that one.
 */
export type CellCheck = (text: string, out: Outlet, raw: string) => string | null | undefined;

/** Sets the code and gives null: the one way an error leaves a checker. */
export function fail(out: Outlet, code: number): null {
  out.code = code;
  return null;
}

/** What the reader of workbooks writes for a formula that holds no value. */
const UNCALCULATED = `${FORMULA_WITHOUT_VALUE} =`;

const MARKED = `${MARKED_PARTS} `;

/** The code of what the reader of workbooks holds in any column, whatever its type; -1 for nothing. */
export function heldCode(text: string): number {
  if (text.charCodeAt(0) !== 35) return -1;
  if (text.startsWith(UNCALCULATED)) return CODE['cell-formula-uncalculated'];
  return text.startsWith(MARKED) ? CODE['cell-parts-marked'] : -1;
}
