import type { Page } from '@playwright/test';
import { fileOf, sales } from './files/online-retail';
import { goToColumns, goToReview, goToSend, makePlan, startLoad, takeFile } from './onboarding';

/** The table that most stories load, and the way to it. */
export const QUOTE_PRICING = { standard: 'quote-pricing', version: '1.0.0' };
export const SALE = { solution: 'QP_OOTB', table: 'QP_SALE_OOTB' };

/** From a solution that is rolled out to the send screen, with a file of that many good rows. */
export async function bringSalesToSend(page: Page, rows: number): Promise<void> {
  await startLoad(page, SALE.table);
  await takeFile(page, fileOf('sales.csv', sales(rows)));
  await goToColumns(page);
  await goToReview(page, rows);
  await goToSend(page);
}

/** As `bringSalesToSend`, up to a frozen plan. */
export async function planSales(page: Page, rows: number): Promise<void> {
  await bringSalesToSend(page, rows);
  await makePlan(page);
}
