import { describe, expect, it } from 'vitest';
import { SourceError } from '../files/source';
import { keepSource, type KeptFiles } from './keep';
import { keptSource } from './kept-source';
import { keepBeside, type KeepWorker } from './keep-beside';
import { memoryFiles } from './memory-files';
import { channelWorker } from './reading-trial';

const FILE = new File(['id,qty\n', 'A,1\n'.repeat(3_000_000)], 'sales.csv');
const go = () => new AbortController().signal;

const cannotStart = (): never => {
  throw new DOMException('no workers here', 'SecurityError');
};
const nowhere = async (): Promise<never> => {
  throw new Error('kept here instead');
};

describe('a file kept by a worker of its own', () => {
  it('is the file that the worker itself would have kept', async () => {
    const [files, others] = [memoryFiles(), memoryFiles()];
    const ends = { count: 0 };
    const steps: number[] = [];
    const keep = keepBeside(channelWorker(files, ends), nowhere);
    const kept = await keep('load', FILE, 'sales.csv', go(), (bytes) => steps.push(bytes));
    expect(kept).toEqual(await keepSource(others, 'load', FILE, 'sales.csv', go(), () => undefined));
    expect(kept.kept).toBe('stored');
    expect(await (await keptSource(files, 'load'))?.blob.text()).toBe(await FILE.text());
    expect(steps.at(-1)).toBe(FILE.size);
    expect(steps.length).toBe(3);
    expect(ends.count).toBe(1);
  });

  it('is told to be short of room as it is without one', async () => {
    const keep = keepBeside(channelWorker(memoryFiles(1000)), nowhere);
    expect((await keep('load', FILE, 'sales.csv', go(), () => undefined)).kept).toBe('attached');
  });

  it('is let go of before a stopped copy settles', async () => {
    const files = memoryFiles();
    let open = 0;
    const counted: KeptFiles = {
      ...files,
      async writer(loadId, name) {
        const writer = await files.writer(loadId, name);
        open += 1;
        return {
          ...writer,
          close() {
            open -= 1;
            writer.close();
          },
        };
      },
    };
    const stopping = new AbortController();
    const keep = keepBeside(channelWorker(counted), nowhere);
    const copying = keep('load', FILE, 'sales.csv', stopping.signal, () => stopping.abort(new Error('left')));
    await expect(copying).rejects.toThrow('left');
    expect(open).toBe(0);
    expect(await keptSource(files, 'load')).toBeUndefined();
  });

  it('is refused as what it is when it vanishes', async () => {
    const keep = keepBeside(answering('message', { refusal: 'file-gone' }), nowhere);
    const copying = keep('load', FILE, 'sales.csv', go(), () => undefined);
    await expect(copying).rejects.toEqual(new SourceError('file-gone'));
  });

  it.each([
    ['where no worker of a worker is to be had', cannotStart],
    ['where its script does not load', answering('error', {})],
    ['where the worker breaks', answering('message', { broken: 'TypeError: x' })],
  ])('is kept here %s', async (_where, start) => {
    const files = memoryFiles();
    const keep = keepBeside(start, (...[loadId, file, name, signal, tell]) =>
      keepSource(files, loadId, file, name, signal, tell),
    );
    expect((await keep('load', FILE, 'sales.csv', go(), () => undefined)).kept).toBe('stored');
  });
});

/** A worker that has one answer to everything. */
function answering(type: 'message' | 'error', data: unknown): () => KeepWorker {
  return () => {
    const worker = new EventTarget();
    return Object.assign(worker, {
      postMessage: () =>
        worker.dispatchEvent(type === 'error' ? new Event(type) : new MessageEvent(type, { data })),
      terminate: () => undefined,
    }) as KeepWorker;
  };
}
