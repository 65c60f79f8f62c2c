import { route } from '@/lib/gateway/respond';
import { passRows } from '@/lib/gateway/rows';

export const POST = route<{ table: string }>('rows.send', { changes: true }, (call, { table }) =>
  passRows(call, table),
);
