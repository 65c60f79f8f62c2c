import { SourceError } from '../files/source';
import { keepSource, type KeptFiles } from './keep';
import { keeperTake } from './keep-take';
import { MOST_PASSED } from './passed-slices';
import type { Wire } from './serve';

/** The copying worker's end of the wire: one copy, which a second message stops. */
export function serveKeep(wire: Wire, files: KeptFiles): void {
  const stopping = new AbortController();
  let onTheWay = 0;
  let goOn: () => void = () => undefined;
  function taken(): void {
    onTheWay -= 1;
    goOn();
  }
  async function pass(slice: Uint8Array<ArrayBuffer>, at: number): Promise<void> {
    wire.postMessage({ at, slice }, { transfer: [slice.buffer] });
    onTheWay += 1;
    if (onTheWay < MOST_PASSED) return;
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  }
  wire.addEventListener('message', ({ data }) => {
    const take = keeperTake(data);
    if (take === undefined) return wire.postMessage({ broken: 'no copy' });
    if ('stop' in take) stopping.abort();
    if ('stop' in take || 'goOn' in take) return taken();
    const { signal } = stopping;
    const tell = (bytes: number) => wire.postMessage({ bytes });
    keepSource(files, take.loadId, take.file, take.name, signal, tell, take.passes ? pass : undefined).then(
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
