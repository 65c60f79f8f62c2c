import { systemClock, type Clock } from '../base/clock';
import { ContractError, TransportError } from '../base/errors';
import { IntakeError } from './errors';
import { calls, fromWorker, type CallGive, type CallName, type CallTake, type IntakeEvent } from './protocol';

/** The part of `Worker` that is used; a MessagePort has it too. */
export interface WorkerPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: 'error', listener: (event: Event) => void): void;
}

export interface IntakeClient {
  /** Rejects with `IntakeError` (expected trouble), `TransportError` (the worker is gone) or `ContractError`. */
  call<N extends CallName>(name: N, take: CallTake<N>): Promise<CallGive<N>>;
  /** Gives a function that stops listening. */
  onEvent(listener: (event: IntakeEvent) => void): () => void;
}

/** A worker that has not said `ready` by then never will: a blocked script or a browser without module workers. */
const READY_MS = 20_000;

interface Waiting {
  readonly settle: (give: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** The page's end of the worker: typed calls by id, events to listeners. Calls made before `ready` wait for it. */
export function createIntakeClient(worker: WorkerPort, clock: Clock = systemClock): IntakeClient {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: IntakeEvent) => void>();
  let nextId = 1;
  let broken: Error | undefined;
  let isReady: () => void = () => undefined;
  const started = new AbortController();
  const ready = new Promise<void>((resolve) => (isReady = resolve));

  function breakDown(error: Error) {
    broken ??= error;
    for (const { fail } of waiting.values()) fail(broken);
    waiting.clear();
    isReady();
  }

  worker.addEventListener('message', ({ data }) => {
    const parsed = fromWorker.safeParse(data);
    if (!parsed.success) {
      return breakDown(
        new ContractError(
          'worker message',
          parsed.error.issues.map((issue) => issue.message),
        ),
      );
    }
    const message = parsed.data;
    if ('event' in message) {
      if (message.event === 'ready') {
        started.abort();
        isReady();
      }
      for (const listener of listeners) listener(message);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if ('trouble' in message) call?.fail(new IntakeError(message.trouble));
    else call?.settle(message.give);
  });
  worker.addEventListener('error', (event) => {
    const cause = 'message' in event ? event.message : event.type;
    breakDown(new TransportError('unreachable', 'The worker stopped', { cause }));
  });
  void clock.wait(READY_MS, started.signal).then(() => {
    if (!started.signal.aborted) breakDown(new TransportError('timeout', 'The worker did not start'));
  });

  async function call<N extends CallName>(name: N, take: CallTake<N>): Promise<CallGive<N>> {
    await ready;
    if (broken !== undefined) throw broken;
    const give = await new Promise<unknown>((settle, fail) => {
      const id = nextId++;
      waiting.set(id, { settle, fail });
      worker.postMessage({ id, call: name, take });
    });
    const parsed = calls[name].give.safeParse(give);
    if (!parsed.success) {
      throw new ContractError(
        `answer to ${name}`,
        parsed.error.issues.map((issue) => issue.message),
      );
    }
    // The table pairs each name with its own schema, which a lookup by a generic key cannot show.
    return parsed.data as CallGive<N>;
  }

  return {
    call,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
