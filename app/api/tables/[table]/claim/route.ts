import { claimTable } from '@/lib/gateway/ledger-routes';
import { route } from '@/lib/gateway/respond';

export const POST = route<{ table: string }>('tables.claim', { changes: true }, (call, { table }) =>
  claimTable(call, table),
);
