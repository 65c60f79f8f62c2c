import { CODE, codeAt, severityOf } from '../validation/codes';
import { valueToken } from '../validation/row-json';
import { effectivePolicy } from '../validation/judge';
import { RowSet } from '../validation/growing';
import { CONFLICTING, IDENTICAL, REPEATED, STATE, STATE_BITS, stateOf } from '../validation/ledger';
import type { FindingCode } from '../validation/model';
import { isTold } from '../validation/told';
import { placeOf, rowAt, type CheckedFile } from './check-file';
import { compileRules } from './compile-rules';
import { copiesOf } from './copies';
import type { RowFilter, RowsWindow, WindowRow } from './protocol';
import { isBlank, readRowsAt } from './row-index';

const DUPLICATE_MARK: Partial<Record<FindingCode, number>> = {
  'key-duplicate-identical': IDENTICAL,
  'key-duplicate-conflicting': CONFLICTING,
};

/** Places of the rows that pass, and how many do in all. Looks at one byte or bit a row, never at the file. */
function pageOf(file: CheckedFile, filter: RowFilter, from: number, count: number, found: RowSet) {
  const { ledger, table, head } = file;
  switch (filter.kind) {
    case 'all': {
      const length = Math.max(0, Math.min(count, ledger.length - from));
      return { places: Array.from({ length }, (_, at) => from + at), total: ledger.length };
    }
    case 'state': {
      const wanted = STATE[filter.state];
      return ledger.flags.page((flags) => (flags & STATE_BITS) === wanted, from, count);
    }
    case 'finding': {
      const mark = DUPLICATE_MARK[filter.code];
      if (mark !== undefined) return ledger.flags.page((flags) => (flags & mark) !== 0, from, count);
      const column = table.columns.findIndex(({ spec }) => spec.name === filter.column);
      const group = ledger.findings.group(column, CODE[filter.code]);
      return { places: group?.rows.page(from, count) ?? [], total: group?.rows.size ?? 0 };
    }
    case 'column': {
      const column = table.columns.findIndex(({ spec }) => spec.name === filter.column);
      const rows = RowSet.union(
        ledger.findings
          .all()
          .filter((group) => group.column === column && isTold(ledger, group))
          .map((group) => group.rows),
      );
      return { places: rows.page(from, count), total: rows.size };
    }
    case 'repeated':
      return ledger.flags.page((flags) => (flags & REPEATED) !== 0, from, count);
    case 'copies': {
      const at = placeOf(filter.row, head);
      const places = copiesOf(ledger, [at]).get(at) ?? [];
      return { places: places.slice(from, from + count), total: places.length };
    }
    case 'found':
      return { places: found.page(from, count), total: found.size };
    case 'edited': {
      const rows = [...table.repairs.edits.keys()].sort((a, b) => a - b);
      const places = rows.map((row) => placeOf(row, head)).filter((at) => at >= 0 && at < ledger.length);
      return { places: places.slice(from, from + count), total: places.length };
    }
  }
}

/** Findings of one row, those of duplicates included. */
export function findingsAt(file: CheckedFile, place: number): WindowRow['findings'] {
  const { ledger, table, rules } = file;
  const holds = effectivePolicy(rules) === 'hold-all';
  const flags = ledger.flags.get(place);
  const duplicates = Object.entries(DUPLICATE_MARK)
    .filter(([, mark]) => (flags & mark) !== 0)
    .map(([code]) => code as FindingCode);
  return [
    ...ledger.findings
      .of(place)
      .filter((group) => isTold(ledger, group))
      .map((group) => {
        const code = codeAt(group.code);
        return { code, severity: severityOf(code), column: table.columns[group.column]?.spec.name ?? null };
      }),
    ...duplicates.map((code) => ({ code, severity: severityOf(code, holds), column: null })),
  ];
}

/** Copies of a row that are named with it. */
const NAMED_COPIES = 20;

function copiesShown(
  { head }: CheckedFile,
  places: readonly number[] | undefined,
): Pick<WindowRow, 'copies'> {
  if (places === undefined) return {};
  const rows = places.slice(0, NAMED_COPIES).map((at) => rowAt(at, head));
  return { copies: { rows, total: places.length } };
}

/** A window into the rows: the user's own cells, what would be sent of them, and what was found. */
export async function windowOf(
  file: CheckedFile,
  filter: RowFilter,
  from: number,
  count: number,
  found = new RowSet(),
): Promise<RowsWindow> {
  const { places, total } = pageOf(file, filter, from, count, found);
  const inputs = await readRowsAt(
    file,
    places.map((place) => rowAt(place, file.head)),
  );
  const table = compileRules(file.rules, file);
  const copies = copiesOf(file.ledger, places);
  const rows = places.flatMap((place): WindowRow[] => {
    const input = inputs.get(rowAt(place, file.head));
    if (input === undefined) return [];
    const blank = isBlank(input.cells);
    if (!blank) table.check(input);
    const findings = findingsAt(file, place);
    const tokens = table.columns.map((column, at) => {
      // An error leaves null behind as well; only a null that is sent has a token.
      const failed = findings.some(
        (found) => found.severity === 'error' && found.column === column.spec.name,
      );
      return blank || failed ? null : (valueToken(column, table.values[at]) ?? null);
    });
    return [
      {
        row: input.row,
        cells: [...input.cells],
        tokens,
        state: stateOf(file.ledger.flags.get(place)),
        findings,
        ...copiesShown(file, copies.get(place)),
      },
    ];
  });
  return { total, from, rows };
}
