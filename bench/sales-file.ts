import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';

export const HEADER = [
  'SALE_ID',
  'PRODUCT_ID',
  'CUSTOMER_ID',
  'MERCHANT_ID',
  'QUOTE_ID',
  'SOLD_AT',
  'QUANTITY',
  'SELLING_PRICE',
  'Description',
  'Country',
  'Channel',
  'Note',
] as const;
/** Any number gives other values; this one is in every figure we publish. */
const SEED = 0x5eed;

/** What stands in the place of a good cell, by column; the other columns take any text. */
const WRONG: Partial<Record<(typeof HEADER)[number], string>> = {
  SALE_ID: '',
  PRODUCT_ID: '#REF!',
  CUSTOMER_ID: '#N/A',
  MERCHANT_ID: '#N/A',
  QUOTE_ID: '#VALUE!',
  SOLD_AT: '2023-02-30 10:00:00',
  QUANTITY: 'a dozen',
  SELLING_PRICE: '12.5 EUR',
};

export interface Wrongness {
  /** Share of the cells that the table takes, drawn by chance. */
  readonly share?: number;
  /** One finding in every row, of three kinds in turn: a quantity and a price that hold their rows, and a time that is a warning. */
  readonly everyRow?: boolean;
}

/** Writes `rows` sales of twelve columns, the same bytes for the same seed, and returns the size in bytes. */
export async function writeSales(
  path: string,
  rows: number,
  wrong: Wrongness = {},
  seed = SEED,
): Promise<number> {
  const next = mulberry32(seed);
  const line = (n: number) => {
    const cells = sale(n, next);
    if (wrong.everyRow === true) markInTurn(cells, n);
    if (wrong.share === undefined) return cells.join(',');
    return HEADER.map((name, at) => {
      const hit = wrong.share !== undefined && next() < wrong.share;
      return (hit ? WRONG[name] : undefined) ?? cells[at];
    }).join(',');
  };
  const out = createWriteStream(path);
  out.write(`${HEADER.join(',')}\n`);
  for (let from = 0; from < rows; from += 5_000) {
    let text = '';
    for (let n = from; n < Math.min(rows, from + 5_000); n++) text += `${line(n)}\n`;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return (await stat(path)).size;
}

function markInTurn(cells: (string | number)[], n: number): void {
  const at = (name: (typeof HEADER)[number]) => HEADER.indexOf(name);
  if (n % 3 === 0) cells[at('QUANTITY')] = WRONG.QUANTITY ?? '';
  else if (n % 3 === 1) cells[at('SELLING_PRICE')] = WRONG.SELLING_PRICE ?? '';
  else cells[at('SOLD_AT')] = String(cells[at('SOLD_AT')]).slice(0, 'yyyy-mm-dd hh:mm'.length);
}

const pad = (value: number) => String(value).padStart(2, '0');

function sale(n: number, next: () => number): (string | number)[] {
  const pick = (count: number) => Math.floor(next() * count);
  const day = `20${20 + pick(5)}-${pad(1 + pick(12))}-${pad(1 + pick(28))}`;
  const time = `${pad(pick(24))}:${pad(pick(60))}:${pad(pick(60))}`;
  return [
    `S${String(n).padStart(9, '0')}`,
    `P${10_000 + pick(40_000)}`,
    next() < 0.2 ? '' : `C${pick(90_000)}`,
    `M${pick(400)}`,
    '',
    `${day} ${time}`,
    1 + pick(48),
    (next() * 400).toFixed(2),
    next() < 0.1 ? '"LANTERN, ""FROSTED"""' : 'WHITE HANGING HEART HOLDER',
    'United Kingdom',
    'store',
    'delivered in the morning',
  ];
}

/** A small generator with a seed: equal files on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
