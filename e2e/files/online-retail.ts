/** Files in the shape of the well-known Online Retail data, made anew and the same every time. */

export interface Sale {
  readonly invoice: string;
  readonly product: string;
  readonly description: string;
  readonly quantity: string;
  readonly soldAt: string;
  readonly price: string;
  readonly customer: string;
}

export const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

const NAMES = ['WHITE HANGING HEART', 'METAL LANTERN', 'COAT HANGER, CUPID HEARTS', 'GLASS STAR "FROSTED"'];
const LINES_PER_INVOICE = 10;

const pad = (value: number) => String(value).padStart(2, '0');

/** The n-th sale, counted from 0. Its invoice and product occur together only once. */
export function saleAt(n: number): Sale {
  const line = n % LINES_PER_INVOICE;
  const invoice = Math.floor(n / LINES_PER_INVOICE);
  return {
    invoice: String(536_365 + invoice),
    product: `${10_000 + ((n * 7) % 4_000)}${line % 3 === 0 ? 'A' : ''}`,
    description: NAMES[n % NAMES.length] ?? '',
    // One in twelve is a return, as in the original.
    quantity: String(n % 12 === 11 ? -1 - (n % 5) : 1 + (n % 24)),
    soldAt: `2011-${pad(1 + (invoice % 12))}-${pad(1 + (invoice % 28))} ${pad(8 + (invoice % 12))}:${pad(n % 60)}:00`,
    // Quarters add up without rounding, so a sum in floats is the exact one.
    price: (0.25 + (n % 40) * 0.25).toFixed(2),
    // A fifth of the original has no customer.
    customer: invoice % 5 === 4 ? '' : String(17_850 - (invoice % 700)),
  };
}

export const sales = (count: number, from = 0): Sale[] =>
  Array.from({ length: count }, (_, at) => saleAt(from + at));

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const lineOf = (sale: Sale): string =>
  [
    sale.invoice,
    sale.product,
    sale.description,
    sale.quantity,
    sale.soldAt,
    sale.price,
    sale.customer,
    'United Kingdom',
  ]
    .map(cell)
    .join(',');

/** Lines may be given as they are, for rows that no sale could make. */
export const fileOf = (name: string, rows: readonly (Sale | string)[]) => ({
  name,
  content:
    [HEADER, ...rows.map((row) => (typeof row === 'string' ? row : lineOf(row)))].join('\r\n') + '\r\n',
});

/** The sales as a report prints them: each column as wide as its longest value, and two blanks between. */
export function reportOf(rows: number): { name: string; content: string } {
  const lines = sales(rows).map((sale) => [
    sale.invoice,
    sale.product,
    sale.quantity,
    sale.soldAt,
    sale.price,
    sale.customer,
    'United Kingdom',
  ]);
  const all = [HEADER.split(',').filter((name) => name !== 'Description'), ...lines];
  const widths = all[0]?.map((_, at) => Math.max(...all.map((cells) => cells[at]?.length ?? 0))) ?? [];
  const printed = all.map((cells) => cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
  return { name: 'report.txt', content: `${printed.join('\r\n')}\r\n` };
}

export interface Landing {
  readonly rows: number;
  readonly distinctKeys: number;
  readonly sums: { readonly quantity: number; readonly price: number };
}

const landing = (rows: readonly Sale[]): Landing => ({
  rows: rows.length,
  distinctKeys: new Set(rows.map(keyOf)).size,
  sums: {
    quantity: rows.reduce((sum, { quantity }) => sum + Number(quantity), 0),
    price: rows.reduce((sum, { price }) => sum + Number(price), 0),
  },
});

const keyOf = ({ invoice, product }: Sale) => `${invoice} ${product}`;

/** What the warehouse must hold after an UPSERT of these in which the last row of a key wins. */
export const landingOfUpsert = (rows: readonly Sale[]): Landing =>
  landing([...new Map(rows.map((sale) => [keyOf(sale), sale])).values()]);

/** What the warehouse must hold after an APPEND of all of these. */
export const landingOfAppend = landing;
