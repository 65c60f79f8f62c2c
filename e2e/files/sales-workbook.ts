import { makeWorkbook, type MadeCell } from './make-workbook';
import type { Sale } from './online-retail';

/** Sales as a shop keeps them in Excel: real dates, real numbers, a sheet for each part. */

const HEADINGS = {
  InvoiceNo: ({ invoice }: Sale): MadeCell => Number(invoice),
  StockCode: ({ product }: Sale): MadeCell => (/^\d+$/.test(product) ? Number(product) : product),
  Description: ({ description }: Sale): MadeCell => description,
  Quantity: ({ quantity }: Sale): MadeCell => Number(quantity),
  InvoiceDate: ({ soldAt }: Sale): MadeCell => ({ n: serialOf(soldAt), style: 1 }),
  UnitPrice: ({ price }: Sale): MadeCell => ({ n: String(Number(price)) }),
  CustomerID: ({ customer }: Sale): MadeCell => (customer === '' ? null : { inline: customer }),
} as const;
type Heading = keyof typeof HEADINGS;
const ALL = Object.keys(HEADINGS) as Heading[];

/** Day 1 is 1900-01-01, and a 29 February 1900 is counted that never was. */
function serialOf(text: string): string {
  const ms = Date.parse(`${text.replace(' ', 'T')}Z`) - Date.UTC(1899, 11, 30);
  return String(ms / 86_400_000);
}

export const sheetOf = (name: string, sales: readonly Sale[], headings: readonly Heading[] = ALL) => ({
  name,
  rows: [[...headings], ...sales.map((sale) => headings.map((heading) => HEADINGS[heading](sale)))],
});

export const salesWorkbook = (name: string, sheets: readonly ReturnType<typeof sheetOf>[]) => ({
  name,
  content: makeWorkbook({ sheets, formats: ['yyyy-mm-dd hh:mm:ss'] }),
});
