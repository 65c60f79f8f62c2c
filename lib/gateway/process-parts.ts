import type { Logger } from 'pino';
import type { Env } from '../env';
import type { PeakRoad } from '../peak/road';
import { roadOverSockets } from '../peak/sockets';
import type { BatchLedger } from './batch-ledger';
import type { Budget } from './budget';
import { RateBudget } from './budget';
import { createLog, loggable } from './log';
import { memoryLedger } from './memory-ledger';
import { connectRedis } from './redis';
import { redisBudget } from './redis-budget';
import { redisLedger } from './redis-ledger';

/** What all routes of a process have in common; with `REDIS_URL`, budget and ledger are those of all instances. */
export interface ProcessParts {
  readonly log: Logger;
  readonly budget: Budget;
  readonly ledger: BatchLedger;
  /** To Peak, and its connections. */
  readonly road: PeakRoad;
}

// One for the process: each route may be a bundle with modules of its own, but budget and ledger must be one.
const slot: { [key: symbol]: ProcessParts | undefined } = globalThis;
const KEY = Symbol.for('peak-onramp.gateway');

/** Gives this process its parts before the first request; without it they are made from the environment. */
export function shareGateway(parts: ProcessParts): void {
  slot[KEY] = parts;
}

const NAMELESS =
  'Redis does not say which process it is (run_id of INFO server), so no batch is ever told to have never left; let its user call INFO';

function made(settings: Env): ProcessParts {
  const log = createLog(settings.LOG_LEVEL);
  const { ONRAMP_RATE: rate, REDIS_URL: url } = settings;
  const road = roadOverSockets(settings);
  if (url === undefined) return { log, road, budget: new RateBudget(rate), ledger: memoryLedger() };
  const redis = connectRedis(url, (error) => log.warn({ err: loggable(error) }, 'Redis cannot be reached'));
  const nameless = (): void => log.warn(NAMELESS);
  return { log, road, budget: redisBudget(redis, rate), ledger: redisLedger(redis, undefined, nameless) };
}

export const processParts = (settings: Env): ProcessParts => (slot[KEY] ??= made(settings));
