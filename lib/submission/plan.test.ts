import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PreparedRow } from '../intake/prepared';
import { bodyCap, cutPlan, isFrozenUnder, rulesFingerprint } from './plan';
import { payloadsFrom } from './payloads';
import { pretendRows } from './pretend-peak';
import { sha256Over } from './sha256';

const sha256 = sha256Over(crypto.subtle);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function* blocksOf(rows: readonly PreparedRow[], size: number): AsyncGenerator<readonly PreparedRow[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

const rowsArbitrary = fc
  .array(
    fc.record({
      state: fc.constantFrom('ready', 'ready', 'ready', 'held', 'skipped', 'superseded'),
      value: fc.string({ unit: 'grapheme', maxLength: 60 }),
    }),
    { maxLength: 120 },
  )
  .map((list) =>
    list.map(({ state, value }, at): PreparedRow => ({
      row: at + 2,
      state,
      json: state === 'ready' ? JSON.stringify({ A: value }) : null,
    })),
  );

describe('cutting a plan', () => {
  it('puts every ready row into exactly one batch, in order, under both limits, and counts all rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        rowsArbitrary,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1_024 + 700, max: 1_024 + 3_000 }),
        fc.integer({ min: 1, max: 30 }),
        async (rows, rowsPerBatch, maxBodyBytes, blockSize) => {
          const { batches, counts } = await cutPlan(
            'load',
            blocksOf(rows, blockSize),
            { rowsPerBatch, maxBodyBytes },
            sha256,
          );
          const ready = rows.filter((row) => row.state === 'ready');
          let seen = 0;
          for (const [index, batch] of batches.entries()) {
            const own = ready.slice(seen, seen + batch.rows);
            seen += batch.rows;
            const body = `[${own.map((row) => row.json).join(',')}]`;
            expect(batch).toEqual({
              loadId: 'load',
              index,
              firstRow: own[0]?.row,
              lastRow: own.at(-1)?.row,
              rows: own.length,
              bytes: new TextEncoder().encode(body).length,
              hash: await sha256(new TextEncoder().encode(body)),
            });
            expect(batch.rows).toBeLessThanOrEqual(rowsPerBatch);
            expect(batch.bytes).toBeLessThanOrEqual(bodyCap(maxBodyBytes));
          }
          expect(seen).toBe(ready.length);
          const of = (state: string) => rows.filter((row) => row.state === state).length;
          expect(counts).toEqual({
            read: rows.length,
            planned: ready.length,
            held: of('held'),
            skipped: of('skipped'),
            superseded: of('superseded'),
            batches: batches.length,
            bytes: batches.reduce((sum, batch) => sum + batch.bytes, 0),
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refuses a single row larger than a request', async () => {
    const rows: PreparedRow[] = [{ row: 9, state: 'ready', json: JSON.stringify({ A: 'é'.repeat(600) }) }];
    const limits = { rowsPerBatch: 500, maxBodyBytes: 1_024 + 1_000 };
    await expect(cutPlan('load', blocksOf(rows, 1), limits, sha256)).rejects.toMatchObject({
      name: 'RowTooLarge',
      row: 9,
    });
  });

  it('gives rules one fingerprint whatever order their keys were written in', async () => {
    const one = { mapping: [{ column: 'A', source: { kind: 'null' as const } }], repairs: [] };
    const other = { repairs: [], mapping: [{ source: { kind: 'null' as const }, column: 'A' }] };
    const first = await rulesFingerprint({ ...one, duplicates: 'keep-last' }, sha256);
    expect(await rulesFingerprint({ duplicates: 'keep-last', ...other }, sha256)).toBe(first);
    expect(await rulesFingerprint({ ...one, duplicates: 'keep-first' }, sha256)).not.toBe(first);
  });
});

describe('the rules of a plan', () => {
  const rules = { mapping: [], repairs: [], duplicates: 'keep-newest' as const };
  const by = (newestBy?: string) => ({ ...rules, newestBy });

  it.each([
    ['are others when another column tells the newest row', by('AT'), by('QTY'), false],
    ['are others when no column tells it any more', by('AT'), by(), false],
    ['are the same when the plan is older than that column', by(), by('AT'), true],
    [
      'are the same when that column means nothing',
      { ...by('AT'), duplicates: 'keep-last' as const },
      { ...by(), duplicates: 'keep-last' as const },
      true,
    ],
  ])('%s', async (_, frozen, now, same) => {
    expect(await isFrozenUnder(await rulesFingerprint(frozen, sha256), now, sha256)).toBe(same);
  });
});

describe('making bodies again', () => {
  const values = Array.from({ length: 97 }, (_, at) => (at % 5 === 3 ? null : 'ok'));
  const cut = () =>
    cutPlan(
      'load',
      pretendRows(values).walk({}, new AbortController().signal),
      { rowsPerBatch: 3, maxBodyBytes: 1_000_000 },
      sha256,
    );

  it('gives the plan’s very bytes and row numbers, in whatever order and however often asked', async () => {
    const { batches } = await cut();
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...batches.keys()]),
        fc.array(fc.nat(batches.length - 1), { maxLength: 40 }),
        async (expected, asked) => {
          const payloads = payloadsFrom(
            pretendRows(values),
            expected.flatMap((index) => batches[index] ?? []),
            100_000,
          );
          await Promise.all(
            [...expected, ...asked].map(async (index) => {
              const batch = batches[index];
              if (!batch) throw new Error('no such batch');
              const { body, rows } = await payloads.payload(batch);
              expect(await sha256(body)).toBe(batch.hash);
              expect(rows).toHaveLength(batch.rows);
              expect((JSON.parse(text(body)) as { ID: number }[]).map(({ ID }) => ID)).toEqual(rows);
            }),
          );
          await payloads.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads forward once when batches are asked for in turn', async () => {
    const { batches } = await cut();
    let walks = 0;
    const counting = pretendRows(values);
    const payloads = payloadsFrom(
      { ...counting, walk: (...args) => ((walks += 1), counting.walk(...args)) },
      batches,
      100_000,
    );
    for (const batch of batches) await payloads.payload(batch);
    expect(walks).toBe(1);
  });

  it('says that the source is gone, and can be asked again when it is back', async () => {
    const { batches } = await cut();
    const [first] = batches;
    if (!first) throw new Error('no batch');
    let gone = true;
    const rows = pretendRows(values);
    const payloads = payloadsFrom(
      {
        ...rows,
        walk: (...args) => {
          if (gone) throw new Error('file removed');
          return rows.walk(...args);
        },
      },
      batches,
      100_000,
    );
    await expect(payloads.payload(first)).rejects.toMatchObject({ name: 'SourceGone' });
    gone = false;
    expect((await payloads.payload(first)).rows).toHaveLength(3);
  });
});
