import { DuckDBInstance } from '@duckdb/node-api';
import type { Page } from '@playwright/test';
import type { TableRows } from '../lib/sandbox/control-contract';
import { expect, test } from './fixtures';
import {
  beginSending,
  chooseOperation,
  expectAccount,
  expectComplete,
  makePlan,
  rollOut,
} from './onboarding';
import { bringSalesToSend, QUOTE_PRICING, SALE } from './sales';

/** What a story needs of a load whose batch was refused or lost. */
async function planToAppend(page: Page, rows: number): Promise<void> {
  await rollOut(page, QUOTE_PRICING);
  await bringSalesToSend(page, rows);
  await chooseOperation(page, 'APPEND');
  await makePlan(page);
}

test('a batch that is too large for Peak is split until it fits, and every row is there once', async ({
  page,
  sandbox,
  strictness,
}) => {
  strictness.allowConsole('Failed to load resource');
  await planToAppend(page, 1_200);
  // Some 130 bytes a row: batches of 500 are too large, and so are their halves.
  await sandbox.change({ bodyLimit: 20_000 });
  await beginSending(page);
  await expectComplete(page);
  await expectAccount(page, { read: 1_200, accepted: 1_200 });
  expect(await sandbox.count(SALE)).toMatchObject({ rows: 1_200, distinctKeys: 1_200 });
  const refused = (await sandbox.requests()).filter(({ outcome }) => outcome === '413');
  expect(refused.length, 'Peak did refuse some').toBeGreaterThan(0);
});

test('an answer lost between our server and the browser leaves nothing in doubt: the server knows', async ({
  page,
  context,
  sandbox,
  strictness,
}) => {
  strictness.allowConsole('Failed to load resource');
  await planToAppend(page, 1_200);
  let cut = 0;
  await context.route('**/api/tables/*/batches?**', async (route) => {
    if (cut > 0) return route.continue();
    cut += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await beginSending(page);
  await expectComplete(page);
  expect(cut, 'an answer was lost').toBe(1);
  await expectAccount(page, { read: 1_200, accepted: 1_200 });
  expect(await sandbox.count(SALE)).toMatchObject({ rows: 1_200, distinctKeys: 1_200 });
});

/** What the query gives when it is run in a warehouse that holds these rows. */
async function missingOf(query: string, rows: TableRows): Promise<readonly number[]> {
  const warehouse = await (await DuckDBInstance.create(':memory:')).connect();
  const [, schema = '', table = ''] = /FROM (\w+)\.(\w+) AS stored/.exec(query) ?? [];
  await warehouse.run(`CREATE SCHEMA ${schema}`);
  const columns = Object.keys(rows[0] ?? {});
  const typed = columns.map((name) => `${name} VARCHAR`).join(', ');
  await warehouse.run(`CREATE TABLE ${schema}.${table} (${typed})`);
  const holes = columns.map(() => '?').join(', ');
  for (const row of rows)
    await warehouse.run(`INSERT INTO ${schema}.${table} VALUES (${holes})`, Object.values(row));
  const answer = await warehouse.runAndReadAll(query);
  warehouse.closeSync();
  return answer.getRows().map(([row]) => Number(row));
}

test.describe('a look into the warehouse before the choice', () => {
  const lookAtBatch = async (page: Page) => {
    const doubtful = page.getByRole('table', { name: 'Batches in doubt' });
    await expect(doubtful.getByText(/^rows [\d,]+ to [\d,]+$/)).toBeVisible();
    await doubtful.getByRole('button', { name: /^Get the query for batch \d+$/ }).click();
    const check = page.getByRole('region', { name: /^Check batch \d+$/ });
    const query = check.getByRole('region', { name: 'The query', exact: true });
    await expect(query).toContainText('SELECT asked.source_row');
    return check;
  };

  test('finds them stored: nothing is sent again', async ({ page, sandbox, accessibility }) => {
    await planToAppend(page, 1_200);
    await sandbox.addFaults({ match: { operation: 'ingest', nth: 2 }, fault: 'lost-after' });
    await beginSending(page);
    const check = await lookAtBatch(page);
    await accessibility.expectAccessible('the look at a batch in doubt');
    await check.getByRole('button', { name: 'It gave none: all are stored' }).click();
    await expectComplete(page);
    await expectAccount(page, { read: 1_200, accepted: 1_200 });
    expect((await sandbox.count(SALE)).rows).toBe(1_200);
  });

  test('finds none of them: they are sent, once', async ({ page, sandbox }) => {
    await planToAppend(page, 1_200);
    await sandbox.addFaults({ match: { operation: 'ingest', nth: 2 }, fault: 'lost-before' });
    await beginSending(page);
    const check = await lookAtBatch(page);
    await check.getByRole('button', { name: 'It gave every row: none is stored, send them' }).click();
    await expectComplete(page);
    await expectAccount(page, { read: 1_200, accepted: 1_200 });
    expect(await sandbox.count(SALE)).toMatchObject({ rows: 1_200, distinctKeys: 1_200 });
  });

  test('finds some of them missing: those wait among the failed rows', async ({ page, sandbox }) => {
    await planToAppend(page, 1_200);
    await sandbox.addFaults({ match: { operation: 'ingest', nth: 1 }, fault: 'lost-after' });
    await beginSending(page);
    const check = await lookAtBatch(page);
    const span = await page.getByText(/^rows [\d,]+ to [\d,]+$/).innerText();
    const first = Number(/^rows ([\d,]+) to/.exec(span)?.[1]?.replaceAll(',', ''));
    const numbers = check.getByRole('textbox', { name: /^Row numbers that the query gave/ });
    await numbers.fill('1');
    await check.getByRole('button', { name: 'Only these are missing: 1 row' }).click();
    await expect(page.getByText('These rows do not fit the batch')).toBeVisible();
    await numbers.fill(`source_row\n${first}\n${first + 2}`);
    await check.getByRole('button', { name: 'Only these are missing: 2 rows' }).click();
    await expectAccount(page, { read: 1_200, accepted: 1_198, rejected: 2 });
    await expect(page.getByText('not-found-in-warehouse').first()).toBeVisible();
  });

  test('asks for all of them with one query: those that are not there are sent, the others stay', async ({
    page,
    context,
    sandbox,
    accessibility,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await planToAppend(page, 1_700);
    await sandbox.addFaults(
      { match: { operation: 'ingest', nth: 1 }, fault: 'lost-before' },
      { match: { operation: 'ingest', nth: 3 }, fault: 'lost-after' },
    );
    await beginSending(page);
    await page.getByRole('button', { name: 'Get one query for both batches' }).click();
    const check = page.getByRole('region', { name: 'Check 2 batches' });
    await expect(check.getByText(/more lines; copying takes the whole query/)).toBeVisible();
    await accessibility.expectAccessible('the look at all batches in doubt');
    await check.getByRole('button', { name: 'Copy: The query' }).click();
    const query = await page.evaluate(() => navigator.clipboard.readText());

    const missing = await missingOf(query, await sandbox.rows(SALE, 2_000));
    expect(missing.length, 'one batch did not arrive').toBeGreaterThan(0);
    const stored = 1_700 - missing.length;
    expect((await sandbox.count(SALE)).rows).toBe(stored);
    await check.getByRole('textbox', { name: /^Row numbers that the query gave/ }).fill(missing.join('\n'));
    await check.getByRole('button', { name: `Only these are missing: ${missing.length} rows` }).click();
    await expectAccount(page, { read: 1_700, accepted: stored, waiting: missing.length });
    await page.getByRole('button', { name: `Go on with ${missing.length} rows` }).click();
    await expectComplete(page);
    await expectAccount(page, { read: 1_700, accepted: 1_700 });
    expect(await sandbox.count(SALE)).toMatchObject({ rows: 1_700, distinctKeys: 1_700 });
  });
});
