import { describe, expect, it } from 'vitest';
import type { Spill } from '../ports';
import { ByteSink } from './byte-sink';
import { PagedBytes } from './paged-bytes';
import { SharedStrings } from './shared-strings';
import { XmlScanner } from './xml-scanner';

const MB = 2 ** 20;

/** Holds `room` bytes at most. */
function memorySpill(room = 64 * MB): Spill {
  const all = new Uint8Array(room);
  return {
    write: (bytes, at) => all.set(bytes, at),
    read: (bytes, at) => bytes.set(all.subarray(at, at + bytes.length)),
    close: () => undefined,
  };
}

/** Strings of 100 bytes and some more, `mb` megabytes of them, put aside as soon as they may be. */
function strings(mb: number, spill: Spill | undefined) {
  const made = new SharedStrings();
  const xml = new XmlScanner(made);
  xml.feed(new TextEncoder().encode('<sst>'));
  const count = Math.ceil((mb * MB) / 100);
  for (let from = 0; from < count; from += 1000) {
    const some = Array.from(
      { length: Math.min(1000, count - from) },
      (_, at) => `<si><t>${textOf(from + at)}</t></si>`,
    );
    xml.feed(new TextEncoder().encode(some.join('')));
    if (made.bytes.isFull && spill !== undefined) made.bytes.spillTo(spill);
  }
  xml.feed(new TextEncoder().encode('</sst>'));
  xml.finish();
  return { made, count };
}
const textOf = (at: number) => `${at} `.padEnd(96 + (at % 9), 'x');

function read(made: SharedStrings, at: number): string {
  const sink = new ByteSink();
  made.copyTo(sink, at);
  return sink.toString();
}

describe('shared strings beyond 32 MB', () => {
  it('are put aside and read back, in whatever order they are asked for', () => {
    const { made, count } = strings(50, memorySpill());
    expect(made.bytes.isFull).toBe(false);
    let at = 1;
    for (let turn = 0; turn < 5_000; turn++) {
      at = (at * 48_271) % 2_147_483_647;
      const index = at % count;
      if (read(made, index) !== textOf(index)) expect(read(made, index)).toBe(textOf(index));
    }
    for (const index of [0, 1, count - 2, count - 1]) expect(read(made, index)).toBe(textOf(index));
    expect(() => read(made, count)).toThrow();
  });

  it('stay in memory where nothing can be put aside', () => {
    const { made, count } = strings(40, undefined);
    expect(made.bytes.isFull).toBe(true);
    expect(read(made, count - 1)).toBe(textOf(count - 1));
  });

  it('are refused, not lost, when there is no room for them', () => {
    expect(() => strings(60, memorySpill(24 * MB))).toThrow('no-room-to-unpack');
  });

  it('hold a text longer than a block', () => {
    const bytes = new PagedBytes();
    const long = new Uint8Array(200_000).map((_, at) => at % 251);
    bytes.add(long, long.length);
    bytes.add(long, 3);
    const sink = new ByteSink();
    bytes.copyTo(sink, 1, 200_003);
    const taken = sink.take();
    expect([taken.length, taken[0], taken.at(-1), taken[65_535], taken[131_071]]).toEqual([
      200_002,
      1,
      2,
      65_536 % 251,
      131_072 % 251,
    ]);
  });
});
