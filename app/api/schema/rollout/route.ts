import { rolloutRequest } from '@/lib/gateway/contract';
import { askPeak } from '@/lib/gateway/peak-call';
import { route } from '@/lib/gateway/respond';

export const POST = route('schema.rollout', { changes: true }, async (call) => {
  const asked = await call.form(rolloutRequest);
  return asked.ok ? askPeak(call, (peak) => peak.rollOut(asked.value)) : asked;
});
