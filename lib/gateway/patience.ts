/** How long somebody waits for an answer; `end` when it came, or the timer and the listeners would stay. */
export interface Patience {
  readonly signal: AbortSignal;
  end(): void;
}

/**
 * A signal that aborts after `ms`, or with any of the others. By hand: in Node 20 `AbortSignal.any` holds its sources
 * weakly, so a time-out that nobody else holds is collected and never comes, and a request without an answer is waited
 * for without end.
 */
export function patienceOf(ms: number, others: readonly (AbortSignal | undefined)[]): Patience {
  const stop = new AbortController();
  const given = others.filter((other) => other !== undefined);
  const follow = (): void => stop.abort(given.find(({ aborted }) => aborted)?.reason);
  const timer = setTimeout(() => stop.abort(new DOMException('no answer in time', 'TimeoutError')), ms);
  for (const other of given) other.addEventListener('abort', follow);
  if (given.some(({ aborted }) => aborted)) follow();
  return {
    signal: stop.signal,
    end() {
      clearTimeout(timer);
      for (const other of given) other.removeEventListener('abort', follow);
    },
  };
}
