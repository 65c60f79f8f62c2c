import { z } from 'zod';
import { fileRefusal } from '../files/model';
import { SourceError } from '../files/source';
import { kept } from './protocol';
import type { Kept } from './keep';
import type { KeeperTake } from './keep-take';

/** Copies and fingerprints the file of a load; what `keepSource` does, wherever that runs. */
export type Keep = (
  loadId: string,
  file: Blob,
  name: string,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
) => Promise<Kept>;

const fromKeeper = z.union([
  z.object({ bytes: z.number() }),
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
  return async (loadId, file, name, signal, onProgress) => {
    signal.throwIfAborted();
    const worker = started(start);
    if (worker === undefined) return here(loadId, file, name, signal, onProgress);
    const answer = await answerOf(worker, { loadId, file, name }, signal, onProgress);
    worker.terminate();
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

type Answer = Exclude<z.infer<typeof fromKeeper>, { bytes: number }>;

/** Settles when the worker has let go of the copy, also after `signal`: two copies would meet in one file. */
function answerOf(
  worker: KeepWorker,
  take: Exclude<KeeperTake, { stop: true }>,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
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
      else settle(message);
    });
    worker.addEventListener('error', ({ type }) => settle({ broken: type }));
    signal.addEventListener('abort', stop, { once: true });
    worker.postMessage(take);
  });
}
