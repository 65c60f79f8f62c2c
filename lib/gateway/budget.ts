import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import type { Result } from '../base/result';
import { ok } from '../base/result';
import type { Problem } from './problem';

/** Longest a request waits here for its turn before it is sent back with a time to come again. */
const LONGEST_WAIT_MS = 5_000;
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

  constructor(
    private readonly rate: number,
    private readonly burst: number,
  ) {}

  /** Milliseconds until the next turn, which is then taken; or how long it would be, when that is too long. */
  take(now: number, longest: number): { readonly waitMs: number; readonly taken: boolean } {
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

  idleSince(now: number): boolean {
    return this.full + 1_000 < now;
  }
}

/**
 * The rate budget: at most `rate` requests in any second and connection, shared by every tab and route of this
 * process (§4.2: 50 a second and tenant). Several processes do not know of each other yet.
 */
export class RateBudget {
  private readonly connections = new Map<string, Turns>();

  constructor(
    private readonly rate: number,
    private readonly clock: Clock = systemClock,
    private readonly longestWaitMs = LONGEST_WAIT_MS,
  ) {}

  /** Resolves when it is the request's turn; `rate-budget` with a time when the queue is too long. */
  async take(connectionId: string): Promise<Result<true, Problem>> {
    const now = this.clock.now();
    const turn = this.turnsOf(connectionId, now).take(now, this.longestWaitMs);
    if (!turn.taken)
      return {
        ok: false,
        error: {
          code: 'rate-budget',
          details: { rate: this.rate },
          retryAfterMs: Math.ceil(turn.waitMs - this.longestWaitMs / 2),
        },
      };
    if (turn.waitMs > 0) await this.clock.wait(turn.waitMs);
    return ok(true);
  }

  private turnsOf(connectionId: string, now: number): Turns {
    const known = this.connections.get(connectionId);
    if (known) return known;
    if (this.connections.size >= MANY)
      for (const [id, turns] of this.connections) if (turns.idleSince(now)) this.connections.delete(id);
    // A tenth of a second may be caught up after a stall of the event loop.
    const fresh = new Turns(this.rate, Math.max(1, Math.floor(this.rate / 10)));
    this.connections.set(connectionId, fresh);
    return fresh;
  }
}
