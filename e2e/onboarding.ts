import { expect, type Locator, type Page } from '@playwright/test';
import { findStandardSchema } from '../lib/peak/models/standard-schemas';
import {
  cellBeside,
  choose,
  chooseFromCombo,
  downloadText,
  expectScreen,
  giveFile,
  open,
  pick,
  said,
  tick,
  typeIntoGrid,
  type GivenFile,
} from './ui';

/** What people say about an onboarding, in their words; every story is told with these. */

export interface Standard {
  /** App name, e.g. `quote-pricing`. */
  readonly standard: string;
  readonly version: string;
}

function schemaOf({ standard, version }: Standard) {
  const schema = findStandardSchema(standard, version);
  if (schema === undefined) throw new Error(`There is no standard schema ${standard} ${version}.`);
  return schema;
}

export async function connectToSandbox(
  page: Page,
  { tenant = 'a', name }: { readonly tenant?: 'a' | 'b'; readonly name?: string } = {},
): Promise<void> {
  if (tenant === 'a' && name === undefined) {
    await open(page, '/');
    await page.getByRole('button', { name: 'Try it with the sandbox' }).click();
  } else {
    await open(page, '/connect');
    await pick(page, `Sandbox, tenant ${tenant.toUpperCase()}`);
    await page.getByRole('textbox', { name: 'Name of this connection' }).fill(name ?? `Tenant ${tenant}`);
    await page.getByRole('button', { name: 'Check and connect' }).click();
  }
  await expectScreen(page, 'Which solution is it?');
}

/** For a tenant that has no solution yet: the usual details of a standard schema. */
export async function chooseSolution(page: Page, standard: Standard): Promise<void> {
  const { title, appVersion, defaultSolutionName } = schemaOf(standard);
  await choose(page, 'Standard schema', `${title}, version ${appVersion}`);
  await expect(page.getByRole('textbox', { name: 'Solution name' })).toHaveValue(defaultSolutionName);
  await page.getByRole('button', { name: 'Save and plan the rollout' }).click();
  await expectScreen(page, `Roll out ${defaultSolutionName}`);
}

export async function saveSchemaAndRollOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try it with a dry run' }).click();
  await page.getByRole('button', { name: 'Save it on the sandbox' }).click();
  await page.getByRole('button', { name: /^Roll out / }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Fill in' }).click();
  await question.getByRole('button', { name: /^Make \d+ tables$/ }).click();
  await expectScreen(page, / is rolled out$/);
  await expect(page.getByText(/^Listed by the tenant with \d+ tables$/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go on: look at the data model' })).toBeVisible();
}

export async function reviewModel(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Go on: look at the data model' }).click();
  await expectScreen(page, /^Data model of /);
  await page.getByRole('button', { name: 'I have reviewed the model' }).click();
  await expect(page.getByText('You reviewed this model')).toBeVisible();
}

/** From nothing to rolled-out tables in tenant A of the sandbox. */
export async function rollOut(page: Page, standard: Standard): Promise<void> {
  await connectToSandbox(page);
  await chooseSolution(page, standard);
  await saveSchemaAndRollOut(page);
}

/** Starts a load from wherever one is within the onboarding; `table` is the full name. */
export async function startLoad(page: Page, table: string): Promise<void> {
  await goTo(page, 'load');
  await expectScreen(page, 'Load the tables');
  await page.getByRole('button', { name: new RegExp(`^(Start a|Another) load of ${table}$`) }).click();
  await expectScreen(page, 'File');
}

/** To a place of the onboarding by its address, as from a bookmark; '' is the checklist. */
export async function goTo(
  page: Page,
  place: '' | 'load' | 'monitor' | 'optional' | 'prepare' | 'rollout',
): Promise<void> {
  const home = /\/w\/[^/]+/.exec(new URL(page.url()).pathname)?.[0];
  if (home === undefined) throw new Error(`No onboarding is open at ${page.url()}.`);
  await open(page, place === '' ? home : `${home}/${place}`);
}

export async function dropFile(page: Page, file: GivenFile): Promise<void> {
  await giveFile(page, file);
}

/** A file that is taken in, up to the rows as they are read. */
export async function takeFile(page: Page, file: GivenFile): Promise<void> {
  await dropFile(page, file);
  await expect(page.getByRole('button', { name: /^Continue to (columns|review)$/ })).toBeVisible();
  await expectKept(page);
}

export const expectKept = (page: Page) =>
  expect(page.getByText('Copied into this browser’s private storage: it survives a reload')).toBeVisible();

/** Another file in the place of the one that is there. */
export async function replaceFile(page: Page, file: GivenFile): Promise<void> {
  await page.getByRole('button', { name: 'Another file' }).click();
  const dialog = page.getByRole('dialog');
  await giveFile(dialog, file);
  await expect(dialog).toBeHidden();
  await expect(page.getByText(file.name).first()).toBeVisible();
}

export async function goToColumns(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue to columns' }).click();
  await expectScreen(page, 'Columns');
}

/** Table column → heading of the file, as the app has matched them, by itself or by hand. */
export async function expectMatched(page: Page, columns: Readonly<Record<string, string>>): Promise<void> {
  for (const [column, heading] of Object.entries(columns)) {
    const box = page.getByRole('combobox', { name: `File column for ${column}`, exact: true });
    await expect(box, column).toHaveValue(heading);
  }
}

/** Table column → heading of the file, chosen by hand. */
export async function matchColumns(page: Page, columns: Readonly<Record<string, string>>): Promise<void> {
  for (const [column, heading] of Object.entries(columns))
    await chooseFromCombo(page, `File column for ${column}`, heading);
  await expectMatched(page, columns);
}

/** To the review, until all is checked; straight from the file where every heading is a column's name. */
export async function goToReview(page: Page, rows: number): Promise<void> {
  await page.getByRole('button', { name: 'Continue to review' }).click();
  await expectScreen(page, 'Review');
  await waitForCheck(page, rows);
}

export async function waitForCheck(page: Page, rows: number): Promise<void> {
  await expect(page.getByText(`${said(rows)} rows read`)).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
}

export interface Review {
  readonly ready: number;
  readonly held?: number;
  readonly superseded?: number;
  readonly skipped?: number;
}

const STATE = { ready: 'Ready', held: 'Held back', superseded: 'Superseded', skipped: 'Skipped' } as const;

/** The numbers of the review; those not named must be none. */
export async function expectReview(page: Page, review: Review): Promise<void> {
  for (const state of ['ready', 'held', 'superseded', 'skipped'] as const) {
    const term = page.getByRole('term').filter({ hasText: new RegExp(`^${STATE[state]}`) });
    const number = page.locator('div').filter({ has: term }).last().getByRole('definition');
    await expect(number, STATE[state]).toHaveText(new RegExp(`^[=+] ${said(review[state] ?? 0)}$`));
  }
}

/** One kind of finding with its count, e.g. `expectFinding(page, 'QUANTITY Not a whole number', '2 cells, error')`. */
export async function expectFinding(page: Page, heading: string, count: string): Promise<void> {
  await expect(findingOf(page, heading)).toContainText(count);
}

const findingOf = (page: Page, heading: string): Locator =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name: heading, exact: true }) });

/** Changes one cell, by the row's number in the file and the file's heading. */
export async function editCell(page: Page, row: number, column: string, text: string): Promise<void> {
  await typeIntoGrid(page, { row, column, text });
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: `Row ${said(row)}, ` })
      .last(),
  ).toContainText(`set to “${text}”`);
}

/** Applies the rule offered for one kind of finding, after the look at what it would do. */
export async function applyRule(page: Page, finding: string, rule: RegExp): Promise<void> {
  const item = findingOf(page, finding);
  await item.getByRole('button', { name: rule }).click();
  await item.getByRole('button', { name: 'Apply to the column' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Repairs' })).toBeVisible();
}

/** The repairs listed, in any order, and no others. */
export async function expectRepairs(page: Page, repairs: readonly string[]): Promise<void> {
  for (const repair of repairs)
    await expect(page.getByRole('listitem').filter({ hasText: repair })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Take back: / })).toHaveCount(repairs.length);
}

export async function goToSend(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Continue with / }).click();
  await expectScreen(page, 'Send');
}

export async function chooseOperation(page: Page, operation: 'UPSERT' | 'APPEND'): Promise<void> {
  await pick(page, new RegExp(`^${operation}`));
}

/** Rehearses with the sample that is offered and expects that Peak would take all of it. */
export async function dryRun(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Dry run with / }).click();
  await expect(page.getByText(/^Dry run: all \d+ rows accepted$/)).toBeVisible();
}

export async function makePlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Make the plan for / }).click();
  await expect(page.getByRole('button', { name: /^Send [\d,]+ rows?/ })).toBeVisible();
}

export async function beginSending(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send [\d,]+ rows?/ }).click();
}

/** Freezes the plan, sends all of it, and waits for an account that is closed. */
export async function sendAll(page: Page): Promise<void> {
  await makePlan(page);
  await beginSending(page);
  await expectComplete(page);
}

export const expectComplete = (page: Page) =>
  expect(page.getByText('Complete: every row is accounted for')).toBeVisible({ timeout: 60_000 });

export interface Account {
  readonly read: number;
  readonly accepted?: number;
  readonly laterFailed?: number;
  readonly rejected?: number;
  readonly inDoubt?: number;
  readonly waiting?: number;
  readonly held?: number;
  readonly superseded?: number;
  readonly skipped?: number;
}

const BUCKET = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  inDoubt: 'In doubt',
  waiting: 'Waiting',
  held: 'Held back',
  superseded: 'Superseded',
  skipped: 'Skipped',
} as const;

/** The account on screen, bucket by bucket; buckets not named must be empty, and the sum is what was read. */
export async function expectAccount(page: Page, account: Account): Promise<void> {
  for (const bucket of Object.keys(BUCKET) as (keyof typeof BUCKET)[]) {
    const cell = cellBeside(page, 'Account of this load', BUCKET[bucket]);
    await expect(cell, BUCKET[bucket]).toHaveText(said(account[bucket] ?? 0));
  }
  const later = cellBeside(page, 'Account of this load', 'Accepted, later failed');
  await expect(later).toHaveText(account.laterFailed === undefined ? [] : [said(account.laterFailed)]);
  await expect(cellBeside(page, 'Account of this load', 'Sum')).toHaveText(said(account.read));
  await expect(page.getByText(`= ${said(account.read)} rows read from the file`)).toBeVisible();
}

/** The rows that Peak rejected, as the file the user can take away. */
export const downloadRejected = (page: Page) =>
  downloadText(page, page.getByRole('button', { name: 'Download as CSV' }));

export const downloadHeld = (page: Page) =>
  downloadText(page, page.getByRole('button', { name: /held back \(CSV\)$/ }));

/** An item of the checklist with its status word and what it says as proof. */
export async function expectItem(
  page: Page,
  title: string,
  status: string,
  proof: string | RegExp,
): Promise<void> {
  const item = page.getByRole('listitem').filter({ hasText: title });
  await expect(item, title).toContainText(`${status}: ${title}`);
  await expect(item, title).toContainText(proof);
}

export async function tickByHand(page: Page, title: string): Promise<void> {
  await tick(page, new RegExp(`^${title}`));
}
