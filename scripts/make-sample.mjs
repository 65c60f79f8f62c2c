import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './settings.mjs';

export const SAMPLE = join(ROOT, 'public', 'samples', 'sales.csv');
const GOODS = [
  'HEART T-LIGHT HOLDER',
  'METAL LANTERN',
  'UNION FLAG BOTTLE',
  'GLASS STAR "FROSTED"',
  'SET OF 7 BOXES',
];
const pad = (value) => String(value).padStart(2, '0');

/**
 * A shop's export of 1,240 sales, the same every time, with what real exports have: returns, customers nobody noted,
 * a few cells that cannot be what their column says, lines exported twice and lines corrected later.
 */
export function sampleSales() {
  const rows = Array.from({ length: 1_200 }, (_, n) => sale(n));
  const spoilt = [
    { ...sale(1_200), quantity: 'six' },
    { ...sale(1_201), quantity: '12 pcs' },
    { ...sale(1_202), sold: '2011-02-30 10:15:00' },
    { ...sale(1_203), price: '2,55' },
    { ...sale(1_204), price: '#N/A' },
  ];
  const twice = rows.slice(300, 325);
  const corrected = rows.slice(700, 710).map((row) => ({ ...row, quantity: '48' }));
  const lines = [...rows, ...spoilt, ...twice, ...corrected].map((row) =>
    Object.values(row).map(cell).join(','),
  );
  return [
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    ...lines,
    '',
  ].join('\r\n');
}

function sale(n) {
  const invoice = Math.floor(n / 8);
  return {
    invoice: 536_365 + invoice,
    stock: `${20_000 + ((n * 37) % 5_000)}${n % 3 === 0 ? 'B' : ''}`,
    description: GOODS[(n * 7) % GOODS.length],
    quantity: String(n % 17 === 16 ? -(1 + (n % 3)) : 1 + ((n * 5) % 24)),
    sold: `2011-${pad(1 + (invoice % 12))}-${pad(1 + (invoice % 28))} ${pad(8 + (invoice % 10))}:${pad(n % 60)}:00`,
    price: (0.29 + ((n * 13) % 120) / 8).toFixed(2),
    customer: invoice % 5 === 3 ? '' : 12_346 + ((invoice * 91) % 5_900),
    country: invoice % 9 === 0 ? 'Ireland' : 'United Kingdom',
  };
}

const cell = (value) =>
  /[",]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(dirname(SAMPLE), { recursive: true });
  writeFileSync(SAMPLE, sampleSales());
}
