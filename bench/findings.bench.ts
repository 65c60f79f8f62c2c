import { mkdirSync } from 'node:fs';
import { test } from '@playwright/test';
import type { Drawn } from './drawn';
import { median, record } from './figure';
import { lookAtFindings, type FindingsRound } from './many-findings';
import { writeSales } from './sales-file';
import { fromFileToReview, openFileScreen } from './visit';

const ROWS = Number(process.env.ONRAMP_BENCH_ROWS ?? 1_000_000);
const RUNS = Number(process.env.ONRAMP_BENCH_RUNS ?? 5);

/** What is done, as the report says it; every one has 100 ms and frames of at most 50. */
const STEPS: readonly { readonly step: keyof FindingsRound; readonly says: string }[] = [
  { step: 'enter', says: 'review entered' },
  { step: 'open', says: 'a kind opened to its rows' },
  { step: 'kind', says: 'filtered by another kind' },
  { step: 'state', says: 'filtered by state' },
  { step: 'jump', says: 'scroll bar moved' },
  { step: 'page', says: 'slowest of 12 pages by key' },
  { step: 'wheel', says: 'wheel turned, longest without rows' },
  { step: 'edit', says: 'one cell edited to right counts' },
];

test('as many findings as rows', async ({ browser }) => {
  mkdirSync('.onramp/bench', { recursive: true });
  const path = `.onramp/bench/sales-${ROWS}-every-row.csv`;
  await writeSales(path, ROWS, { everyRow: true });
  const page = await openFileScreen(browser);
  await fromFileToReview(page, path, ROWS);
  const rounds: FindingsRound[] = [];
  // The first round only warms up.
  for (let round = 0; round <= RUNS; round++) {
    const found = await lookAtFindings(page, ROWS);
    if (round > 0) rounds.push(found);
  }
  await page.context().close();
  const of = (step: keyof FindingsRound, pick: (drawn: Drawn) => number) =>
    median(rounds.map((round) => pick(round[step])));
  for (const { step, says } of STEPS) {
    const name = `${ROWS.toLocaleString('en-GB')} findings: ${says}`;
    record({ name, value: of(step, ({ ms }) => ms), unit: 'ms', bar: 100 });
    record({ name: `${name}, longest frame`, value: of(step, ({ frame }) => frame), unit: 'ms', bar: 50 });
  }
});
