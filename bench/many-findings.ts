import { expect, type Page } from '@playwright/test';
import { selectOf } from '../e2e/ui';
import { drawnAfter, whileScrolling, type Drawn, type Wanted } from './drawn';

export interface FindingsRound {
  /** The review of a file that is checked, entered from its columns, to its findings and rows. */
  readonly enter: Drawn;
  /** A kind of finding pressed, to its rows in the grid. */
  readonly open: Drawn;
  /** Another kind chosen in the filter, to its rows. */
  readonly kind: Drawn;
  /** A state of rows chosen in the filter, to its rows. */
  readonly state: Drawn;
  /** The scroll bar moved, to the rows there. */
  readonly jump: Drawn;
  /** The slowest of the pages turned by key, to its rows. */
  readonly page: Drawn;
  /** The wheel turned: longest frame, and longest time with rows in view that are not read yet. */
  readonly wheel: Drawn;
  /** Enter that ends an edit, to all counts right again. */
  readonly edit: Drawn;
}

const TURNS = 40;
const PAGES = 12;
/** Remainders of the user's own row numbers by three, as `writeSales` marks rows in turn; the first row is row 2. */
const QUANTITY = { remainders: [2] };
const PRICE = { remainders: [0] };
const READY = { remainders: [1] };

/** On the review of a file with one finding in every row, and back there. */
export async function lookAtFindings(page: Page, rows: number): Promise<FindingsRound> {
  const grid = page.getByRole('grid', { name: 'Rows of the file' });
  const top = { from: 2, to: 1_000 };
  const enter = await comeIn(page);
  const open = await drawnAfter(page, 'pointerup', { rows: { ...top, ...QUANTITY } }, () =>
    kindOf(page, 'QUANTITY').getByRole('button', { name: 'Show the rows' }).click(),
  );
  const kind = await filterBy(page, /^SELLING_PRICE: Currency/, { rows: { ...top, ...PRICE } });
  const away = { from: Math.floor(rows / 3), to: rows + 1, ...PRICE };
  const jump = await drawnAfter(page, 'scroll', { rows: away }, () =>
    grid.evaluate((box) => (box.scrollTop = box.scrollHeight * 0.4)),
  );
  await grid.hover();
  const wheel = await whileScrolling(page, async () => {
    for (let turn = 0; turn < TURNS; turn++) await page.mouse.wheel(0, 240);
  });
  const state = await filterBy(page, /^Ready/, { rows: { ...top, ...READY } });
  return { enter, open, kind, state, jump, wheel, page: await turnPages(page), edit: await editOne(page) };
}

const kindOf = (page: Page, column: string) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name: new RegExp(`^${column}`) }) })
    .first();

/** Out to the columns and in again: nothing has changed, so nothing is checked. */
async function comeIn(page: Page): Promise<Drawn> {
  const steps = page.getByRole('navigation', { name: 'Steps of this load' });
  await steps.getByRole('link', { name: 'Columns' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Columns' })).toBeFocused();
  const rows = { from: 2, to: 1_000, remainders: [0, 1, 2] };
  return drawnAfter(page, 'pointerup', { text: 'Not a whole number', rows }, () =>
    steps.getByRole('link', { name: 'Review' }).click(),
  );
}

async function filterBy(page: Page, option: RegExp, wanted: Wanted): Promise<Drawn> {
  await selectOf(page, 'Show').click();
  const choice = page.getByRole('option', { name: option });
  await expect(choice).toBeVisible();
  return drawnAfter(page, 'pointerup', wanted, () => choice.click());
}

/** Page Down through the ready rows; the slowest page. */
async function turnPages(page: Page): Promise<Drawn> {
  const grid = page.getByRole('grid', { name: 'Rows of the file' });
  await grid.focus();
  const pages: Drawn[] = [];
  const [height, seen] = [15, 3];
  for (let turn = 1; turn <= PAGES; turn++) {
    const last = 4 + height * turn * seen;
    const rows = { from: last - (height + 3) * seen, to: last + 3 * seen, ...READY };
    pages.push(await drawnAfter(page, 'keydown', { rows }, () => grid.press('PageDown')));
  }
  const most = (pick: (drawn: Drawn) => number) => Math.max(...pages.map(pick));
  return { ms: most(({ ms }) => ms), frame: most(({ frame }) => frame) };
}

/** Mends a quantity: one wrong cell and one row held back less. */
async function editOne(page: Page): Promise<Drawn> {
  const grid = page.getByRole('grid', { name: 'Rows of the file' });
  const item = kindOf(page, 'QUANTITY');
  await item.getByRole('button', { name: 'Show the rows' }).click();
  await expect(grid.getByRole('row', { selected: true })).toContainText('a dozen');
  // The last one: the rows at the top stay as the file marks them.
  await grid.press('Control+End');
  const cell = grid.getByRole('row', { selected: true }).getByRole('gridcell', { name: 'a dozen' });
  await cell.click();
  await grid.press('Enter');
  const field = page.getByRole('textbox', { name: /^QUANTITY, row / });
  await field.fill('12');
  const before = Number(/([\d,]+) cells/.exec(await item.innerText())?.[1]?.replaceAll(',', ''));
  const text = `Not a whole number${(before - 1).toLocaleString('en-GB')} cells`;
  return drawnAfter(page, 'keydown', { text }, () => field.press('Enter'));
}
