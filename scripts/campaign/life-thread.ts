import { parentPort, workerData } from 'node:worker_threads';
import { lockFiles } from '@/cli/lock-file';
import { live } from './life';
import type { LifeSpec } from './life';

/** A life as a thread: whoever started it ends it in the middle of whatever it does. */
const spec = workerData as LifeSpec;
const port = parentPort;
const told = (message: object): void => port?.postMessage(message);

void live({ ...spec, death: undefined }, lockFiles(spec.folder), (changes) => told({ changes })).then(
  (end) => told({ end }),
  (error: unknown) => told({ trouble: String(error) }),
);
