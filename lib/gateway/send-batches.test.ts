import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Transport } from '../submission/ports';
import { joinFrames, splitFrames } from './batch-frames';
import { batchesSender } from './send-batches';

const encode = (text: string) => new TextEncoder().encode(text);
const requestOf = (batchId: string): Parameters<Transport['send']>[0] => ({
  connectionId: `c${'0'.repeat(24)}`,
  solutionName: 'QP',
  table: 'SALE',
  operation: 'APPEND',
  dryRun: false,
  batchId,
  body: encode('[{"ID":1}]'),
  signal: new AbortController().signal,
});
const stored = { kind: 'answered', peakStatus: 200, failed: [], raw: '' };
const line = (id: string) => `${JSON.stringify({ id, answer: stored })}\n`;
const doubt = { kind: 'no-answer', reason: 'unreachable', maybeStored: true };

/** A server that holds every request until it is let go, and then answers with what `say` makes of its ids. */
function held(say: (ids: readonly string[]) => BodyInit | Promise<never>, status = 200) {
  const arrived: { readonly ids: readonly string[]; readonly answer: () => void }[] = [];
  const send = batchesSender(async (_path, init) => {
    const frames = splitFrames(init.body as Uint8Array<ArrayBuffer>);
    const ids = frames.ok ? frames.value.map(({ id }) => id) : [];
    await new Promise<void>((answer) => arrived.push({ ids, answer }));
    return new Response(await say(ids), { status });
  }, 1_000);
  const turn = () => new Promise((resolve) => setTimeout(resolve, 1));
  return { send, arrived, turn };
}

describe('several batches in one body', () => {
  it('come apart as they were put together', () => {
    const rows = fc.uint8Array({ minLength: 2, maxLength: 60 }).map((bytes) => new Uint8Array(bytes));
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 16 }), (bodies) => {
        const frames = bodies.map((body, at) => ({ id: `load.${at}.1`, rows: body }));
        const split = splitFrames(joinFrames(frames));
        expect(
          split.ok && split.value.map(({ id, rows: body }) => ({ id, rows: new Uint8Array(body) })),
        ).toEqual(frames);
      }),
    );
  });

  it.each([
    ['a line', '{"batches":[]}\n', 'head'],
    ['no line', '[1]', 'head'],
    ['fewer bytes than named', '{"batches":[{"id":"a","bytes":9}]}\n[]', 'length'],
    ['more bytes than named', '{"batches":[{"id":"a","bytes":2}]}\n[]x', 'length'],
    ['one id twice', '{"batches":[{"id":"a","bytes":2},{"id":"a","bytes":2}]}\n[][]', 'twice'],
  ])('are refused: %s', (_what, text, error) => {
    expect(splitFrames(encode(text))).toEqual({ ok: false, error });
  });
});

describe('sending several batches', () => {
  it('shares what there is among four requests; what comes meanwhile travels together', async () => {
    const { send, arrived, turn } = held((ids) => ids.map(line).join(''));
    const first = Array.from({ length: 8 }, (_, at) => send(requestOf(`a${at}`)));
    await turn();
    expect(arrived.map(({ ids }) => ids.length)).toEqual([2, 2, 2, 2]);
    const later = Array.from({ length: 5 }, (_, at) => send(requestOf(`b${at}`)));
    await turn();
    expect(arrived).toHaveLength(4);
    arrived[0]?.answer();
    await turn();
    expect(arrived[4]?.ids).toEqual(['b0', 'b1', 'b2', 'b3', 'b4']);
    for (const { answer } of arrived) answer();
    expect(await Promise.all([...first, ...later])).toEqual(Array(13).fill(stored));
  });

  it('spends no request on a few while others are under way', async () => {
    const { send, arrived, turn } = held((ids) => ids.map(line).join(''));
    const first = Array.from({ length: 40 }, (_, at) => send(requestOf(`a${at}`)));
    await turn();
    arrived[0]?.answer();
    await Promise.all(first.slice(0, 10));
    const few = Array.from({ length: 4 }, (_, at) => send(requestOf(`b${at}`)));
    await turn();
    expect(arrived).toHaveLength(4);
    few.push(send(requestOf('b4')));
    await turn();
    expect(arrived[4]?.ids).toHaveLength(5);
    for (const { answer } of arrived) answer();
    expect(await Promise.all([...first, ...few])).toEqual(Array(45).fill(stored));
    const last = send(requestOf('c'));
    await turn();
    expect(arrived[5]?.ids).toEqual(['c']);
    arrived[5]?.answer();
    expect(await last).toEqual(stored);
  });

  it('settles each batch as its line arrives; a stream cut in the middle leaves only the others in doubt', async () => {
    let cut = (): void => undefined;
    const { send, arrived, turn } = held((ids) => {
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(
            encode(line(ids[1] ?? '') + line('of-nobody') + line(ids[0] ?? '').slice(0, 20)),
          );
          cut = () => controller.error(new TypeError('network error'));
        },
      });
      return stream;
    });
    const sent = Array.from({ length: 8 }, (_, at) => send(requestOf(`a${at}`)));
    await turn();
    arrived[0]?.answer();
    expect(await sent[1]).toEqual(stored);
    cut();
    expect(await sent[0]).toEqual(doubt);
  });

  it.each<[string, number, string, object]>([
    [
      'a refusal of ours holds for all of them',
      401,
      '{"error":{"code":"connection-unknown","requestId":"r"}}',
      { kind: 'refused', code: 'connection-unknown' },
    ],
    ['a fault of ours puts them in doubt', 500, '{"error":{"code":"internal","requestId":"r"}}', doubt],
    ['a page of somebody between puts them in doubt', 502, '<html>', doubt],
    ['a stream that ends early puts the rest in doubt', 200, '', doubt],
    [
      'a batch that came twice is in doubt until somebody asks',
      200,
      `${JSON.stringify({ id: 'a', answer: { kind: 'refused', code: 'batch-repeated' } })}\n`,
      doubt,
    ],
    [
      'a batch that is refused for itself',
      200,
      `${JSON.stringify({ id: 'a', answer: { kind: 'refused', code: 'rate-budget', retryAfterMs: 40 } })}\n`,
      { kind: 'refused', code: 'rate-budget', retryAfterMs: 40 },
    ],
  ])('%s', async (_what, status, body, expected) => {
    const { send, arrived, turn } = held(() => body, status);
    const sent = send(requestOf('a'));
    await turn();
    arrived[0]?.answer();
    expect(await sent).toEqual(expected);
  });

  it('does not start what was given up while it waited', async () => {
    const { send, arrived, turn } = held((ids) => ids.map(line).join(''));
    const given = new AbortController();
    const sent = send({ ...requestOf('a'), signal: given.signal });
    given.abort();
    await turn();
    expect(await sent).toEqual({ kind: 'no-answer', reason: 'aborted', maybeStored: false });
    expect(arrived).toHaveLength(0);
  });
});
