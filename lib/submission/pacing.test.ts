import { describe, expect, it } from 'vitest';
import { DOUBTFUL_TRIES, Patience, TRIES, waitMs } from './backoff';
import type { Passage } from './limiter';
import { Limiter } from './limiter';
import type { BatchEntry } from './model';
import { Pace, msLeft } from './pace';
import { StormWatch } from './storm';

describe('waiting after a failure', () => {
  it.each([
    [1, undefined, 500],
    [2, undefined, 1_000],
    [5, undefined, 8_000],
    [20, undefined, 30_000],
    [7, 1_234, 1_234],
    [7, 0, 30_000],
  ])('after failure %i and Retry-After %s at most %i ms', (failures, afterMs, expected) => {
    expect(waitMs(failures, afterMs, () => 1)).toBe(expected);
  });

  it('uses the full span for jitter, but never on what was asked for', () => {
    expect(waitMs(3, undefined, () => 0)).toBe(0);
    expect(waitMs(3, 900, () => 0)).toBe(900);
  });

  it('counts failures of requests that were under way together once, and forgets them on progress', () => {
    const patience = new Patience(() => 1);
    const together = patience.round;
    expect(patience.failed(together, undefined, 2, 0)).toBe(true);
    expect(patience.failed(together, undefined, 2, 0)).toBe(true);
    expect(patience.failed(patience.round, undefined, 2, 0)).toBe(false);
    patience.progress();
    expect(patience.failed(patience.round, undefined, 2, 0)).toBe(true);
  });

  it('bears two minutes of being told to come back, however soon each time', () => {
    const patience = new Patience(() => 1);
    const asked = (now: number): boolean => patience.failed(patience.round, 1_000, TRIES, now);
    for (let now = 5_000; now < 125_000; now += 1_000) expect(asked(now)).toBe(true);
    expect(asked(125_000)).toBe(false);
    patience.progress();
    expect(asked(126_000)).toBe(true);
    // A clock that was set back counts no time.
    for (let now = 1_000; now < 7_000; now += 1_000) expect(asked(now)).toBe(true);
  });

  it('comes back no sooner than after a second once the usual tries are used up', () => {
    const patience = new Patience(() => 0);
    let [now, requests] = [0, 0];
    for (; patience.failed(patience.round, 1, TRIES, now); requests += 1) now += patience.left(now);
    expect(requests).toBeGreaterThan(100);
    expect(requests).toBeLessThan(140);
  });

  it('knows until when the other side asked to wait, and takes no wait of its own for that', () => {
    const patience = new Patience(() => 1);
    for (let n = 0; n < TRIES; n += 1) patience.failed(patience.round, 700, TRIES, 10_000);
    expect(patience.asked).toBe(0);
    patience.heard(700, 10_000);
    expect(patience.asked).toBe(10_700);
  });

  it('bears no more where each try can put another batch in doubt', () => {
    const patience = new Patience(() => 1);
    const tries = [1, 2, 3].map((n) => patience.failed(patience.round, 1_000, DOUBTFUL_TRIES, n * 1_000));
    expect(tries).toEqual([true, true, false]);
  });

  it('waits no longer because somebody set the clock back', () => {
    const patience = new Patience(() => 1);
    patience.failed(patience.round, 5_000, 8, 10_000_000);
    expect(patience.left(10_001_000)).toBe(4_000);
    expect(patience.left(6_000_000)).toBe(4_000);
    expect(patience.left(6_004_000)).toBe(0);
  });

  it('gives up when told to wait longer than a loop should', () => {
    const patience = new Patience(() => 1);
    expect(patience.failed(patience.round, 11 * 60_000, 8, 0)).toBe(false);
  });
});

describe('the number of lanes', () => {
  const answers = (limiter: Limiter, count: number, passage: Passage): number => {
    for (let done = 0; done < count; done += 1) limiter.clean(passage);
    return limiter.lanes;
  };
  const QUICK: Passage = { peakMs: 300, waitedMs: 0 };

  it('doubles in a round while answers come quickly, up to the most', () => {
    const limiter = new Limiter();
    expect(limiter.lanes).toBe(4);
    expect(answers(limiter, 4, QUICK)).toBe(8);
    expect(answers(limiter, 8 + 16, QUICK)).toBe(32);
    expect(answers(limiter, 10_000, QUICK)).toBe(64);
  });

  it.each<[string, (limiter: Limiter) => void]>([
    ['a batch has waited for its turn', (limiter) => limiter.clean({ peakMs: 300, waitedMs: 600 })],
    ['an answer was slow', (limiter) => limiter.clean({ peakMs: 2_000, waitedMs: 0 })],
    ['it was told to slow down', (limiter) => limiter.slowDown()],
  ])('grows by a quarter a round once %s', (_, sign) => {
    const limiter = new Limiter();
    answers(limiter, 4, QUICK);
    sign(limiter);
    const { lanes } = limiter;
    expect(answers(limiter, lanes, QUICK)).toBe(lanes + Math.max(1, lanes >> 2));
    expect(answers(limiter, 10_000, QUICK)).toBe(64);
  });

  it('stays where batches wait for a turn, and gives lanes back before the server has to refuse', () => {
    const limiter = new Limiter(16);
    expect(answers(limiter, 1_000, { peakMs: 300, waitedMs: 600 })).toBe(16);
    expect(answers(limiter, 16, { peakMs: 300, waitedMs: 2_500 })).toBe(12);
  });

  it('does not grow where more lanes only make answers slower', () => {
    const limiter = new Limiter(8);
    expect(answers(limiter, 1, { peakMs: 20, waitedMs: 0 })).toBe(9);
    expect(answers(limiter, 1_000, { peakMs: 800, waitedMs: 0 })).toBe(9);
  });

  it('gives back a quarter when told to slow down, and all but one on a loss', () => {
    const limiter = new Limiter(8);
    limiter.slowDown();
    expect(limiter.lanes).toBe(6);
    limiter.lost();
    limiter.slowDown();
    expect(limiter.lanes).toBe(1);
  });
});

describe('an error storm', () => {
  const entry = (state: BatchEntry['state'], code = 'A', refused = 5): BatchEntry => ({
    loadId: 'load',
    index: 0,
    state,
    rows: 5,
    accepted: 0,
    rejected: Array.from({ length: refused }, (_, at) => ({ row: 2 + at, errors: [{ code, message: '' }] })),
    unnamed: 0,
    attempts: 1,
    sentAt: 0,
  });
  it.each<[string, BatchEntry[], boolean]>([
    ['three in a row for one code', [entry('rejected'), entry('rejected'), entry('rejected')], true],
    ['two only', [entry('rejected'), entry('rejected')], false],
    ['another code between', [entry('rejected'), entry('rejected', 'B'), entry('rejected')], false],
    ['nearly all rows each time', Array.from({ length: 3 }, () => entry('partly', 'A', 4)), true],
    [
      'a batch that went well between',
      [entry('rejected'), entry('rejected'), entry('partly', 'A', 3), entry('rejected')],
      false,
    ],
  ])('%s', (_name, entries, storm) => {
    const watch = new StormWatch();
    expect(entries.map((one) => watch.sees(one)).at(-1)).toBe(storm);
  });
});

describe('rate and time left', () => {
  it('counts rows of the last ten seconds, or since the start when that is shorter', () => {
    const pace = new Pace();
    pace.note(500, 1_000);
    pace.note(500, 2_000);
    expect(pace.rate(2_000, 0)).toBe(500);
    expect(pace.rate(11_500, 0)).toBe(50);
    expect(pace.rate(60_000, 0)).toBe(0);
  });

  it('leaves a sleep out of it', () => {
    const pace = new Pace();
    for (let at = 1_000; at <= 20_000; at += 1_000) pace.note(500, at);
    for (let at = 3_600_000; at <= 3_603_000; at += 1_000) pace.note(500, at);
    expect(pace.rate(3_603_000, 0)).toBe(500);
    expect(pace.rate(3_620_000, 0)).toBe(0);
  });

  it('knows no less of batches that take longer than the window', () => {
    const pace = new Pace();
    for (let at = 15_000; at <= 60_000; at += 15_000) pace.note(500, at);
    expect(pace.rate(60_000, 0)).toBe(50);
  });

  it('knows no time left without a rate', () => {
    expect(msLeft(1_000, 500)).toBe(2_000);
    expect(msLeft(1_000, 0)).toBeUndefined();
  });
});
