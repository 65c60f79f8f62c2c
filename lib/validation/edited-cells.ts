import { isQuotedEdit, placeOfKey, type RepairIndex } from '../repair/index-repairs';
import type { CompiledColumn } from './compile-column';
import type { RowInput } from './compiled-table';

/** The row as if the file had held the user's edits: rules that look at other columns see them too. */
export function editedCells(
  columns: readonly CompiledColumn[],
  positions: readonly number[],
  cells: readonly string[],
  edits: ReadonlyMap<string, string>,
): readonly string[] {
  const own = [...cells];
  for (const [key, text] of edits) {
    const position = placeOfKey(key) ?? positions[columns.findIndex(({ spec }) => spec.name === key)] ?? -1;
    while (own.length <= position) own.push('');
    if (position >= 0) own[position] = text;
  }
  return own;
}

/** Whether an empty cell is quotes around nothing: as the file has it, or as the edit says that took its place. */
export const isQuotedNothing = (
  repairs: RepairIndex,
  { spec }: CompiledColumn,
  position: number,
  { row, quotedTexts }: RowInput,
  isEdited: boolean,
): boolean =>
  isEdited ? isQuotedEdit(repairs, row, spec.name, position) : quotedTexts?.includes(position) === true;
