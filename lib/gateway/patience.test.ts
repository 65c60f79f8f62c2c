import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { patienceOf } from './patience';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const whenAborted = (signal: AbortSignal) =>
  new Promise<unknown>((resolve) => signal.addEventListener('abort', () => resolve(signal.reason)));

it('ends although nobody but the request holds its signal', async () => {
  const { signal } = patienceOf(30, [new AbortController().signal]);
  collect();
  await expect(whenAborted(signal)).resolves.toMatchObject({ name: 'TimeoutError' });
});

it.each([
  ['is given up', (other: AbortController) => other.abort('why'), true],
  ['has ended', () => undefined, false],
])('says whether it %s', (_what, act, aborts) => {
  const other = new AbortController();
  const patience = patienceOf(60_000, [undefined, other.signal]);
  act(other);
  patience.end();
  other.abort('too late');
  expect(patience.signal.aborted).toBe(aborts);
  if (aborts) expect(patience.signal.reason).toBe('why');
});

it('is over at once when somebody had given up before', () => {
  const patience = patienceOf(60_000, [AbortSignal.abort('early')]);
  expect(patience.signal.reason).toBe('early');
  patience.end();
});
