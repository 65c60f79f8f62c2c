import { describe, expect, it } from 'vitest';
import { systemClock, type Clock } from '../base/clock';
import { memoryJournal } from '../submission/journal/memory';
import { sha256Over } from '../submission/sha256';
import { createIntakeClient, type WorkerPort } from './client';
import { memoryFiles } from './memory-files';
import type { IntakeEvent } from './protocol';
import { createReading } from './reading';
import { createSending } from './sending';
import { serve } from './serve';

/** Both ends in one thread over a real message channel: everything is cloned as it is between page and worker. */
function wired() {
  const { port1, port2 } = new MessageChannel();
  const emit = (event: IntakeEvent) => port2.postMessage(event);
  const reading = createReading({ files: memoryFiles(), clock: systemClock, emit });
  const sending = createSending({
    journal: memoryJournal(),
    transport: { send: async () => ({ kind: 'no-answer', reason: 'unreachable', maybeStored: false }) },
    clock: systemClock,
    lock: async () => () => undefined,
    sha256: sha256Over(crypto.subtle),
    random: () => 0.5,
    prepared: (loadId, rules) => reading.prepared(loadId, rules),
    source: (loadId) => reading.source(loadId),
    checked: (loadId, rules) => reading.counts(loadId, rules),
    keepStates: (loadId, rules) => reading.keepStates(loadId, rules),
    sourceFingerprint: (loadId) => reading.sourceFingerprint(loadId),
    emit,
  });
  const client = createIntakeClient(port1, waitingClock());
  port1.start();
  serve(port2, reading, sending);
  port2.start();
  const close = () => port1.close();
  return { client, raw: port1, close };
}

/** A clock whose waits end only by their signal: nothing here may depend on a time-out. */
const waitingClock = (): Clock => ({
  now: () => 0,
  wait: (_ms, signal) =>
    new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true })),
});
const hurriedClock: Clock = { now: () => 0, wait: async () => undefined };

function silentPort(): WorkerPort & { say(data: unknown): void; fail(): void; sent: unknown[] } {
  const messages: ((event: MessageEvent<unknown>) => void)[] = [];
  const errors: ((event: Event) => void)[] = [];
  const sent: unknown[] = [];
  return {
    sent,
    postMessage: (message) => void sent.push(message),
    addEventListener(
      type: 'message' | 'error',
      listener: ((event: MessageEvent<unknown>) => void) & ((event: Event) => void),
    ) {
      if (type === 'message') messages.push(listener);
      else errors.push(listener);
    },
    say: (data) => messages.forEach((listener) => listener(new MessageEvent('message', { data }))),
    fail: () => errors.forEach((listener) => listener(new Event('error'))),
  };
}

describe('talking to the worker', () => {
  it('gives expected trouble as a code, and refuses what is not in the protocol', async () => {
    const { client, close } = wired();
    await expect(client.call('open', { loadId: 'l' })).rejects.toMatchObject({
      name: 'IntakeError',
      trouble: { kind: 'refusal', code: 'file-gone' },
    });
    const rows = { loadId: 'l', filter: { kind: 'all' as const }, from: -1, count: 1000 };
    await expect(client.call('rows', rows)).rejects.toMatchObject({ trouble: { code: 'internal' } });
    expect(await client.call('status', { loadId: 'l' })).toMatchObject({ plan: null, sending: false });
    expect(await client.call('erase', { loadId: 'l' })).toBeNull();
    close();
  });

  it('waits with calls until the worker is ready', async () => {
    const port = silentPort();
    const client = createIntakeClient(port, waitingClock());
    const pause = client.call('pause', { loadId: 'l' });
    expect(port.sent).toEqual([]);
    port.say({ event: 'ready' });
    await Promise.resolve();
    await Promise.resolve();
    expect(port.sent).toEqual([{ id: 1, call: 'pause', take: { loadId: 'l' } }]);
    port.say({ id: 1, give: null });
    expect(await pause).toBeNull();
  });

  it('tells listeners every event until they stop listening', () => {
    const port = silentPort();
    const client = createIntakeClient(port, waitingClock());
    const heard: string[] = [];
    const stop = client.onEvent((event) => heard.push(event.event));
    port.say({ event: 'ready' });
    port.say({ event: 'keeping', loadId: 'l', bytes: 1, totalBytes: 2 });
    stop();
    port.say({ event: 'ready' });
    expect(heard).toEqual(['ready', 'keeping']);
  });

  it('fails every call once the worker is gone, never starts, or speaks another language', async () => {
    const dead = silentPort();
    const pending = createIntakeClient(dead, waitingClock()).call('pause', { loadId: 'l' });
    dead.fail();
    await expect(pending).rejects.toMatchObject({ name: 'TransportError', code: 'unreachable' });

    const never = createIntakeClient(silentPort(), hurriedClock).call('pause', { loadId: 'l' });
    await expect(never).rejects.toMatchObject({ name: 'TransportError', code: 'timeout' });

    const strange = silentPort();
    const garbled = createIntakeClient(strange, waitingClock()).call('pause', { loadId: 'l' });
    strange.say({ hello: 'there' });
    await expect(garbled).rejects.toMatchObject({ name: 'ContractError' });
  });

  it('does not take an answer of another shape for a good one', async () => {
    const port = silentPort();
    const pause = createIntakeClient(port, waitingClock()).call('pause', { loadId: 'l' });
    port.say({ event: 'ready' });
    await Promise.resolve();
    await Promise.resolve();
    port.say({ id: 1, give: 'fine' });
    await expect(pause).rejects.toMatchObject({ name: 'ContractError' });
  });
});
