import { attributeRequest } from '@/lib/gateway/contract';
import { askPeak } from '@/lib/gateway/peak-call';
import { problem } from '@/lib/gateway/problem';
import { route } from '@/lib/gateway/respond';
import { TABLE_NAME } from '@/lib/gateway/rows';

export const POST = route<{ table: string }>('attributes.add', { changes: true }, async (call, { table }) => {
  if (!TABLE_NAME.test(table)) return problem('request-malformed', { field: 'table', reason: 'name' });
  const asked = await call.form(attributeRequest);
  return asked.ok ? askPeak(call, (peak) => peak.addAttribute(table, asked.value)) : asked;
});
