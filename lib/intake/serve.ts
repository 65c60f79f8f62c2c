import { troubleOf } from './errors';
import { calls, toWorker, type CallGive, type CallName, type CallTake } from './protocol';
import type { Reading } from './reading';
import type { Sending } from './sending';

/** The worker's end of the wire; a MessagePort has it too. */
export interface Wire {
  postMessage(message: unknown, options?: { transfer: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

type Handlers = { readonly [N in CallName]: (take: CallTake<N>) => Promise<CallGive<N>> };

function handlersOf(reading: Reading, sending: Sending): Handlers {
  return {
    open: (take) => reading.open(take),
    check: (take) => reading.check(take),
    preview: (take) => reading.preview(take),
    distinct: (take) => reading.distinct(take),
    search: (take) => reading.search(take),
    readBack: (take) => reading.readBack(take),
    rows: (take) => reading.rows(take),
    freeze: (take) => sending.freeze(take),
    test: (take) => sending.test(take),
    send: (take) => sending.send(take),
    pause: (take) => sending.pause(take),
    doubtQuery: (take) => sending.doubtQuery(take),
    settle: (take) => sending.settle(take),
    status: (take) => sending.status(take),
    rejectedRows: (take) => sending.rejectedRows(take),
    receipt: (take) => sending.receipt(take),
    rehearse: (take) => sending.rehearse(take),
    stopRehearsal: (take) => sending.stopRehearsal(take),
    exportFailed: (take) => sending.exportFailed(take),
    failedFile: (take) => sending.failedFile(take),
    undoScript: (take) => sending.undoScript(take),
    controlSum: (take) => sending.controlSum(take),
    late: (take) => sending.late(take),
    readLate: (take) => sending.readLate(take),
    enterLate: (take) => sending.enterLate(take),
    undoLate: (take) => sending.undoLate(take),
    matchRepaired: (take) => sending.matchRepaired(take),
    export: (take) => reading.exportRows(take.loadId, take.what, take.words),
    async erase(take) {
      // The journal first: it refuses while another tab sends, and then the file must stay too.
      await sending.erase(take);
      await reading.erase(take.loadId);
      return null;
    },
  };
}

async function answer<N extends CallName>(handlers: Handlers, name: N, take: unknown): Promise<CallGive<N>> {
  // The table pairs each name with its own schema, which a lookup by a generic key cannot show.
  return handlers[name](calls[name].take.parse(take) as CallTake<N>);
}

/** Answers every call of the page, whatever happens, then says that it is ready. */
export function serve(wire: Wire, reading: Reading, sending: Sending): void {
  const handlers = handlersOf(reading, sending);
  wire.addEventListener('message', ({ data }) => {
    const message = toWorker.safeParse(data);
    if (!message.success) return;
    const { id, call, take } = message.data;
    void answer(handlers, call, take).then(
      (give) => wire.postMessage({ id, give }),
      (error: unknown) => wire.postMessage({ id, trouble: troubleOf(error) }),
    );
  });
  wire.postMessage({ event: 'ready' });
}
