import { isEncodedTwice } from '../files/encoded-twice';
import { clockColumns } from '../repair/time-beside';
import { compileTable } from '../validation/compile-table';
import type { CompiledTable } from '../validation/compiled-table';
import type { CheckedFile } from './check-file';
import type { Rules } from './protocol';

/** The checker of a file under some rules, with what its head tells of it. */
export function compileRules(
  rules: Rules,
  { head, index }: Pick<CheckedFile, 'head' | 'index'>,
): CompiledTable {
  const hasNumbers = head.dialect.workbook !== undefined;
  const half = head.notes.find(({ code }) => code === 'separator-of-two')?.params.sign;
  const besideSeparators = typeof half === 'string' ? half : undefined;
  const clocks = clockColumns(head.header, head.rows);
  const facts = { hasNumbers, isEncodedTwice, besideSeparators, clocks, order: index.order };
  return compileTable(rules.table, rules.mapping, rules.repairs, head.header, facts);
}
