import { mkdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { median, record, type Figure } from '../figure';
import { inProfile } from '../profile';
import { openFileScreen, type Visit } from '../visit';
import { READERS, readerAlone, serveReaders } from './npm-readers';
import { writeSalesWorkbook } from './sales-workbook';
import { fromChoiceToFirstRows, fromWorkbookToReview } from './workbook-visit';

const ROWS = Number(process.env.ONRAMP_BENCH_ROWS ?? 1_000_000);
const RUNS = Number(process.env.ONRAMP_BENCH_RUNS ?? 5);
const count = (rows: number) => rows.toLocaleString('en-GB');

const tell = (
  name: string,
  value: number,
  unit: Figure['unit'],
  bound: Pick<Figure, 'bar' | 'atLeast'> = {},
) => record({ name, value, unit, ...bound });

async function workbook(rows: number, sheets = 1, shown = rows): Promise<string> {
  mkdirSync('.onramp/bench', { recursive: true });
  const path = `.onramp/bench/sales-${rows}-${sheets}-${shown}.xlsx`;
  await writeSalesWorkbook(path, rows, sheets, shown);
  return path;
}

test('a workbook of a tenth of the rows', async () => {
  const rows = ROWS / 10;
  const path = await workbook(rows);
  const server = await serveReaders();
  const ours: Visit[] = [];
  const theirs = READERS.map((name) => ({ name, ms: [] as number[] }));
  // The first round only warms up.
  for (let run = 0; run <= RUNS; run++)
    await inProfile(async (profile) => {
      for (const { name, ms } of theirs) {
        const bare = await profile.newPage();
        const alone = await readerAlone(bare, server.origin, name, path);
        await bare.close();
        expect(alone.rows).toBe(rows + 1);
        if (run > 0) ms.push(alone.ms);
      }
      const one = await fromWorkbookToReview(await openFileScreen(profile), path, rows, 1);
      if (run > 0) ours.push(one);
    });
  server.close();
  const name = `${count(rows)} x 12 XLSX`;
  for (const reader of theirs) tell(`${name}: ${reader.name} alone`, median(reader.ms), 'ms');
  const fastest = ours.map((_, run) => Math.min(...theirs.map(({ ms }) => ms[run] ?? Infinity)));
  tell(`${name}: chosen to counts`, median(ours.map(({ whole }) => whole)), 'ms');
  const ratio = median(ours.map(({ whole }, run) => (fastest[run] ?? NaN) / whole));
  tell(`${name}: times as fast as the fastest of them`, ratio, 'x', { atLeast: 1.5 });
  tell(`${name}: longest task of the page`, median(ours.map(({ task }) => task)), 'ms', { bar: 50 });
});

test('the first rows of a large workbook', async () => {
  const name = `${count(ROWS)} x 12 XLSX`;
  const whole = await workbook(ROWS);
  // The same shared strings and hardly a row, and hardly a string: what is between the two is their reading.
  const strings = await workbook(ROWS, 1, 60);
  const small = await workbook(60);
  const beyond: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const first = [];
    for (const path of [whole, strings, small])
      first.push(
        await inProfile(async (profile) => fromChoiceToFirstRows(await openFileScreen(profile), path)),
      );
    const [all = NaN, only = NaN, none = NaN] = first;
    if (run === 0) continue;
    beyond.push(all - (only - none));
    if (run === RUNS) tell(`${name}: reading its shared strings`, only - none, 'ms');
  }
  tell(`${name}: chosen to first rows, beyond its shared strings`, median(beyond), 'ms', { bar: 300 });
});

test('five sheets', async () => {
  const rows = 5 * ROWS;
  const name = `5 sheets of ${count(ROWS)} x 12 XLSX`;
  const path = await workbook(ROWS, 5);
  const visits: Visit[] = [];
  for (let run = 0; run < RUNS; run++)
    visits.push(
      await inProfile(async (profile) => fromWorkbookToReview(await openFileScreen(profile), path, rows, 5)),
    );
  tell(`${name}: chosen to counts`, median(visits.map(({ whole }) => whole)), 'ms');
  tell(`${name}: longest task of the page`, median(visits.map(({ task }) => task)), 'ms', { bar: 50 });
  const memory = visits.map((visit) => visit.memory ?? NaN);
  if (!memory.some(Number.isNaN))
    tell(`${name}: memory over an idle page`, median(memory), 'MB', { bar: 240 });
});
