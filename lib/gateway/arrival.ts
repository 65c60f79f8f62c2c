import type { IncomingMessage } from 'node:http';

/** A request as a route sees it, through whichever door it came. */
export interface Arrival {
  readonly method: string;
  /** Path and query, or a whole URL. */
  readonly url: string;
  /** `null` when it was not sent. */
  header(name: string): string | null;
  /** Gives the body piece by piece until `take` says that it is enough; rejects when the body breaks off. */
  pieces(take: (piece: Uint8Array) => boolean): Promise<void>;
}

/** A request of Next's route handlers (`app/api`). */
export const arrivedAsRequest = (request: Request): Arrival => ({
  method: request.method,
  url: request.url,
  header: (name) => request.headers.get(name),
  async pieces(take) {
    const reader = request.body?.getReader();
    while (reader) {
      const { done, value } = await reader.read();
      if (done) return;
      if (take(value)) continue;
      return void (await reader.cancel().catch(() => undefined));
    }
  },
});

/** A request as Node's HTTP server has it (`pages/api`). */
export const arrivedOverNode = (message: IncomingMessage): Arrival => ({
  method: message.method ?? '',
  url: message.url ?? '',
  header(name) {
    const value = message.headers[name];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  },
  pieces: (take) =>
    new Promise((resolve, reject) => {
      const over = (settle: () => void): void => {
        message.off('data', onPiece).off('end', onEnd).off('error', onBreak).off('close', onBreak);
        settle();
      };
      const onPiece = (piece: Buffer): void => {
        if (take(piece)) return;
        // Not destroyed: the answer that says "too large" goes over the same connection. Node drops the rest by itself.
        message.pause();
        over(resolve);
      };
      const onEnd = (): void => over(resolve);
      const onBreak = (): void => over(() => reject(new Error('the request broke off')));
      // It may have broken off before anybody listened, and then says nothing more.
      if (message.destroyed) return onBreak();
      message.on('data', onPiece).on('end', onEnd).on('error', onBreak).on('close', onBreak);
    }),
});
