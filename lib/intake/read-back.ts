import { readRows } from '../files/read-rows';
import { editOf, placesRead } from '../repair/index-repairs';
import type { CellEdit } from '../repair/model';
import { backText } from './back-text';
import type { CheckedFile } from './check-file';
import { columnsByName } from './columns-by-name';
import { withoutGuard } from './formula-guard';
import type { CallGive } from './protocol';
import { isBlank, readRowsAt } from './row-index';
import { ROW_ID, rowId, rowOfId } from './row-id';

/** Rows compared at a time; their cells are fetched together. */
const AT_ONCE = 1000;
const NAMED = 10;

type Back = CallGive<'readBack'>;

/**
 * What a file of rows that were repaired elsewhere would change here: edits for the cells that differ, and everything
 * in it that fits no row. Nothing is changed. A file whose columns are not those it left with gives no edits at all.
 * Throws `refusal` for a file that cannot be read.
 */
export async function readBack(file: CheckedFile, blob: Blob, signal: AbortSignal): Promise<Back> {
  const { source, head } = await backText(blob, signal);
  const { header, dialect } = head;
  const own = file.head.header;
  const idAt = header.lastIndexOf(ROW_ID);
  const places = columnsByName(own, header, idAt);
  const back: Back = {
    rows: 0,
    missing: [...own.filter((_, at) => places[at] === undefined), ...(idAt < 0 ? [ROW_ID] : [])],
    edits: [],
    samples: [],
    unknown: { count: 0, ids: [] },
    doubled: { count: 0, ids: [] },
    ragged: { count: 0, ids: [] },
    notSent: 0,
  };
  if (back.missing.length > 0) return back;
  const seen = new Map<number, { id: string; edits: CellEdit[]; before: string[]; notSent: number }>();
  const doubled = new Set<number>();
  const say = (what: Back['unknown'], id: string) => {
    what.count += 1;
    if (what.ids.length < NAMED) what.ids.push(id);
  };
  const targets = own.map(
    (_, position) => file.table.columns[file.table.positions.indexOf(position)]?.spec.name,
  );
  // No table column takes such a cell, but what a rule makes of it is sent.
  const read = placesRead(file.table.repairs);

  async function compare(rows: readonly (readonly string[])[]) {
    const numbers = rows.flatMap((cells) => rowOfId(cells[idAt] ?? '') ?? []);
    const inputs = await readRowsAt(file, numbers);
    for (const cells of rows) {
      const id = (cells[idAt] ?? '').trim();
      const row = rowOfId(id) ?? -1;
      const input = inputs.get(row);
      if (input === undefined || row <= file.head.dialect.headerRow || rowId(row, input.cells) !== id) {
        say(back.unknown, id === '' ? '(empty)' : id);
      } else if (seen.has(row)) {
        say(back.doubled, id);
        doubled.add(row);
      } else {
        const change = { id, edits: [] as CellEdit[], before: [] as string[], notSent: 0 };
        const edits = file.table.repairs.edits.get(row);
        own.forEach((heading, position) => {
          const column = targets[position];
          const here = editOf(edits, column, position) ?? input.cells[position] ?? '';
          const text = withoutGuard(cells[places[position] ?? -1] ?? '', here);
          if (text === here) return;
          if (column === undefined && !read.has(position)) {
            change.notSent += 1;
            return;
          }
          change.edits.push(
            column === undefined ? { row, column: heading, position, text } : { row, column, text },
          );
          change.before.push(here);
        });
        seen.set(row, change);
      }
    }
  }

  let waiting: (readonly string[])[] = [];
  for await (const block of readRows(source, dialect, { signal })) {
    for (const [at, cells] of block.rows.entries()) {
      if (block.firstRow + at <= dialect.headerRow || isBlank(cells)) continue;
      back.rows += 1;
      // A row of a workbook may end at its last value.
      const isShort = dialect.workbook !== undefined && cells.length < header.length;
      if (cells.length === header.length || isShort) waiting.push(cells);
      else say(back.ragged, (cells[idAt] ?? '').trim() || `row ${block.firstRow + at}`);
    }
    while (waiting.length >= AT_ONCE) {
      await compare(waiting.slice(0, AT_ONCE));
      waiting = waiting.slice(AT_ONCE);
    }
  }
  await compare(waiting);
  for (const [row, change] of seen) {
    // Which of two rows of one id is meant, nobody can know: neither changes anything.
    if (doubled.has(row)) continue;
    back.notSent += change.notSent;
    change.edits.forEach((edit, at) => {
      back.edits.push(edit);
      if (back.samples.length < NAMED)
        back.samples.push({
          ...edit,
          before: (change.before[at] ?? '').slice(0, 200),
          text: edit.text.slice(0, 200),
        });
    });
  }
  return back;
}
