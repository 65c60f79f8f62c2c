import type { FaultRuleInput } from '@/lib/sandbox/control-contract';
import { Dice } from './dice';

/** What a line between the tab and our server does to one request. `half`: the answer stops in its middle. */
export type LineFault = 'cut-before' | 'cut-after' | 'half';

/** What goes wrong between our server and Peak, as the sandbox knows it, and a 429 that asks for an hour. */
export const PEAK_FAULTS = [
  'lost-before',
  'lost-after',
  'half-answer',
  '413',
  '429',
  '429-hour',
  '500',
  '500-after',
  '503',
  '401-from-now',
  'slow',
] as const;
export type PeakFault = (typeof PEAK_FAULTS)[number];

/** One seed: a load, and everything that goes wrong on its way. */
export interface Story {
  readonly seed: number;
  readonly operation: 'UPSERT' | 'APPEND';
  /** A row for each: `ok`, `bad` (Peak refuses it for a reason nobody here knows), null (held back by our check). */
  readonly values: readonly ('ok' | 'bad' | null)[];
  readonly rowsPerBatch: number;
  /** Between our server and Peak, at requests for rows counted from 1. */
  readonly peakFaults: readonly FaultRuleInput[];
  /** Between tab and server, by number of the request. */
  readonly lineFaults: ReadonlyMap<number, LineFault>;
  /** Numbers of requests during which our server dies; it is back a moment later and remembers nothing. */
  readonly serverDeaths: readonly number[];
  /** Each life of the tab but the last ends after so many changes of a batch, in the middle of whatever it does. */
  readonly deaths: readonly number[];
  /** Whether lives are threads of their own that are terminated, instead of being cut off inside this one. */
  readonly threads: boolean;
  /** Milliseconds that the tab's clock jumps after so many changes: a laptop sleeps, somebody sets the time. */
  readonly clockJumps: ReadonlyMap<number, number>;
  /** Numbers of journal writes that the disk refuses. */
  readonly journalFailures: ReadonlySet<number>;
  /** After so many changes of the first life a second tab tries to send the same load. */
  readonly secondTab: number | undefined;
  readonly latencyMs: number;
}

export const HOUR = 3_600_000;
export const JUMPS = [-2 * HOUR, -60_000, 60_000, 2 * HOUR, 30 * HOUR] as const;

/** As often as they are named; a list for those that are no faults of the sandbox is in mix.ts. */
const USUAL: readonly [PeakFault, ...PeakFault[]] = [
  'lost-before',
  'lost-before',
  'lost-after',
  'lost-after',
  'half-answer',
  '429',
  '429',
  '500',
  '500-after',
  '503',
  '503',
  '401-from-now',
  'slow',
];

/** One fault at the request of that number. */
export function peakFault(dice: Dice, fault: PeakFault, nth: number, times: number): FaultRuleInput {
  const match = { operation: 'ingest' as const, nth };
  switch (fault) {
    case '503':
      // Both dialects of §4.7; a date may have passed by the time it is read.
      return dice.isUnder(0.6)
        ? { match, fault, times, retryAfter: new Date(Date.now() + dice.whole(0, 3_000)).toUTCString() }
        : { match, fault, times, ...(dice.isUnder(0.5) ? { retryAfter: dice.whole(0, 3) } : {}) };
    case '429':
      return { match, fault, times, ...(dice.isUnder(0.5) ? { retryAfter: dice.whole(0, 3) } : {}) };
    case 'slow':
      return { match, fault, times: 1, delayMs: dice.oneOf([50, 200, 700]) };
    case '429-hour':
      return { match, fault: '429', times, retryAfter: HOUR / 1_000 };
    default:
      return { match, fault, times };
  }
}

function usualFault(dice: Dice, requests: number): FaultRuleInput {
  const nth = dice.whole(1, requests);
  const times = dice.oneOf([1, 1, 1, 2, 3]);
  return peakFault(dice, dice.oneOf(USUAL), nth, times);
}

const upTo = (dice: Dice, most: number): number => (dice.isUnder(0.5) ? 0 : dice.whole(1, most));

/** `batchSize`: rows in a batch, where there is no choice. */
export function storyOf(seed: number, batchSize?: number): Story {
  const dice = new Dice(seed);
  const drawn = dice.whole(1, 25);
  const rowsPerBatch = batchSize ?? drawn;
  const batches = dice.whole(2, 40);
  const bad = dice.isUnder(0.4) ? 0.05 : 0;
  const values = dice.times(rowsPerBatch * batches - dice.whole(0, rowsPerBatch - 1), () => {
    const roll = dice.next();
    return roll < bad ? 'bad' : roll > 0.98 ? null : 'ok';
  });
  // The first row is good, so that there is a load at all.
  values[0] = 'ok';
  return {
    seed,
    operation: dice.oneOf(['UPSERT', 'APPEND']),
    values,
    rowsPerBatch,
    peakFaults: dice.times(dice.whole(0, 6), () => usualFault(dice, batches)),
    lineFaults: new Map(
      dice.times(upTo(dice, 4), () => [
        dice.whole(2, 2 + batches),
        dice.oneOf(['cut-before', 'cut-after', 'half']),
      ]),
    ),
    serverDeaths: dice.times(dice.isUnder(0.25) ? dice.whole(1, 2) : 0, () => dice.whole(2, 2 + batches)),
    deaths: dice.times(upTo(dice, 3), () => dice.whole(1, 2 * batches)),
    threads: dice.isUnder(0.05),
    clockJumps: new Map(
      dice.times(dice.isUnder(0.2) ? 1 : 0, () => [dice.whole(1, batches), dice.oneOf(JUMPS)]),
    ),
    journalFailures: new Set(dice.times(dice.isUnder(0.2) ? 1 : 0, () => dice.whole(1, 2 * batches))),
    secondTab: dice.isUnder(0.25) ? dice.whole(1, batches) : undefined,
    latencyMs: dice.oneOf([0, 0, 2, 10]),
  };
}
