import type { Plan } from '../submission/model';
import { columnsByName } from './columns-by-name';
import { IntakeError, trouble } from './errors';
import { withoutGuard } from './formula-guard';
import type { FileCells, PreparedRow } from './prepared';
import type { CallGive, CallTake } from './protocol';
import { openRows } from './sending-joined';
import type { SendingPorts } from './sending-ports';
import { placeOfNumbers, sourceRow } from './source-row';

const PAGE = 2_000;
/** Row numbers told in a message; more would not be read. */
const TOLD = 10;

type Cell = readonly [row: number, position: number];

/** Whether an empty cell that came back bare stood between quotes in the file of the load. */
async function lostTexts(
  repaired: FileCells,
  rows: readonly number[],
  original: FileCells,
  meant: readonly number[],
): Promise<(cell: Cell, was: Cell) => boolean> {
  const [before, now] = [await original.emptyTexts?.(meant), await repaired.emptyTexts?.(rows)];
  return ([row, position], [at, place]) =>
    before?.get(at)?.includes(place) === true && now?.get(row)?.includes(position) !== true;
}

/**
 * Holds a repaired file against the rows it claims to repair. Rows that are not failed rows of that load (any more) or
 * come twice are named to be skipped; cells that were guarded for a spreadsheet are named with their own text. What no
 * file of theirs holds comes along by the row: cells of columns without a file column, and which empty cells are texts.
 * Rejects with IntakeError no-row-numbers when the file has no column of row numbers.
 */
export async function matchRepaired(
  ports: SendingPorts,
  { loadId, of, edits, quoted, written }: CallTake<'matchRepaired'>,
): Promise<CallGive<'matchRepaired'>> {
  const open = await openRows(ports.journal, of, loadId);
  const [repaired, original] = [await ports.source(loadId), await ports.source(of)];
  const numbers = placeOfNumbers(repaired.header);
  if (numbers < 0) throw trouble('no-row-numbers');
  const places = columnsByName(original.header, repaired.header, numbers);
  const edited = new Map(edits.map(({ row, position, text }) => [`${row}:${position}`, text]));
  const seen = new Set<number>();
  const give: CallGive<'matchRepaired'> = { rows: 0, skip: [], restored: [], emptyTexts: [], written: [] };
  const byRow = new Map<number, typeof written>();
  for (const cell of written) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  // A row of a workbook may end at its last value; one of a text has lost cells.
  const beyond = repaired.numbers === undefined ? undefined : '';
  // Data rows follow the header; where it stands only the file knows, so its own number is looked for as well.
  for (let from = 1; ; from += PAGE) {
    const asked = Array.from({ length: PAGE }, (_, at) => from + at);
    const cells = await repaired.cells(asked);
    if (cells.size === 0) return give;
    const source = new Map([...cells].map(([row, own]) => [row, sourceRow(own[numbers], open)]));
    const meant = [...source.values()].filter((row) => row !== undefined);
    const before = await original.cells(meant);
    const wasText =
      quoted.length > 0 ? await lostTexts(repaired, [...cells.keys()], original, meant) : undefined;
    for (const [row, own] of cells) {
      if (placeOfNumbers(own) === numbers || own.every((cell) => cell === '')) continue;
      const at = source.get(row);
      const reason =
        at === undefined ? 'no-number' : seen.has(at) ? 'twice' : open.has(at) ? undefined : 'not-failed';
      if (reason !== undefined || at === undefined) {
        give.skip.push({ row, reason: reason ?? 'no-number' });
        continue;
      }
      seen.add(at);
      give.rows += 1;
      for (const { column, text } of byRow.get(at) ?? []) give.written.push({ row, column, text });
      for (const [place, position] of places.entries()) {
        const cell = position === undefined ? undefined : (own[position] ?? beyond);
        if (position === undefined || cell === undefined) continue;
        const edit = edited.get(`${at}:${place}`);
        const text = withoutGuard(cell, edit ?? before.get(at)?.[place] ?? '');
        if (text !== cell) give.restored.push({ row, position, text });
        else if (cell === '' && edit === undefined && quoted.includes(place)) {
          if (wasText?.([row, position], [at, place])) give.emptyTexts.push({ row, position });
        }
      }
    }
  }
}

/** Passes blocks on and keeps the numbers of the rows that will be sent. */
export async function* notingReady(
  blocks: AsyncIterable<readonly PreparedRow[]>,
  ready: number[],
): AsyncGenerator<readonly PreparedRow[]> {
  for await (const block of blocks) {
    for (const { row, json } of block) if (json !== null) ready.push(row);
    yield block;
  }
}

/**
 * For every planned row of an attempt the failed row it stands for. Rejects with IntakeError rows-not-failed when one
 * stands for no failed row, or two for the same: sending it could put a row into the warehouse twice.
 */
export async function followUpOf(
  ports: SendingPorts,
  loadId: string,
  of: string,
  ready: readonly number[],
): Promise<NonNullable<Plan['followUp']>> {
  const failed = await openRows(ports.journal, of, loadId);
  const open = new Map(failed);
  const source = await ports.source(loadId);
  const numbers = placeOfNumbers(source.header);
  if (numbers < 0) throw trouble('no-row-numbers');
  const rows: [number, number][] = [];
  const strangers: number[] = [];
  for (let from = 0; from < ready.length; from += PAGE) {
    const page = ready.slice(from, from + PAGE);
    const cells = await source.cells(page);
    for (const row of page) {
      const at = sourceRow(cells.get(row)?.[numbers], failed);
      if (at !== undefined && open.delete(at)) rows.push([row, at]);
      else strangers.push(row);
    }
  }
  if (strangers.length === 0) return { of, rows };
  const more = strangers.length > TOLD ? ` and ${strangers.length - TOLD} more` : '';
  const detail = `rows ${strangers.slice(0, TOLD).join(', ')}${more}`;
  throw new IntakeError({ kind: 'trouble', code: 'rows-not-failed', detail });
}
