import type { CompiledColumn } from './compile-column';
import type { RowInput } from './compiled-table';

/** As workbooks write them: no blanks, no groups. */
const NUMBER = /^[+-]?\d*\.\d*(?:e[+-]?\d+)?$/i;

/**
 * Whether a cell of a workbook is a number and not a text that looks like one. Numbers with a point alone are told from
 * texts: of any other nobody asks which sign is decimal.
 */
export const isNumber = (
  raw: string,
  position: number,
  { quotedTexts }: Pick<RowInput, 'quotedTexts'>,
): boolean => quotedTexts?.includes(position) !== true && NUMBER.test(raw);

/** The same of a cell that feeds a column; false where its file or its rules know no numbers. */
export const isNumberCell = (
  column: CompiledColumn | undefined,
  raw: string,
  position: number,
  input: RowInput,
): boolean => column?.hasNumbers === true && isNumber(raw, position, input);
