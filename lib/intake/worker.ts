import '../gateway/no-eval';
import { systemClock } from '../base/clock';
import { ledgerOver } from '../gateway/ask-ledger';
import { batchesSender } from '../gateway/send-batches';
import { idbJournal } from '../submission/journal/idb';
import { sendProgress } from '../submission/model';
import { sha256Over } from '../submission/sha256';
import { keepSource } from './keep';
import { keepBeside } from './keep-beside';
import { serve } from './serve';
import { createReading } from './reading';
import { createSending } from './sending';
import { webLock } from './sending-ports';
import { privateFiles } from './private-files';
import type { IntakeEvent } from './protocol';

/** Longer than our server waits for Peak: whoever gives up first must be the one who knows more. */
const PATIENCE_MS = 120_000;

// Tabs that show a load which another tab sends follow it here.
const tabs = new BroadcastChannel('onramp-sending');
tabs.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const progress = sendProgress.safeParse(data);
  if (progress.success) self.postMessage({ event: 'watched', progress: progress.data });
});
const emit = (event: IntakeEvent): void => {
  if (event.event === 'sending') tabs.postMessage(event.progress);
  self.postMessage(event);
};
const keep = keepBeside(
  () =>
    new Worker(new URL('./keep-worker.ts', import.meta.url), { type: 'module', name: 'peak-onramp-copy' }),
  (...[loadId, file, name, signal, tell]) => keepSource(privateFiles, loadId, file, name, signal, tell),
);
const reading = createReading({ files: privateFiles, clock: systemClock, emit, keep });
const sending = createSending({
  journal: idbJournal(),
  transport: { send: batchesSender((path, init) => fetch(path, init), PATIENCE_MS) },
  ledger: ledgerOver((path, init) => fetch(path, init)),
  clock: systemClock,
  lock: webLock(navigator.locks),
  sha256: sha256Over(crypto.subtle),
  random: Math.random,
  prepared: (loadId, rules) => reading.prepared(loadId, rules),
  source: (loadId) => reading.source(loadId),
  checked: (loadId, rules) => reading.counts(loadId, rules),
  keepStates: (loadId, rules) => reading.keepStates(loadId, rules),
  sourceFingerprint: (loadId) => reading.sourceFingerprint(loadId),
  emit,
});

serve(self, reading, sending);
