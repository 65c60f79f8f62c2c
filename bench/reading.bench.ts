import { mkdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { median, record, type Figure } from './figure';
import { papaparseAlone } from './papaparse-alone';
import { inProfile } from './profile';
import { writeSales, type Wrongness } from './sales-file';
import { fromFileToReview, openFileScreen, type Visit } from './visit';

const ROWS = Number(process.env.ONRAMP_BENCH_ROWS ?? 1_000_000);
const RUNS = Number(process.env.ONRAMP_BENCH_RUNS ?? 5);

const count = (rows: number) => rows.toLocaleString('en-GB');

async function salesFile(rows: number, wrong: Wrongness = {}): Promise<string> {
  mkdirSync('.onramp/bench', { recursive: true });
  const path = `.onramp/bench/sales-${rows}-${wrong.share ?? 0}.csv`;
  await writeSales(path, rows, wrong);
  return path;
}

/** Ours and Papa Parse alone, one after the other, so that a slow minute of the machine falls on both. */
async function measure(path: string, rows: number) {
  const visits: Visit[] = [];
  const alone: number[] = [];
  // The first round only warms up.
  for (let run = 0; run <= RUNS; run++) {
    const { papa, visit } = await inProfile(async (profile) => {
      const bare = await profile.newPage();
      const papa = await papaparseAlone(bare, path);
      await bare.close();
      return { papa, visit: await fromFileToReview(await openFileScreen(profile), path, rows) };
    });
    expect(papa.rows).toBe(rows);
    if (run === 0) continue;
    visits.push(visit);
    alone.push(papa.ms);
  }
  return {
    alone: median(alone),
    ratio: median(visits.map(({ whole }, at) => whole / (alone[at] ?? NaN))),
    of: (pick: (visit: Visit) => number) => median(visits.map(pick)),
    memory: visits.every(({ memory }) => memory !== undefined)
      ? median(visits.map(({ memory }) => memory ?? NaN))
      : undefined,
  };
}

const tell = (name: string, value: number, unit: Figure['unit'], bar?: number) =>
  record({ name, value, unit, ...(bar !== undefined && { bar }) });

test('a large CSV', async () => {
  const name = `${count(ROWS)} x 12 CSV`;
  const { alone, ratio, of, memory } = await measure(await salesFile(ROWS), ROWS);
  tell(`${name}: Papa Parse alone`, alone, 'ms');
  tell(
    `${name}: chosen to counts`,
    of(({ whole }) => whole),
    'ms',
  );
  tell(`${name}: rate`, (ROWS / of(({ whole }) => whole)) * 1000, 'rows/s');
  tell(`${name}: against Papa Parse alone`, ratio, 'x', 2);
  tell(
    `${name}: chosen to first rows`,
    of(({ first }) => first),
    'ms',
    300,
  );
  tell(
    `${name}: longest task of the page`,
    of(({ task }) => task),
    'ms',
    50,
  );
  if (memory !== undefined) tell(`${name}: memory over an idle page`, memory, 'MB', 200);
});

test('the same with 5 % of its cells wrong', async () => {
  const name = `${count(ROWS)} x 12 CSV, 5 % wrong`;
  const path = await salesFile(ROWS, { share: 0.05 });
  const { alone, ratio, of, memory } = await measure(path, ROWS);
  tell(`${name}: Papa Parse alone`, alone, 'ms');
  tell(
    `${name}: chosen to counts`,
    of(({ whole }) => whole),
    'ms',
  );
  tell(`${name}: against Papa Parse alone`, ratio, 'x', 2.5);
  tell(
    `${name}: longest task of the page`,
    of(({ task }) => task),
    'ms',
    50,
  );
  if (memory !== undefined) tell(`${name}: memory over an idle page`, memory, 'MB', 200);
});

test('five times as many rows', async () => {
  const rows = 5 * ROWS;
  const name = `${count(rows)} x 12 CSV`;
  const path = await salesFile(rows);
  const visits: Visit[] = [];
  for (let run = 0; run < RUNS; run++)
    visits.push(
      await inProfile(async (profile) => fromFileToReview(await openFileScreen(profile), path, rows)),
    );
  const of = (pick: (visit: Visit) => number) => median(visits.map(pick));
  tell(
    `${name}: chosen to counts`,
    of(({ whole }) => whole),
    'ms',
  );
  tell(
    `${name}: chosen to first rows`,
    of(({ first }) => first),
    'ms',
    300,
  );
  tell(
    `${name}: longest task of the page`,
    of(({ task }) => task),
    'ms',
    50,
  );
  const memory = visits.map((visit) => visit.memory ?? NaN);
  if (!memory.some(Number.isNaN)) tell(`${name}: memory over an idle page`, median(memory), 'MB', 240);
});
