import { BLANKS_AT_END } from '@/components/messages/repair';
import type { WindowRow } from '@/lib/intake/protocol';
import type { TableSpec } from '@/lib/peak/model';
import { shownToken } from './shown-value';

/**
 * The columns in which rows of one key differ, with what each row holds. Parts of the key can differ only in blanks at
 * their end, which nobody sees: they stand in quotes, and it is said, since not every warehouse takes them for one key.
 */
export function differences(
  table: Pick<TableSpec, 'columns' | 'primaryKey'>,
  rows: readonly (Pick<WindowRow, 'tokens'> | undefined)[],
): { readonly column: string; readonly values: readonly string[]; readonly note?: string }[] {
  const known = rows.filter((row) => row !== undefined);
  if (known.length < 2) return [];
  return table.columns.flatMap(({ name, type }, at) => {
    const texts = known.map((row) => shownToken(row.tokens[at] ?? null));
    if (new Set(texts).size < 2) return [];
    return table.primaryKey.includes(name) && type === 'string'
      ? [{ column: name, values: texts.map((text) => `“${text}”`), note: BLANKS_AT_END }]
      : [{ column: name, values: texts.map((text) => text || 'empty') }];
  });
}
