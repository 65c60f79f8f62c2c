import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemClock, type Clock } from '../base/clock';
import { readHead } from '../files/read-head';
import { readRows } from '../files/read-rows';
import { bytesSource, type ByteSource } from '../files/source';
import { keepSource } from './keep';
import { keepBeside } from './keep-beside';
import { memoryFiles } from './memory-files';
import { MOST_PASSED, PassedSlices } from './passed-slices';
import { channelWorker } from './reading-trial';

const go = () => new AbortController().signal;

/** A source that counts the bytes it is asked for. */
function counted(bytes: Uint8Array<ArrayBuffer>): ByteSource & { asked: number } {
  const inner = bytesSource(bytes);
  return {
    size: inner.size,
    asked: 0,
    async read(from, to) {
      this.asked += to - from;
      return inner.read(from, to);
    },
  };
}

/** Passes all of `bytes` in slices of one size, one after another, never more at once than may lie about. */
async function passAll(passed: PassedSlices, bytes: Uint8Array<ArrayBuffer>, size: number) {
  let onTheWay = 0;
  let most = 0;
  let wake: () => void = () => undefined;
  for (let at = 0; at < bytes.length; at += size) {
    while (onTheWay >= MOST_PASSED) await new Promise<void>((resolve) => (wake = resolve));
    onTheWay += 1;
    most = Math.max(most, onTheWay);
    passed.arrive({
      at,
      bytes: bytes.slice(at, at + size),
      goOn() {
        onTheWay -= 1;
        wake();
      },
    });
    await Promise.resolve();
  }
  return { most };
}

async function rowsOf(source: ByteSource, bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const head = await readHead(bytesSource(bytes));
  if (!head.ok) throw new Error(head.error);
  const rows: string[][] = [];
  for await (const block of readRows(source, head.value.dialect, { sliceBytes: 64 }))
    rows.push(...block.rows);
  return rows;
}

const encoded = (text: string) => new TextEncoder().encode(text);
const SALES = encoded('id,name\n' + Array.from({ length: 400 }, (_, n) => `${n},"Crème 日本 🚚"\n`).join(''));

describe('slices that the copying worker passes on', () => {
  it('give the same rows as the file, wherever they are cut', async () => {
    const cell = fc.stringMatching(/^[a-zé日🚚 ]{1,40}$/u);
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 30, maxLength: 60 }),
        fc.integer({ min: 8, max: 200 }),
        fc.integer({ min: 8, max: 100 }),
        async (cells, size, short) => {
          const bytes = encoded(`id,name\n${cells.map((text, n) => `${n},${text}\n`).join('')}`);
          const passed = new PassedSlices(systemClock, short);
          passed.begin();
          const source = counted(bytes);
          const followed = passed.follow(source);
          const [rows] = await Promise.all([rowsOf(followed ?? source, bytes), passAll(passed, bytes, size)]);
          expect(rows).toEqual(await rowsOf(bytesSource(bytes), bytes));
        },
      ),
    );
  });

  it('save the reader every byte of his own', async () => {
    const passed = new PassedSlices(systemClock, 32);
    passed.begin();
    const source = counted(SALES);
    const followed = passed.follow(source);
    await Promise.all([rowsOf(followed ?? source, SALES), passAll(passed, SALES, 512)]);
    expect(source.asked).toBe(0);
  });

  it('hold up no copy while nobody reads', async () => {
    const passed = new PassedSlices(systemClock);
    passed.begin();
    expect(await passAll(passed, SALES, 128)).toEqual({ most: MOST_PASSED });
    expect(passed.follow(bytesSource(SALES))).toBeUndefined();
  });

  it('wait for a reader who begins while the first of them lie about', async () => {
    const passed = new PassedSlices(systemClock, 32);
    passed.begin();
    const passing = passAll(passed, SALES.slice(0, 128 * (MOST_PASSED - 1)), 128);
    await passing;
    const source = counted(SALES);
    const followed = passed.follow(source);
    expect(await followed?.readSome?.(0, SALES.length)).toEqual(SALES.slice(0, 128));
    expect(source.asked).toBe(0);
  });

  it('let the copy go on and the reader read by himself once the reading ends', async () => {
    const passed = new PassedSlices(systemClock, 32);
    passed.begin();
    const source = counted(SALES);
    const followed = passed.follow(source);
    const copying = passAll(passed, SALES, 128);
    await followed?.readSome?.(0, SALES.length);
    followed?.end();
    await copying;
    expect(await followed?.readSome?.(300, 310)).toEqual(SALES.slice(300, 310));
    expect(source.asked).toBe(10);
  });

  it.each([
    ['goes back', 0],
    ['waits for a slice that never comes', 700],
  ])('are left by a reader who %s', async (_what, from) => {
    const passed = new PassedSlices(systemClock, 32);
    passed.begin();
    const source = counted(SALES);
    const followed = passed.follow(source);
    await passAll(passed, SALES.slice(0, 640), 128);
    await followed?.readSome?.(256, SALES.length);
    const reading = followed?.readSome?.(from, from + 10);
    if (from > 0) passed.close();
    expect(await reading).toEqual(SALES.slice(from, from + 10));
    expect(await passAll(passed, SALES.slice(640), 128)).toEqual({ most: 1 });
  });

  it('are not waited for any longer once they come more slowly than they are read', async () => {
    let now = 0;
    const waits: number[] = [];
    const clock: Clock = {
      now: () => now,
      async wait(ms) {
        waits.push(ms);
        now += ms;
      },
    };
    const passed = new PassedSlices(clock, 32);
    passed.begin();
    const source = counted(SALES);
    const followed = passed.follow(source);
    expect(await followed?.readSome?.(0, 64)).toEqual(SALES.slice(0, 64));
    expect(await followed?.readSome?.(64, 128)).toEqual(SALES.slice(64, 128));
    expect([waits, source.asked]).toEqual([[500], 128]);
    expect(await passAll(passed, SALES, 128)).toEqual({ most: 1 });
  });

  it('are followed by nobody where none come, or somebody does already', () => {
    const passed = new PassedSlices(systemClock);
    const source = bytesSource(SALES);
    expect(passed.follow(source)).toBeUndefined();
    passed.begin();
    expect(passed.follow(source)).toBeDefined();
    expect(passed.follow(source)).toBeUndefined();
  });
});

describe('a file whose copying passes its slices on', () => {
  const FILE = new File(['id,qty\n', 'A,1\n'.repeat(9_000_000)], 'sales.csv');

  it('is kept as ever, and read once', async () => {
    const [files, others] = [memoryFiles(), memoryFiles()];
    const passed = new PassedSlices(systemClock);
    const bytes = new Uint8Array(await FILE.arrayBuffer());
    const source = counted(bytes);
    const copying = keepBeside(channelWorker(files), () => Promise.reject(new Error('here')))(
      'load',
      FILE,
      'sales.csv',
      go(),
      () => undefined,
      passed,
    );
    const followed = passed.follow(source);
    const read: Uint8Array[] = [];
    for (let at = 0; at < FILE.size;) {
      const slice = await followed?.readSome?.(at, FILE.size);
      if (slice === undefined) break;
      read.push(slice.slice());
      at += slice.length;
      followed?.release?.(slice);
    }
    followed?.end();
    expect(Buffer.concat(read).equals(bytes)).toBe(true);
    expect(source.asked).toBe(0);
    expect(await copying).toEqual(await keepSource(others, 'load', FILE, 'sales.csv', go(), () => undefined));
  });

  it('is let go of when it is left while the reader holds up its copy', async () => {
    const passed = new PassedSlices(systemClock);
    const leaving = new AbortController();
    const copying = keepBeside(channelWorker(memoryFiles()), () => Promise.reject(new Error('here')))(
      'load',
      FILE,
      'sales.csv',
      leaving.signal,
      () => undefined,
      passed,
    );
    const followed = passed.follow(bytesSource(new Uint8Array(1)));
    await followed?.readSome?.(0, FILE.size);
    leaving.abort(new Error('left'));
    await expect(copying).rejects.toThrow('left');
    expect(passed.follow(bytesSource(new Uint8Array(1)))).toBeUndefined();
  });
});
