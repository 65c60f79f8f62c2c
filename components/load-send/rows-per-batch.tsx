'use client';

import type { Ground } from '@/components/load-frame/ground';
import { counted, formatCount } from '@/components/messages/format';
import { Select } from '@/components/ui/select';

const SIZES = [50, 100, 250, 500, 1000, 2000];

/** How many rows the plan puts into one request. */
export function RowsPerBatch({
  load,
  maxRows,
  onRows,
}: {
  readonly load: Ground['load'];
  /** Undefined while the session is read. */
  readonly maxRows: number | undefined;
  readonly onRows: (rows: number) => void;
}) {
  const most = maxRows ?? load.rowsPerBatch;
  const sizes = [...new Set([...SIZES.filter((size) => size <= most), load.rowsPerBatch])].sort(
    (a, b) => a - b,
  );
  return (
    <Select
      label="Rows in one batch"
      className="w-64 max-w-full"
      hint={`500 is the checklist’s figure${maxRows === undefined ? '' : `; this server allows up to ${formatCount(maxRows)}`}. A batch is also cut before it reaches 1 MB.`}
      value={String(load.rowsPerBatch)}
      options={sizes.map((size) => ({ value: String(size), text: counted(size, 'row') }))}
      onChange={(value) => onRows(Number(value))}
    />
  );
}
