import { ok } from '@/lib/base/result';
import { askPeak } from '@/lib/gateway/peak-call';
import { route } from '@/lib/gateway/respond';

export const GET = route('solutions.list', { changes: false }, (call) =>
  askPeak(call, async (peak) => {
    const listed = await peak.listSolutions();
    return listed.ok ? ok({ ...listed.value, readAt: Date.now() }) : listed;
  }),
);
