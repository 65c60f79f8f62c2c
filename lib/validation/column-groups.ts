import { severityOf } from './codes';
import type { CompiledTable } from './compiled-table';
import type { Ledger } from './ledger';
import type { FindingGroup } from './model';
import { uncheckedOf } from './unchecked';

/** Columns taken from the file that hold nothing at all. Required ones are findings cell by cell already. */
export function emptyColumns(ledger: Ledger, table: CompiledTable): FindingGroup[] {
  const rows = ledger.length - ledger.blankRows;
  if (rows === 0) return [];
  return table.columns.flatMap((column, at) => {
    const isEmpty = (table.positions[at] ?? -1) >= 0 && ledger.evidence[at]?.empty === rows;
    if (!isEmpty || !column.spec.nullable || column.isKey) return [];
    return [
      {
        code: 'column-all-empty' as const,
        severity: 'warning' as const,
        column: column.spec.name,
        count: 1,
        examples: [],
      },
    ];
  });
}

/** Columns of the table that nothing of the file reaches; a row without a required one would be refused. */
export function absentColumns(table: CompiledTable): FindingGroup[] {
  const absent = table.columns.flatMap((column, at) =>
    (table.positions[at] ?? -1) >= 0 || column.makesValue
      ? []
      : [{ column, isNull: table.fixed[at] === null }],
  );
  const missing = absent.filter(
    ({ column: { isKey, spec }, isNull }) => isKey || (isNull ? !spec.nullable : spec.required),
  );
  const others = absent.filter((each) => !missing.includes(each));
  const names = (isNull: boolean) =>
    others.flatMap((each) => (each.isNull === isNull ? [each.column.spec.name] : []));
  return [
    ...missing.map(({ column: { spec } }): FindingGroup => {
      const code = 'column-missing';
      return { code, severity: severityOf(code), column: spec.name, count: 1, examples: [] };
    }),
    ...(others.length === 0
      ? []
      : [
          {
            code: 'columns-not-in-file' as const,
            severity: 'info' as const,
            column: null,
            count: others.length,
            examples: [],
            absent: { asNull: names(true), leftOut: names(false) },
          },
        ]),
  ];
}

/** Columns taken from the file whose schema asks for something that is not checked here. */
export function uncheckedColumns(table: CompiledTable): FindingGroup[] {
  return table.columns.flatMap(({ spec }, at) => {
    const unchecked = uncheckedOf(spec);
    if (unchecked.length === 0 || (table.positions[at] ?? -1) < 0) return [];
    const code = 'rule-unchecked' as const;
    return [
      {
        code,
        severity: severityOf(code),
        column: spec.name,
        count: unchecked.length,
        examples: [],
        unchecked,
      },
    ];
  });
}
