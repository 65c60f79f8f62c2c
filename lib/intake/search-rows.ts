import { editOf } from '../repair/index-repairs';
import { RowSet } from '../validation/growing';
import { placeOf, type CheckedFile } from './check-file';
import { eachRow, type PassProgress } from './each-row';

/** What is searched: text in any column or in one, by its position in the file. */
export interface Sought {
  readonly text: string;
  readonly position: number | null;
}

/** Places of the rows that hold the text somewhere, whatever its case; the user's own edits count as cells. */
export async function searchRows(
  file: CheckedFile,
  { text, position }: Sought,
  signal: AbortSignal,
  onProgress: (progress: PassProgress & { readonly found: number }) => void,
): Promise<RowSet> {
  const found = new RowSet();
  const wanted = text.toLowerCase();
  const { edits } = file.table.repairs;
  const column = file.table.columns[file.table.positions.indexOf(position ?? -1)]?.spec.name;
  const holds = (cell: string | undefined) => cell?.toLowerCase().includes(wanted) === true;
  await eachRow(
    file,
    signal,
    ({ row, cells }) => {
      const own = edits.get(row);
      const here =
        position === null
          ? cells.some(holds) || (own !== undefined && [...own.values()].some(holds))
          : holds(editOf(own, column, position) ?? cells[position]);
      if (here) found.add(placeOf(row, file.head));
    },
    (progress) => onProgress({ ...progress, found: found.size }),
  );
  return found;
}
