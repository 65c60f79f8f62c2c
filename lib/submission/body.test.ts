import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BodyBuilder } from './body';

/** Bodies of the rows as they would be cut if every row were encoded and weighed for itself. */
function weighedOneByOne(rows: readonly string[], cap: number): string[] {
  const bodies: string[] = [];
  let body = '';
  for (const row of rows) {
    const longer = body === '' ? `[${row}` : `${body},${row}`;
    if (Buffer.byteLength(longer) + 1 <= cap) {
      body = longer;
      continue;
    }
    if (body !== '') bodies.push(`${body}]`);
    body = Buffer.byteLength(`[${row}]`) <= cap ? `[${row}` : '';
  }
  return body === '' ? bodies : [...bodies, `${body}]`];
}

function built(rows: readonly string[], cap: number): string[] {
  const body = new BodyBuilder(cap);
  const bodies: string[] = [];
  const take = () => void (body.rows > 0 && bodies.push(Buffer.from(body.take()).toString()));
  for (const row of rows) {
    if (body.add(row)) continue;
    take();
    body.add(row);
  }
  take();
  return bodies;
}

const row = fc
  .record({ A: fc.string({ unit: 'grapheme', maxLength: 60 }) })
  .map((value) => JSON.stringify(value));

describe('BodyBuilder', () => {
  it('cuts where the bytes say, whatever the characters', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.integer({ min: 2, max: 2_000 }), (rows, cap) => {
        expect(built(rows, cap)).toEqual(weighedOneByOne(rows, cap));
      }),
    );
  });

  it('holds a megabyte of long rows to the byte', () => {
    const rows = Array.from({ length: 400 }, (_, n) => JSON.stringify({ N: n, T: 'ä€😀x'.repeat(n) }));
    expect(built(rows, 1_000_000)).toEqual(weighedOneByOne(rows, 1_000_000));
  });
});
