import { passBatches } from '@/lib/gateway/batches';
import { route } from '@/lib/gateway/respond';

export const POST = route<{ table: string }>('batches.send', { changes: true }, (call, { table }) =>
  passBatches(call, table),
);
