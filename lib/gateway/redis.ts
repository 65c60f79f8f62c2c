import { Redis } from 'ioredis';

/** Milliseconds until a command that has no answer counts as failed; a batch waits for it. */
const COMMAND_MS = 3_000;

/**
 * A connection to the Redis that instances share. Commands fail instead of waiting for it to come back: whoever needs
 * it refuses with a code, and nothing is sent unseen. `failed` is told of every break, for the log.
 */
export function connectRedis(url: string, failed: (error: Error) => void): Redis {
  const redis = new Redis(url, { commandTimeout: COMMAND_MS, maxRetriesPerRequest: 1 });
  // Without a listener a broken connection would end the process.
  redis.on('error', failed);
  return redis;
}
