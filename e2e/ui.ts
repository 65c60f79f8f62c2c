import { expect, type Locator, type Page } from '@playwright/test';

/** What the framework and the widgets do behind a person's back, absorbed here so that no story has to know it. */

/** A file that exists only in the test. */
export interface GivenFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/**
 * The heading of a screen. Hazard: a page made on the server shows its buttons before anything listens to them.
 * The heading takes the focus from an effect, so a focused heading proves that the page is alive.
 */
export async function expectScreen(page: Page, title: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
}

/** Opens an address and waits until the page listens. Hazard: as above. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expectAlive(page);
}

/** As a person who presses F5, and waits. Hazard: as above; and what this browser keeps is read only after it. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await expectAlive(page);
}

const expectAlive = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeFocused();

/**
 * Hazard: the list of a select hangs at the end of the body, and the rest of the page is hidden from roles meanwhile; and
 * a choice counts once it is written down, which is when the button shows it.
 */
export async function choose(within: Page | Locator, label: string, option: string | RegExp): Promise<void> {
  const page = 'page' in within ? within.page() : within;
  await selectOf(within, label).click();
  const list = page.getByRole('listbox');
  await list.getByRole('option', { name: option }).click();
  await expect(list).toBeHidden();
  await expect(selectOf(within, label)).toContainText(option);
}

/** The button of a select. Hazard: beside it stands a hidden native select with the same label. */
export const selectOf = (within: Page | Locator, label: string): Locator =>
  within.getByLabel(label, { exact: true }).and(within.getByRole('button'));

/**
 * Hazard: the list opens with the focus and closes with the blur, hangs at the end of the body, and narrows with the
 * text; a list that is still closing covers the next field.
 */
export async function chooseFromCombo(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true });
  await box.click();
  await box.fill(option);
  const list = page.getByRole('listbox');
  await list.getByRole('option', { name: option, exact: true }).click();
  await expect(list).toBeHidden();
}

/** Hazard: the real radio and check boxes have no size; the label around them is what a hand can hit. */
export async function pick(page: Page, title: string | RegExp): Promise<void> {
  const radio = page.getByRole('radio', { name: title });
  await page.locator('label').filter({ has: radio }).click();
  await expect(radio).toBeChecked();
}

/** As `pick`, for a check box. */
export async function tick(page: Page, title: string | RegExp): Promise<void> {
  const box = page.getByRole('checkbox', { name: title });
  await page.locator('label').filter({ has: box }).click();
  await expect(box).toBeChecked();
}

/** Hazard: the field for files is hidden and made anew after every choice; the button before it stays. */
export async function giveFile(within: Page | Locator, { name, content }: GivenFile): Promise<void> {
  const page = 'page' in within ? within.page() : within;
  const chooser = page.waitForEvent('filechooser');
  await within.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

/** What a press downloads. Hazard: it comes as an event, not as a page. */
export async function downloadBytes(page: Page, button: Locator): Promise<Buffer<ArrayBuffer>> {
  const begun = page.waitForEvent('download');
  await button.click();
  const stream = await (await begun).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

/** The same as text, without the mark that spreadsheets want. */
export const downloadText = async (page: Page, button: Locator): Promise<string> =>
  (await downloadBytes(page, button)).toString('utf8').replace(/^\ufeff/, '');

/** A fact on a line of a table. Hazard: tables may also stand in the page as pictures for eyes only. */
export const cellBeside = (within: Page | Locator, table: string, line: string): Locator =>
  within
    .getByRole('table', { name: table })
    .getByRole('row')
    .filter({ has: rowHeader(within, line) })
    .getByRole('cell')
    .first();

const rowHeader = (within: Page | Locator, line: string): Locator => {
  const page = 'page' in within ? within.page() : within;
  return page.getByRole('rowheader', { name: line, exact: true });
};

/**
 * Opens the field of one cell of the grid by keyboard. Hazard: the grid draws only the rows in view, and a field exists
 * only while one types; the row is brought into view by its number first.
 */
export async function openCell(
  page: Page,
  { row, column }: { readonly row: number; readonly column: string },
): Promise<Locator> {
  await page.getByLabel('Go to row').fill(String(row));
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  const grid = page.getByRole('grid', { name: 'Rows of the file' });
  const headings = grid.getByRole('columnheader');
  const line = grid
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: said(row), exact: true }) });
  await expect(line).toHaveAttribute('aria-selected', 'true');
  await expect(headings.filter({ hasText: column })).toHaveCount(1);
  const names = await headings.allInnerTexts();
  const place = names.findIndex((name) => name.includes(column));
  await line.getByRole('gridcell').or(line.getByRole('rowheader')).nth(place).click();
  await grid.press('Enter');
  return page.getByRole('textbox', { name: `${column}, row ${said(row)}` });
}

/** Puts a text into one cell of the grid by keyboard. */
export async function typeIntoGrid(
  page: Page,
  { text, ...cell }: { readonly row: number; readonly column: string; readonly text: string },
): Promise<void> {
  const field = await openCell(page, cell);
  await field.fill(text);
  await field.press('Enter');
  await expect(field).toBeHidden();
}

/** Urgent messages. Hazard: Next tells screen readers the title of each new page through an alert of its own. */
export const alerts = (page: Page): Locator =>
  page.getByRole('alert').and(page.locator(':not(#__next-route-announcer__)'));

/** A count as screens write it: 3000 → "3,000". */
export const said = (count: number): string => count.toLocaleString('en-GB');
