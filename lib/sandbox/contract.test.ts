import { afterAll } from 'vitest';
import { z } from 'zod';
import type { ContractTarget } from '../peak/contract-suite';
import { contractSuite } from '../peak/contract-suite';
import { listen } from './listen';
import type { Sandbox } from './sandbox';
import { createSandbox } from './sandbox';
import { DEMO_TOKENS } from './settings';

const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

const facts = {
  token: DEMO_TOKENS.a,
  solution: 'QP_OOTB',
  table: 'QP_SALE_OOTB',
  write: true,
  rollOut: { appName: 'quote-pricing', appVersion: '1.0.0', prefix: 'QP_' },
  rows: ['1', '2'].map((sale) => ({
    SALE_ID: sale,
    PRODUCT_ID: 'P',
    CUSTOMER_ID: null,
    MERCHANT_ID: null,
    QUOTE_ID: null,
    SOLD_AT: '2010-12-01 08:26:00',
    QUANTITY: 6,
    SELLING_PRICE: 2.55,
  })),
};

async function fresh(): Promise<Sandbox> {
  const sandbox = await createSandbox({ settings: { rate: 0 } });
  ends.push(() => sandbox.close());
  return sandbox;
}

contractSuite('the sandbox in this process', async () => {
  const sandbox = await fresh();
  return { ...facts, origin: 'http://127.0.0.1', send: (request) => sandbox.fetch(request) };
});

contractSuite('the sandbox over HTTP', async () => {
  const serving = await listen(fresh(), 0);
  ends.push(() => serving.close());
  return { ...facts, origin: `http://127.0.0.1:${serving.port}`, send: (request) => fetch(request) };
});

/** A real tenant, when somebody names one: dry runs only, unless PEAK_CONTRACT_WRITE=1. */
const real = z.object({
  PEAK_CONTRACT_HOST: z.url(),
  PEAK_CONTRACT_TOKEN: z.string().min(1),
  PEAK_CONTRACT_SOLUTION: z.string().min(1),
  PEAK_CONTRACT_TABLE: z.string().min(1),
  /** A JSON array of rows that the table takes. */
  PEAK_CONTRACT_ROWS: z
    .string()
    .transform((text) => z.array(z.record(z.string(), z.unknown())).min(1).parse(JSON.parse(text))),
  PEAK_CONTRACT_WRITE: z.string().optional(),
});

if (process.env.PEAK_CONTRACT_HOST !== undefined) {
  contractSuite('a real Peak', async (): Promise<ContractTarget> => {
    const env = real.parse(process.env);
    return {
      origin: new URL(env.PEAK_CONTRACT_HOST).origin,
      token: env.PEAK_CONTRACT_TOKEN,
      send: (request) => fetch(request),
      solution: env.PEAK_CONTRACT_SOLUTION,
      table: env.PEAK_CONTRACT_TABLE,
      rows: env.PEAK_CONTRACT_ROWS,
      write: env.PEAK_CONTRACT_WRITE === '1',
    };
  });
}
