import { tellBatch } from '@/lib/gateway/ledger-routes';
import { route } from '@/lib/gateway/respond';

export const GET = route<{ id: string }>('batches.tell', { changes: false }, (call, { id }) =>
  tellBatch(call, id),
);
