import type { Env } from '../env';
import { ENVELOPE_BYTES } from '../peak/limits';
import type { SessionAnswer } from './contract';
import { publicConnection, readConnections } from './session';

/** What a page may know: connections without tokens, hosts to choose from, limits to plan with. */
export async function describeSession(env: Env, cookies: string | null): Promise<SessionAnswer> {
  const held = await readConnections(env, cookies);
  return {
    connections: held.map(publicConnection).sort((a, b) => a.name.localeCompare(b.name)),
    hosts: {
      hub: env.ONRAMP_HUB,
      sandbox: env.ONRAMP_SANDBOX_URL !== undefined,
      allowed: env.ONRAMP_ALLOWED_HOSTS,
    },
    limits: {
      rowsPerBatch: env.ONRAMP_ROWS_PER_BATCH,
      maxRowsPerBatch: env.ONRAMP_MAX_ROWS_PER_BATCH,
      // The rows alone; what our server puts around them has to fit as well.
      maxBodyBytes: env.ONRAMP_MAX_BODY_BYTES - ENVELOPE_BYTES,
      requestsPerSecond: env.ONRAMP_RATE,
    },
    ingestPath: env.ONRAMP_INGEST_PATH,
  };
}
