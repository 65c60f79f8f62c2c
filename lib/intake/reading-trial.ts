import { systemClock } from '../base/clock';
import type { TableSpec } from '../peak/model';
import type { KeptFiles } from './keep';
import type { KeepWorker } from './keep-beside';
import { serveKeep } from './keep-serve';
import { memoryFiles } from './memory-files';
import type { IntakeEvent, Rules } from './protocol';
import { createReading } from './reading';

type Ports = Parameters<typeof createReading>[0];

/** For tests: the reading half of a worker over files in memory, with what it says. */
export function readingTrial(over: Partial<Ports> = {}) {
  const events: IntakeEvent[] = [];
  const files = over.files ?? memoryFiles();
  const emit = (event: IntakeEvent) => events.push(event);
  return { events, files, reading: createReading({ clock: systemClock, emit, ...over, files }) };
}

/** For tests: rules that feed each column from the file column in its place, and keep the last row of a key. */
export const sampleRules = (table: TableSpec, over: Partial<Rules> = {}): Rules => ({
  table,
  mapping: table.columns.map(({ name }, position) => ({
    column: name,
    source: { kind: 'file', position, by: 'user' },
  })),
  repairs: [],
  duplicates: 'keep-last',
  operation: 'UPSERT',
  ...over,
});

/** For tests: a copying worker over a real message channel; `ends` counts how often one was ended. */
export function channelWorker(files: KeptFiles, ends: { count: number } = { count: 0 }): () => KeepWorker {
  return () => {
    const { port1, port2 } = new MessageChannel();
    serveKeep(port2, files);
    port2.start();
    port1.start();
    return Object.assign(port1, {
      terminate() {
        ends.count += 1;
        port1.close();
      },
    });
  };
}
