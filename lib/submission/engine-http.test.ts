import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rowsSender } from '../gateway/send-rows';
import { Trial } from './campaign';
import { PretendPeak } from './pretend-peak';
import { SimulatedClock } from './simulated-clock';

/** Over a real socket: what a line does to one request. `half`: stored, then the answer is cut in the middle. */
type LineFault = 'cut-before' | 'cut-after' | 'half' | 'garbage';

let server: Server;
let peak: PretendPeak;
let clock: SimulatedClock;
let faults: Readonly<Record<number, LineFault>> = {};
let seen = 0;

async function serveRows(url: URL, body: Buffer, response: ServerResponse): Promise<void> {
  const fault = faults[seen];
  seen += 1;
  if (fault === 'cut-before') return void response.destroy();
  const answer = await peak.send({
    connectionId: '',
    solutionName: url.searchParams.get('solution') ?? '',
    table: url.pathname,
    operation: url.searchParams.get('operation') === 'UPSERT' ? 'UPSERT' : 'APPEND',
    dryRun: url.searchParams.get('dryRun') === 'true',
    batchId: url.searchParams.get('batch') ?? '',
    body: new Uint8Array(body),
    signal: new AbortController().signal,
  });
  if (fault === 'cut-after') return void response.destroy();
  const text = fault === 'garbage' ? '<html>Bad gateway</html>' : JSON.stringify(answer);
  response.writeHead(fault === 'garbage' ? 502 : 200, { 'content-length': Buffer.byteLength(text) });
  if (fault !== 'half') return void response.end(text);
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

beforeEach(async () => {
  clock = new SimulatedClock();
  peak = new PretendPeak(clock, undefined, 1);
  faults = {};
  seen = 0;
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void serveRows(new URL(request.url ?? '/', 'http://onramp'), Buffer.concat(chunks), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const transport = () => {
  const { port } = server.address() as AddressInfo;
  return { send: rowsSender((path, init) => fetch(`http://127.0.0.1:${port}${path}`, init), 30_000) };
};
const load = (operation: 'UPSERT' | 'APPEND', values: readonly (string | null)[]) =>
  new Trial(values, operation, clock, peak, 5).freeze();
const allOk = Array.from({ length: 100 }, () => 'ok');

describe('the engine over a real line', () => {
  it('sends a load and names the refused rows', async () => {
    const trial = await load('APPEND', [...allOk, 'bad', 'echo', 'ok']);
    expect(await trial.run({ transport: transport() })).toBeUndefined();
    const account = (await trial.ledger()).account();
    expect(account).toMatchObject({ accepted: 101, rejected: 2, complete: true });
    const rejected = (await trial.journal.entries('load')).flatMap((entry) => entry.rejected);
    expect(rejected.map(({ row }) => row)).toEqual([102, 103]);
    expect(peak.table.size).toBe(101);
  });

  const worst = { 1: 'cut-before', 4: 'cut-after', 8: 'half', 12: 'garbage' } as const;

  it('leaves APPEND batches in doubt whose answer was cut off, and doubles none', async () => {
    const trial = await load('APPEND', allOk);
    faults = worst;
    expect(await trial.run({ transport: transport() })).toBeUndefined();
    const account = (await trial.ledger()).account();
    expect(account).toMatchObject({ inDoubt: 20, accepted: 80, waiting: 0, balances: true, complete: false });
    expect(Math.max(...peak.table.values())).toBe(1);
    expect(peak.table.size).toBe(95);
  });

  it('brings every row of UPSERT through the same line', async () => {
    const trial = await load('UPSERT', allOk);
    faults = worst;
    expect(await trial.run({ transport: transport() })).toBeUndefined();
    expect((await trial.ledger()).account()).toMatchObject({ accepted: 100, complete: true });
    expect(peak.table.size).toBe(100);
  });

  it('stands still when our server is gone, and goes on when it is back', async () => {
    const trial = await load('UPSERT', allOk);
    const dead = { send: rowsSender(() => Promise.reject(new TypeError('fetch failed')), 30_000) };
    expect(await trial.run({ transport: dead })).toBe('peak-down');
    expect((await trial.ledger()).account()).toMatchObject({ accepted: 0, balances: true });
    expect(await trial.run({ transport: transport() })).toBeUndefined();
    expect((await trial.ledger()).account()).toMatchObject({ accepted: 100, complete: true });
  });
});
