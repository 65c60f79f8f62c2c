import type { Mapping } from '../mapping/model';
import type { TableSpec } from '../peak/model';
import { editOf, indexRepairs } from '../repair/index-repairs';
import type { Repair } from '../repair/model';
import { heldCode, type Outlet } from './cell-check';
import { CODE } from './codes';
import { repairOf, type CompiledColumn } from './compile-column';
import { Places, type CompiledTable, type FileFacts, type RowInput, type Value } from './compiled-table';
import { feedColumns } from './fed-columns';
import { asText, isDateCell, isNumberCell, withTexts } from './number-cell';
import { collectFaults } from './row-faults';
import { rowJson } from './row-json';
import { editedCells, isQuotedNothing } from './edited-cells';
import { compileRowShape, isBare } from './row-shape';
import { utf8Length } from './text-check';

/** Peak takes bodies under 1,000,000 bytes (§4.2); a row needs some room for what stands around it. */
const MOST_ROW_BYTES = 996_000;

/**
 * Compiles a table, its mapping and the repairs into one function over rows. The result keeps the last row's outcome
 * in place instead of returning objects: a million rows make no garbage. Not re-entrant.
 */
export function compileTable(
  table: TableSpec,
  mapping: Mapping,
  repairs: readonly Repair[],
  header: readonly string[],
  facts: FileFacts = {},
): CompiledTable {
  const index = indexRepairs(repairs);
  const { columns, positions, fixed, key } = feedColumns(table, mapping, index, facts);

  const values: Value[] = [...fixed];
  const { faults, fault, forgetFaults } = collectFaults();
  const empty = new Places(columns.length);
  const pointProofs = new Places(columns.length);
  const out: Outlet = { code: -1, provesPoint: false, isNumber: false, isTyped: false };
  let wasEdited = false;
  const shape = compileRowShape(columns, positions, header, facts);
  /** Columns that take something in every row, and what each of them takes. */
  const fed = columns.flatMap((column, at) => {
    const position = positions[at] ?? -1;
    return position >= 0 || column.makesValue ? [{ at, column, position }] : [];
  });

  function cell(
    at: number,
    column: CompiledColumn,
    raw: string,
    cells: readonly string[],
    input: RowInput,
    isEdited = false,
  ): Value {
    out.isNumber = !isEdited && isNumberCell(column, raw, positions[at] ?? -1, input);
    out.isTyped = isEdited;
    const repair = repairOf(column, out.isNumber, isEdited);
    const isShown = column.showsNumbers && !isEdited;
    const own = isShown ? asText(raw, positions[at] ?? -1, input) : raw;
    const text = repair === undefined ? own : repair(own, withTexts(cells, column.textsRead, input));
    const pointed = repair === undefined ? raw : (column.withoutComma?.(raw, cells) ?? raw);
    if (text !== '') {
      if (input.undecodable?.(text)) return fault(at, CODE['cell-undecodable'], raw, text);
      const held = heldCode(text);
      if (held >= 0) return fault(at, held, raw, text);
      out.code = -1;
      let value = column.check(text, out, pointed);
      if (isShown && out.code < 0 && text === raw && isDateCell(raw, positions[at] ?? -1, input))
        out.code = CODE['text-date-cell'];
      if (out.code >= 0) {
        // A key of blanks alone is none.
        if (column.isKey && out.code === CODE['text-padded'] && text.trim() === '') value = undefined;
        else fault(at, out.code, raw, text);
      }
      if (out.provesPoint) {
        out.provesPoint = false;
        pointProofs.add(at);
      }
      if (value !== undefined) return value;
    }
    empty.add(at);
    const isQuoted = raw === '' && isQuotedNothing(index, column, positions[at] ?? -1, input, isEdited);
    if (
      raw === '' &&
      !isQuoted &&
      !isEdited &&
      isBare(input.cells, positions[at] ?? -1, facts.hasNumbers === true)
    )
      faults.bare += 1;
    if (column.emptyAs === 'text' || (isQuoted && column.emptyAs === 'quoted-text')) {
      out.code = -1;
      const value = column.check('', out, raw);
      if (out.code >= 0) fault(at, out.code, raw, text);
      return value;
    }
    const isOpen = isQuoted && column.takesEmptyText && column.emptyAs === undefined;
    if (isOpen && (column.spec.nullable || !column.spec.required)) fault(at, CODE['text-empty-quoted'], '""');
    if (column.isKey) fault(at, CODE['key-empty'], raw, text);
    else if (column.spec.nullable) return null;
    else if (column.spec.required) fault(at, CODE['required-empty'], raw, text);
    // Neither null nor a value may stand here, but the key may be missing: then its default applies (§3.2).
    else return undefined;
    return null;
  }

  function forget() {
    forgetFaults();
    empty.count = 0;
    pointProofs.count = 0;
  }

  /** The row with the user's edits, and the text of one of its columns among them. */
  function own(at: number, { row, cells }: RowInput) {
    const edits = index.edits.size === 0 ? undefined : index.edits.get(row);
    const raw = editOf(edits, columns[at]?.spec.name, positions[at] ?? -1);
    const all = edits === undefined ? cells : editedCells(columns, positions, cells, edits);
    return { cells: all, isEdited: raw !== undefined, raw: raw ?? cells[positions[at] ?? -1] ?? '' };
  }

  function textOf(at: number, input: RowInput): string {
    const { cells, raw, isEdited } = own(at, input);
    const column = columns[at];
    const others = withTexts(cells, column?.textsRead ?? [], input);
    const isNumber = !isEdited && isNumberCell(column, raw, positions[at] ?? -1, input);
    const text = column?.showsNumbers === true && !isEdited ? asText(raw, positions[at] ?? -1, input) : raw;
    return (column && repairOf(column, isNumber, isEdited))?.(text, others) ?? text;
  }

  function checkColumn(at: number, input: RowInput): Value {
    forget();
    const column = columns[at];
    const { cells, raw, isEdited } = own(at, input);
    const isFed = (positions[at] ?? -1) >= 0 || isEdited || column?.makesValue === true;
    return column === undefined || !isFed ? fixed[at] : cell(at, column, raw, cells, input, isEdited);
  }

  /** All columns of a row without edits; gives the length of its values in characters. */
  function checkFed(cells: readonly string[], input: RowInput): number {
    if (wasEdited) for (let at = 0; at < columns.length; at++) values[at] = fixed[at];
    wasEdited = false;
    let size = 0;
    for (const { at, column, position } of fed) {
      const value = cell(at, column, cells[position] ?? '', cells, input);
      values[at] = value;
      size += value?.length ?? 4;
    }
    return size;
  }

  /** The same of a row with edits, which may also give a value to columns that nothing feeds. */
  function checkEdited(
    cells: readonly string[],
    edits: ReadonlyMap<string, string>,
    input: RowInput,
  ): number {
    wasEdited = true;
    const all = editedCells(columns, positions, cells, edits);
    let size = 0;
    for (const [at, column] of columns.entries()) {
      const position = positions[at] ?? -1;
      const edit = editOf(edits, column.spec.name, position);
      if (position < 0 && edit === undefined && !column.makesValue) values[at] = fixed[at];
      else values[at] = cell(at, column, edit ?? cells[position] ?? '', all, input, edit !== undefined);
      size += values[at]?.length ?? 4;
    }
    return size;
  }

  function check(input: RowInput) {
    const { cells, row } = input;
    forget();
    const edits = index.edits.size === 0 ? undefined : index.edits.get(row);
    if (shape.isOdd(input)) shape.tell(input, edits, fault);
    const size = edits === undefined ? checkFed(cells, input) : checkEdited(cells, edits, input);
    if (size > MOST_ROW_BYTES / 6 && utf8Length(rowJson(columns, values)) > MOST_ROW_BYTES) {
      fault(-1, CODE['row-too-large'], '');
    }
  }

  const outcome = { values, faults, empty, pointProofs };
  const ground = { columns, key, repairs: index, header, clocks: facts.clocks ?? [], positions, fixed };
  return { ...ground, ...outcome, check, checkColumn, textOf, passBy: shape.passBy };
}
