import { SourceError } from '../files/source';
import { keepSource, type KeptFiles } from './keep';
import { keeperTake } from './keep-take';
import type { Wire } from './serve';

/** The copying worker's end of the wire: one copy, which a second message stops. */
export function serveKeep(wire: Wire, files: KeptFiles): void {
  const stopping = new AbortController();
  wire.addEventListener('message', ({ data }) => {
    const take = keeperTake(data);
    if (take === undefined) return wire.postMessage({ broken: 'no copy' });
    if ('stop' in take) return stopping.abort();
    const { signal } = stopping;
    const tell = (bytes: number) => wire.postMessage({ bytes });
    keepSource(files, take.loadId, take.file, take.name, signal, tell).then(
      (kept) => wire.postMessage(kept),
      (cause: unknown) => {
        if (signal.aborted) wire.postMessage({ stopped: true });
        else if (cause instanceof SourceError) wire.postMessage({ refusal: cause.code });
        else
          wire.postMessage({
            broken: cause instanceof Error ? `${cause.name}: ${cause.message}` : 'unknown',
          });
      },
    );
  });
}
