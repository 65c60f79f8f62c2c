import type { TableSpec } from '../peak/model';
import type { Mapping, MappingProblem } from './model';

/** Why this mapping cannot go on; empty when it can. */
export function mappingProblems(
  table: TableSpec,
  mapping: Mapping,
  header: readonly string[],
): MappingProblem[] {
  const problems: MappingProblem[] = [];
  const sources = new Map(mapping.map((entry) => [entry.column, entry.source]));
  const users = new Map<number, string>();
  for (const column of table.columns) {
    const source = sources.get(column.name) ?? { kind: 'omit' as const };
    if (source.kind === 'file') {
      const other = users.get(source.position);
      if (other !== undefined) problems.push({ code: 'position-twice', column: column.name, other });
      users.set(source.position, column.name);
      if (source.position >= header.length) problems.push({ code: 'position-gone', column: column.name });
    } else if (table.primaryKey.includes(column.name)) {
      problems.push({ code: 'key-missing', column: column.name });
    } else if (source.kind === 'null' ? !column.nullable : column.required) {
      problems.push({ code: 'required-missing', column: column.name });
    }
  }
  // Where columns of their own are told, it would only count them once more.
  if (users.size === 0 && problems.length === 0) problems.push({ code: 'nothing-mapped', column: '' });
  return problems;
}
