import { z } from 'zod';
import { fileRefusal } from '../files/model';
import { SourceError } from '../files/source';
import { kept } from './protocol';
import type { Kept } from './keep';
import type { PassedSlices } from './passed-slices';
import type { KeeperTake } from './keep-take';

/** Copies and fingerprints the file of a load; what `keepSource` does, wherever that runs. */
export type Keep = (
  loadId: string,
  file: Blob,
  name: string,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
  /** Takes the slices that are read on the way, where that is another thread's doing. */
  passed?: PassedSlices,
) => Promise<Kept>;

const fromKeeper = z.union([
  z.object({ bytes: z.number() }),
  z.object({ at: z.number(), slice: z.instanceof(Uint8Array<ArrayBuffer>) }),
  z.object({ fingerprint: z.string(), kept }),
  z.object({ refusal: fileRefusal }),
  z.object({ stopped: z.literal(true) }),
  z.object({ broken: z.string() }),
]);

/** The part of `Worker` that is used. */
export interface KeepWorker {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: 'error', listener: (event: Event) => void): void;
  terminate(): void;
}

/**
 * Keeps files in a worker that lives for one copy: in a private window every write waits for another process, and the
 * worker that reads and checks the rows would wait with it. Where no such worker starts, or it breaks, `here` does it.
 */
export function keepBeside(start: () => KeepWorker, here: Keep): Keep {
  return async (loadId, file, name, signal, onProgress, passed) => {
    signal.throwIfAborted();
    const worker = started(start);
    if (worker === undefined) return here(loadId, file, name, signal, onProgress);
    passed?.begin();
    const answer = await answerOf(
      worker,
      { loadId, file, name, passes: passed !== undefined },
      signal,
      onProgress,
      passed,
    );
    worker.terminate();
    if (!('fingerprint' in answer)) passed?.close();
    signal.throwIfAborted();
    if ('refusal' in answer) throw new SourceError(answer.refusal);
    return 'fingerprint' in answer ? answer : here(loadId, file, name, signal, onProgress);
  };
}

function started(start: () => KeepWorker): KeepWorker | undefined {
  try {
    return start();
  } catch {
    // A browser that knows no workers of workers.
    return undefined;
  }
}

type Answer = Exclude<z.infer<typeof fromKeeper>, { bytes: number } | { slice: Uint8Array }>;

/** Settles when the worker has let go of the copy, also after `signal`: two copies would meet in one file. */
function answerOf(
  worker: KeepWorker,
  take: Extract<KeeperTake, { loadId: string }>,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
  passed: PassedSlices | undefined,
): Promise<Answer> {
  return new Promise((resolve) => {
    const stop = () => worker.postMessage({ stop: true });
    const settle = (answer: Answer) => {
      signal.removeEventListener('abort', stop);
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }) => {
      const message = fromKeeper.parse(data);
      if ('bytes' in message) onProgress(message.bytes);
      else if ('slice' in message)
        passed?.arrive({
          at: message.at,
          bytes: message.slice,
          goOn: () => worker.postMessage({ goOn: true }),
        });
      else settle(message);
    });
    worker.addEventListener('error', ({ type }) => settle({ broken: type }));
    signal.addEventListener('abort', stop, { once: true });
    worker.postMessage(take);
  });
}
