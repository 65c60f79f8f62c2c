import { attemptLosses } from '@/components/load-frame/attempt-losses';
import { carryRules } from '@/components/load-frame/carry-rules';
import { isBeginOf, placesByHeading } from '@/components/load-frame/same-heading';
import { withKept, type Columns } from '@/components/load-file/carry-mapping';
import type { CallGive, CallTake } from '@/lib/intake/protocol';
import type { FileHead } from '@/lib/files/model';
import type { ColumnSource, Mapping } from '@/lib/mapping/model';
import { suggestMapping } from '@/lib/mapping/suggest';
import type { TableSpec } from '@/lib/peak/model';
import { editsIn, type CellEdit, type Repair } from '@/lib/repair/model';
import type { Load } from '@/lib/workspace/model';

/** Which file column each column of the table takes its cells from. */
export const columnPlaces = ({ mapping }: Load): CallTake<'exportFailed'>['places'] =>
  mapping.flatMap(({ column, source }) =>
    source.kind === 'file' ? [{ column, position: source.position }] : [],
  );

/** Cells repaired by hand, by their place in the file; an edit of a column that has no file column has no place. */
export function editedCells(load: Load): CallTake<'failedFile'>['edits'] {
  const places = new Map(columnPlaces(load).map(({ column, position }) => [column, position]));
  return load.repairs.flatMap(editsIn).flatMap(({ row, column, position: own, text }) => {
    const position = own ?? places.get(column);
    return position === undefined ? [] : [{ row, position, text }];
  });
}

/**
 * What of a failed load is in no file of its rows: cells of columns that no file column feeds, the last text of each, and
 * in which file columns an empty cell may have been a text.
 */
export function leftByFiles({
  repairs,
  mapping,
}: Load): Pick<CallTake<'matchRepaired'>, 'written' | 'quoted'> {
  const fed = new Map(
    mapping.flatMap(({ column, source }) => (source.kind === 'file' ? [[column, source.position]] : [])),
  );
  const written = new Map<string, CallTake<'matchRepaired'>['written'][number]>();
  for (const { row, column, position, text } of repairs.flatMap(editsIn))
    if (position === undefined && !fed.has(column)) written.set(`${row}:${column}`, { row, column, text });
  const emptyAs = new Map<string, string>();
  for (const repair of repairs)
    if (repair.kind === 'column' && repair.rule.rule === 'empty-as')
      emptyAs.set(repair.column, repair.rule.as);
  const quoted = [...emptyAs].flatMap(([column, as]) =>
    as === 'quoted-text' ? (fed.get(column) ?? []) : [],
  );
  return { written: [...written.values()], quoted };
}

/**
 * The failed load's columns for the file of its repaired rows: by heading, whoever matched them, and what took nothing
 * takes nothing again. A column whose heading does not stand there exactly once is left open for a person
 * (`attemptLosses`): never is another file column taken in its place, nor null sent for it.
 */
export function attemptMapping(table: TableSpec, failed: Load, now: Columns): Mapping {
  const header = failed.source?.header ?? [];
  if (isBeginOf(header, now.header)) return failed.mapping;
  const placeOf = placesByHeading(header, now.header);
  const kept = failed.mapping.map(({ column, source }): [string, ColumnSource] => {
    if (source.kind !== 'file') return [column, source];
    const position = placeOf(source.position);
    return [column, position === undefined ? { kind: 'omit' } : { ...source, position }];
  });
  return withKept(table, suggestMapping(table, now.header, now.rows), new Map(kept));
}

/** Where an attempt opens: at its columns while one of the failed load's has no heading in the file that came back. */
export const attemptStage = (failed: Load, attempt: Parameters<typeof attemptLosses>[1]) =>
  attemptLosses(failed, attempt).columns.length > 0 ? 'columns' : 'review';

/**
 * A text file no longer tells which cells of a workbook were numbers: under a decimal comma a lone `1.234` is asked about
 * again, for as a number it was never read by that rule.
 */
function carried(repair: Repair, isTextOfWorkbook: boolean): Repair {
  if (!isTextOfWorkbook || repair.kind !== 'column' || repair.rule.rule !== 'decimal-comma') return repair;
  return { ...repair, rule: { rule: 'decimal-comma' } };
}

/**
 * Rules of columns go along; edits of cells are in the file already, but where no file column feeds their column: those go
 * to their rows, unless the attempt's file feeds it. Empty cells that were texts are texts again. Rows that must not be
 * sent are skipped.
 */
export function attemptRepairs(
  failed: Load,
  match: CallGive<'matchRepaired'>,
  now: Pick<FileHead, 'dialect' | 'header'> & { readonly mapping: Mapping },
  newId: () => string,
): Repair[] {
  const isTextOfWorkbook =
    failed.source?.dialect.workbook !== undefined && now.dialect.workbook === undefined;
  const fed = new Set(now.mapping.flatMap(({ column, source }) => (source.kind === 'file' ? [column] : [])));
  const together = [
    ...match.emptyTexts.map(({ row, position }): CellEdit => ({
      row,
      column: now.header[position] ?? '',
      position,
      text: '',
      quoted: true,
    })),
    ...match.written.filter(({ column }) => !fed.has(column)),
  ];
  return [
    ...carryRules(failed.repairs, failed.source?.header ?? [], now.header).map((repair) =>
      carried(repair, isTextOfWorkbook),
    ),
    ...match.skip.map(({ row }): Repair => ({ id: newId(), kind: 'skip', row })),
    // By place: a rule may read a cell that no column takes, and a column chosen later takes it restored as well.
    ...match.restored.map(({ row, position, text }): Repair => ({
      id: newId(),
      kind: 'cell',
      row,
      column: now.header[position] ?? '',
      position,
      text,
    })),
    ...(together.length === 0
      ? []
      : [
          {
            id: newId(),
            kind: 'cells' as const,
            from: failed.source?.name ?? failed.table,
            edits: together,
          },
        ]),
  ];
}
