import type { Page } from '@playwright/test';
import { momentOf, momentOfRows, noteNext, now, watchFrames } from './moment';

export interface FindingsRound {
  /** From the press on a kind of finding to its rows in the grid, in ms. */
  readonly open: number;
  /** From the choice of another filter to its rows in the grid, in ms. */
  readonly filter: number;
  /** From a jump of the scroll bar to the rows there, in ms. */
  readonly scroll: number;
  /** Longest frame while the wheel turns, in ms. */
  readonly frame: number;
  /** From the Enter that ends an edit to the counts after it, in ms. */
  readonly edit: number;
}

const WHEEL_TURNS = 40;

/** On the review of a file whose every second row, from row 3 on, has two wrong cells; `round` counts from 0. */
export async function lookAtFindings(page: Page, rows: number, round: number): Promise<FindingsRound> {
  const finding = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name: /^QUANTITY/ }) })
    .first();
  const opened = await noteNext(page, 'click');
  await finding.getByRole('button', { name: 'Show the rows' }).click();
  const open = (await momentOfRows(page, 3, 1_000)) - (await opened());

  const grid = page.getByRole('grid', { name: 'Rows of the file' });
  const middle = Math.floor(rows / 4);
  const jumped = await now(page);
  await grid.evaluate((box, share) => (box.scrollTop = box.scrollHeight * share), 0.4);
  const scroll = (await momentOfRows(page, middle, rows)) - jumped;

  const longest = await watchFrames(page);
  await grid.hover();
  for (let turn = 0; turn < WHEEL_TURNS; turn++) await page.mouse.wheel(0, 240);
  await momentOfRows(page, middle, rows);
  const frame = await longest();

  await page.getByLabel('Show', { exact: true }).and(page.getByRole('button')).click();
  const chosen = await noteNext(page, 'click');
  await page.getByRole('option', { name: /^Ready/ }).click();
  const filter = (await momentOfRows(page, 2, 1_000)) - (await chosen());

  return { open, filter, scroll, frame, edit: await editOne(page, 3 + 2 * round) };
}

/** Mends one of the two wrong cells of a row. */
async function editOne(page: Page, row: number): Promise<number> {
  await page.getByLabel('Show', { exact: true }).and(page.getByRole('button')).click();
  await page.getByRole('option', { name: /^All rows/ }).click();
  await page.getByLabel('Go to row').fill(String(row));
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  const grid = page.getByRole('grid', { name: 'Rows of the file' });
  const line = grid.getByRole('row', { selected: true });
  await line.getByRole('gridcell', { name: 'a dozen' }).click();
  await grid.press('Enter');
  const field = page.getByRole('textbox', { name: `QUANTITY, row ${row}` });
  await field.fill('12');
  const before = await countOf(page);
  const pressed = await noteNext(page, 'keydown');
  await field.press('Enter');
  return (await momentOf(page, `${(before - 1).toLocaleString('en-GB')} cells`)) - (await pressed());
}

/** Wrong quantities, as the list of findings counts them. */
async function countOf(page: Page): Promise<number> {
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name: /^QUANTITY/ }) })
    .first();
  return Number(/([\d,]+) cells/.exec(await item.innerText())?.[1]?.replaceAll(',', ''));
}
