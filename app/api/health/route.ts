import { ok } from '@/lib/base/result';
import { route } from '@/lib/gateway/respond';
import manifest from '@/package.json';

// Balancers ask by address, so the host is not checked here; there is nothing to protect in the answer.
export const GET = route('health', { changes: false, anyHost: true }, async () =>
  ok({ body: { ok: true, version: manifest.version } }),
);
