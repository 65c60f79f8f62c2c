import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import type { Result } from '../base/result';
import { ok } from '../base/result';
import type { Problem } from './problem';

/** Turns in the rate budget of each connection (§4.2: 50 a second and tenant), in the order they were asked for. */
export interface Budget {
  /** Resolves when it is the request's turn, with the ms it waited; `rate-budget` with a time when the queue is too long. */
  take(connectionId: string): Promise<Result<number, Problem>>;
}

/** Longest a request waits here for its turn before it is sent back with a time to come again. */
export const LONGEST_WAIT_MS = 5_000;
/** Turns that may be caught up at once after a stall of the event loop; a second never holds more than `rate` anyway. */
export const burstOf = (rate: number): number => Math.max(1, Math.floor(rate / 10));

/** The refusal of a queue that is too long, with a time by which half of it has passed. */
export const queueTooLong = (rate: number, waitMs: number, longest: number): Result<never, Problem> => ({
  ok: false,
  error: {
    code: 'rate-budget',
    details: { rate },
    retryAfterMs: Math.ceil(waitMs - longest / 2),
  },
});

/** Above this many connections the idle ones are dropped; each is a few hundred bytes. */
const MANY = 1_000;

/**
 * Turns of one connection. The bucket is kept as the time at which it will be full again, which moves by whole refills
 * only: a call that comes between two refills cannot push the next one away, so nobody starves.
 */
class Turns {
  private full = 0;
  /** When the last turns were given, as a ring: no second ever holds more than `rate` of them. */
  private readonly given: number[] = [];
  private at = 0;
  private seen = 0;

  constructor(
    private readonly rate: number,
    private readonly burst: number,
  ) {}

  /** Milliseconds until the next turn, which is then taken; or how long it would be, when that is too long. */
  take(now: number, longest: number): { readonly waitMs: number; readonly taken: boolean } {
    this.follow(now);
    const refill = 1_000 / this.rate;
    const inBucket = this.full - (this.burst - 1) * refill;
    const inWindow = (this.given[this.at] ?? -Infinity) + 1_000;
    const turn = Math.max(now, inBucket, inWindow);
    if (turn - now > longest) return { waitMs: turn - now, taken: false };
    this.full = Math.max(this.full, turn) + refill;
    this.given[this.at] = turn;
    this.at = (this.at + 1) % this.rate;
    return { waitMs: turn - now, taken: true };
  }

  /** Hazard: by a clock that was set back by hours the next turn would be as many hours away. */
  private follow(now: number): void {
    const setBack = Math.max(0, this.seen - now);
    this.seen = now;
    if (setBack === 0) return;
    this.full -= setBack;
    for (const [at, turn] of this.given.entries()) this.given[at] = turn - setBack;
  }

  idleSince(now: number): boolean {
    return this.full + 1_000 < now;
  }
}

/** At most `rate` requests in any second and connection, shared by every tab and route of this process. */
export class RateBudget implements Budget {
  private readonly connections = new Map<string, Turns>();

  constructor(
    private readonly rate: number,
    private readonly clock: Clock = systemClock,
    private readonly longestWaitMs = LONGEST_WAIT_MS,
  ) {}

  async take(connectionId: string): Promise<Result<number, Problem>> {
    const now = this.clock.now();
    const turn = this.turnsOf(connectionId, now).take(now, this.longestWaitMs);
    if (!turn.taken) return queueTooLong(this.rate, turn.waitMs, this.longestWaitMs);
    if (turn.waitMs > 0) await this.clock.wait(turn.waitMs);
    return ok(turn.waitMs);
  }

  private turnsOf(connectionId: string, now: number): Turns {
    const known = this.connections.get(connectionId);
    if (known) return known;
    if (this.connections.size >= MANY)
      for (const [id, turns] of this.connections) if (turns.idleSince(now)) this.connections.delete(id);
    const fresh = new Turns(this.rate, burstOf(this.rate));
    this.connections.set(connectionId, fresh);
    return fresh;
  }
}
