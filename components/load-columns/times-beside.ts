import type { FileHead } from '@/lib/files/model';
import type { Mapping } from '@/lib/mapping/model';
import type { TableSpec } from '@/lib/peak/model';
import { takeApart } from '@/lib/repair/read-date';
import { clockColumns } from '@/lib/repair/time-beside';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDayAlone = (text: string): boolean => ISO_DAY.test(text) || takeApart(text)?.rest === '';

/**
 * File columns that hold times of day, where a table column of date and time is fed by days alone: Review offers to put
 * the one behind the other. By place, with the table columns that lack a time.
 */
export function timesBeside(table: TableSpec, mapping: Mapping, head: FileHead): ReadonlyMap<number, string> {
  const sources = new Map(mapping.map(({ column, source }) => [column, source]));
  const lacking = table.columns.filter(({ name, type }) => {
    const source = sources.get(name);
    if (type !== 'timestamp' || source?.kind !== 'file') return false;
    const values = head.rows.map(({ cells }) => (cells[source.position] ?? '').trim());
    const filled = values.filter((text) => text !== '');
    return filled.length > 0 && filled.every(isDayAlone);
  });
  if (lacking.length === 0) return new Map();
  const names = lacking.map(({ name }) => name).join(', ');
  return new Map(clockColumns(head.header, head.rows).map(({ position }) => [position, names]));
}
