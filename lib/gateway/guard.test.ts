import { describe, expect, it } from 'vitest';
import { arrivedAsRequest } from './arrival';
import { checkOrigin, readBytes } from './guard';

const at = (headers: Record<string, string>) =>
  arrivedAsRequest(new Request('http://internal/api/x', { headers }));
const own = { host: 'localhost:3000', origin: 'http://localhost:3000', 'x-onramp-request': '1' };
const local = { changes: true, origin: undefined };
const published = { changes: true, origin: 'https://onramp.example' };

describe('checkOrigin', () => {
  it.each<[string, Record<string, string>, { changes: boolean; origin: string | undefined }]>([
    ['a page of ours on this computer', own, local],
    ['the same with fetch metadata', { ...own, 'sec-fetch-site': 'same-origin' }, local],
    [
      'an address instead of a name',
      { ...own, host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' },
      local,
    ],
    [
      'a page of ours behind a balancer',
      { host: '10.0.0.7', origin: 'https://onramp.example', 'x-onramp-request': '1' },
      published,
    ],
    [
      'reading from the address bar',
      { host: 'localhost:3000', 'sec-fetch-site': 'none' },
      { ...local, changes: false },
    ],
    ['reading without a browser', { host: 'localhost:3000' }, { ...local, changes: false }],
  ])('lets %s through', (_, headers, rules) => {
    expect(checkOrigin(at(headers), rules)).toEqual({ ok: true, value: true });
  });

  it.each<[string, Record<string, string>, { changes: boolean; origin: string | undefined }]>([
    ['another site', { ...own, origin: 'https://evil.com', 'sec-fetch-site': 'cross-site' }, local],
    [
      'another port of this computer',
      { ...own, origin: 'http://localhost:4000', 'sec-fetch-site': 'same-site' },
      local,
    ],
    ['a rebound name', { ...own, host: 'evil.com:3000', origin: 'http://evil.com:3000' }, local],
    [
      'a name that only looks local',
      { ...own, host: 'localhost.evil.com', origin: 'http://localhost.evil.com' },
      local,
    ],
    ['an opaque origin', { ...own, origin: 'null' }, local],
    ['a form without our header', { host: own.host, origin: own.origin }, local],
    ['a change by address bar', { ...own, 'sec-fetch-site': 'none' }, local],
    ['nobody in particular', { host: own.host, 'x-onramp-request': '1' }, local],
    ['http where https was published', { ...own, origin: 'http://onramp.example' }, published],
    ['the local name where another was published', own, published],
    [
      'reading from another site',
      { host: own.host, 'sec-fetch-site': 'cross-site' },
      { ...local, changes: false },
    ],
    ['reading under a rebound name', { host: 'evil.com:3000' }, { ...local, changes: false }],
  ])('refuses %s', (_, headers, rules) => {
    expect(checkOrigin(at(headers), rules)).toMatchObject({ ok: false, error: { code: 'origin-refused' } });
  });
});

describe('readBytes', () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    arrivedAsRequest(
      new Request('http://internal/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit),
    );
  const endless = () =>
    new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(1_000)) });

  it('reads what fits', async () => {
    const read = await readBytes(post('grüße'), 7);
    expect(read.ok && new TextDecoder().decode(read.value)).toBe('grüße');
  });

  const pieces = (count: number) =>
    new Blob(Array.from({ length: count }, (_, at) => new Uint8Array(30_000).fill(at + 1))).stream();

  it.each([{}, { 'content-length': '240000' }, { 'content-length': '1' }, { 'content-length': 'x' }])(
    'puts many pieces one after the other, whatever length was announced (%o)',
    async (headers: Record<string, string>) => {
      const read = await readBytes(post(pieces(8), headers), 250_000);
      const bytes = read.ok ? read.value : new Uint8Array();
      expect(bytes.byteLength).toBe(240_000);
      expect(Array.from({ length: 16 }, (_, half) => bytes[half * 15_000])).toEqual(
        Array.from({ length: 16 }, (_, half) => Math.floor(half / 2) + 1),
      );
    },
  );

  it('reads nothing as nothing', async () => {
    const read = await readBytes(arrivedAsRequest(new Request('http://internal/')), 10);
    expect(read.ok && read.value.byteLength).toBe(0);
  });

  it('stops at the limit even when no length was announced', async () => {
    expect(await readBytes(post(endless()), 5_000)).toMatchObject({ error: { code: 'body-too-large' } });
  });

  it('believes a length that is too large', async () => {
    expect(await readBytes(post('x', { 'content-length': '999' }), 10)).toMatchObject({
      error: { code: 'body-too-large', details: { maxBytes: 10 } },
    });
  });
});
