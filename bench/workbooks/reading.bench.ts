import { mkdirSync } from 'node:fs';
import { expect, test, type Browser } from '@playwright/test';
import { median, record, type Figure } from '../figure';
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

async function visit(browser: Browser, path: string, rows: number, sheets = 1): Promise<Visit> {
  const page = await openFileScreen(browser);
  try {
    return await fromWorkbookToReview(page, path, rows, sheets);
  } finally {
    await page.context().close();
  }
}

test('a workbook of a tenth of the rows', async ({ browser }) => {
  const rows = ROWS / 10;
  const path = await workbook(rows);
  const server = await serveReaders();
  const ours: Visit[] = [];
  const theirs = READERS.map((name) => ({ name, ms: [] as number[] }));
  // The first round only warms up.
  for (let run = 0; run <= RUNS; run++) {
    for (const { name, ms } of theirs) {
      const bare = await browser.newContext();
      const alone = await readerAlone(await bare.newPage(), server.origin, name, path);
      await bare.close();
      expect(alone.rows).toBe(rows + 1);
      if (run > 0) ms.push(alone.ms);
    }
    const one = await visit(browser, path, rows);
    if (run > 0) ours.push(one);
  }
  server.close();
  const name = `${count(rows)} x 12 XLSX`;
  for (const reader of theirs) tell(`${name}: ${reader.name} alone`, median(reader.ms), 'ms');
  const fastest = ours.map((_, run) => Math.min(...theirs.map(({ ms }) => ms[run] ?? Infinity)));
  tell(`${name}: chosen to counts`, median(ours.map(({ whole }) => whole)), 'ms');
  const ratio = median(ours.map(({ whole }, run) => (fastest[run] ?? NaN) / whole));
  tell(`${name}: times as fast as the fastest of them`, ratio, 'x', { atLeast: 1.5 });
  tell(`${name}: longest task of the page`, median(ours.map(({ task }) => task)), 'ms', { bar: 50 });
});

test('the first rows of a large workbook', async ({ browser }) => {
  const name = `${count(ROWS)} x 12 XLSX`;
  const whole = await workbook(ROWS);
  // The same shared strings and hardly a row, and hardly a string: what is between the two is their reading.
  const strings = await workbook(ROWS, 1, 60);
  const small = await workbook(60);
  const beyond: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const first = [];
    for (const path of [whole, strings, small]) {
      const page = await openFileScreen(browser);
      first.push(await fromChoiceToFirstRows(page, path));
      await page.context().close();
    }
    const [all = NaN, only = NaN, none = NaN] = first;
    if (run === 0) continue;
    beyond.push(all - (only - none));
    if (run === RUNS) tell(`${name}: reading its shared strings`, only - none, 'ms');
  }
  tell(`${name}: chosen to first rows, beyond its shared strings`, median(beyond), 'ms', { bar: 300 });
});

test('five sheets', async ({ browser }) => {
  const rows = 5 * ROWS;
  const name = `5 sheets of ${count(ROWS)} x 12 XLSX`;
  const { whole, memory, task } = await visit(browser, await workbook(ROWS, 5), rows, 5);
  tell(`${name}: chosen to counts`, whole, 'ms');
  tell(`${name}: longest task of the page`, task, 'ms', { bar: 50 });
  if (memory !== undefined) tell(`${name}: memory over an idle page`, memory, 'MB', { bar: 240 });
});
