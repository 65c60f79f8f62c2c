import { describe, expect, it } from 'vitest';
import { withoutRows } from '../gateway/batch-ledger';
import { classify } from './classify';
import type { TransportAnswer } from './ports';

const body = new TextEncoder().encode('[{"ID":1,"V":"a"},{"ID":2,"V":"b"},{"ID":3,"V":"b"}]');
const sent = { rows: [2, 5, 9], body, primaryKey: ['ID'] };
const errors = [{ code: 'DI_E_1', message: 'no' }];
const answer = (peakStatus: number, more: object = {}): TransportAnswer => ({
  kind: 'answered',
  peakStatus,
  failed: [],
  raw: '',
  ...more,
});
const whole = (code: string, message = '') => [2, 5, 9].map((row) => ({ row, errors: [{ code, message }] }));
const settled = (state: string, accepted: number, rejected: object[], unnamed = 0) => ({
  kind: 'settled',
  state,
  accepted,
  rejected,
  unnamed,
});

describe('what an answer means for its batch', () => {
  it.each<[string, TransportAnswer, object]>([
    ['200 accepts every row', answer(200), settled('accepted', 3, [])],
    ['202 does too', answer(202), settled('accepted', 3, [])],
    [
      '207 names a row by index',
      answer(207, { failed: [{ index: 1, errors }] }),
      settled('partly', 2, [{ row: 5, errors }]),
    ],
    [
      '207 names a row by its key, in another spelling and type',
      answer(207, { failed: [{ echo: { id: '3' }, errors }] }),
      settled('partly', 2, [{ row: 9, errors }]),
    ],
    [
      'an echo that fits one row outranks an index',
      answer(207, { failed: [{ index: 0, echo: { ID: 3 }, errors }] }),
      settled('partly', 2, [{ row: 9, errors }]),
    ],
    [
      'a row that nothing names is counted as unnamed',
      answer(207, { failed: [{ errors }] }),
      settled('partly', 2, [], 1),
    ],
    [
      'an index outside the batch names nothing',
      answer(207, { failed: [{ index: 3, errors }] }),
      settled('partly', 2, [], 1),
    ],
    [
      'a counter tells of refused rows that the list left out',
      answer(207, { failed: [{ index: 0, errors }], accepted: 1 }),
      settled('partly', 1, [{ row: 2, errors }], 1),
    ],
    [
      'several entries for one row are one row',
      answer(207, { failed: [0, 0].map((index) => ({ index, errors })) }),
      settled('partly', 2, [{ row: 2, errors: [...errors, ...errors] }]),
    ],
    [
      '200 with failed rows is read like 207',
      answer(200, { failed: [{ index: 2, errors }] }),
      settled('partly', 2, [{ row: 9, errors }]),
    ],
    [
      '207 with every row failed is a rejection',
      answer(207, { failed: [0, 1, 2].map((index) => ({ index, errors })) }),
      settled(
        'rejected',
        0,
        [2, 5, 9].map((row) => ({ row, errors })),
      ),
    ],
    [
      '207 that says nothing more settles nothing',
      answer(207),
      { kind: 'doubt', reason: 'unexplained', resend: false },
    ],
    [
      '207 that was cut settles nothing',
      answer(207, { unreadable: true }),
      { kind: 'doubt', reason: 'unexplained', resend: false },
    ],
    [
      '200 whose JSON was cut settles nothing: the list of refused rows may be what is missing',
      answer(200, { unreadable: true, raw: '{"failed":[{"ind' }),
      { kind: 'doubt', reason: 'unexplained', resend: false },
    ],
    [
      '200 with a page of somebody else’s settles nothing',
      answer(200, { unreadable: true, raw: '<!doctype html>' }),
      { kind: 'doubt', reason: 'unexplained', resend: false },
    ],
    [
      '200 without a word accepts every row',
      answer(200, { unreadable: true, wordless: true }),
      settled('accepted', 3, []),
    ],
    [
      '207 without a word settles nothing',
      answer(207, { unreadable: true, wordless: true }),
      { kind: 'doubt', reason: 'unexplained', resend: false },
    ],
    [
      '200 with words that are no JSON settles nothing',
      answer(200, { unreadable: true, raw: 'Access denied. Please sign in' }),
      { kind: 'doubt', reason: 'unexplained', resend: false },
    ],
    [
      '200 that carries an error and names no row settles nothing',
      answer(200, { error: { code: 'X', message: 'timed out' } }),
      { kind: 'doubt', reason: 'unexplained', resend: false },
    ],
    ...[200, 207].map((status): [string, TransportAnswer, object] => [
      `${status} whose counter says more than was sent settles nothing: it is the answer to something else`,
      answer(status, { accepted: 4, failed: status === 207 ? [{ index: 1, errors }] : [] }),
      { kind: 'doubt', reason: 'unexplained', resend: false },
    ]),
    [
      '400 whose counter says that some were taken settles nothing',
      answer(400, { accepted: 2, failed: [{ index: 1, errors }] }),
      { kind: 'doubt', reason: 'unexplained', resend: false },
    ],
    [
      '200 whose counter says fewer settles nothing',
      answer(200, { accepted: 2 }),
      { kind: 'doubt', reason: 'unexplained', resend: false },
    ],
    [
      '400 rejects all, each with its own error or the whole one’s',
      answer(400, { failed: [{ index: 1, errors }], error: { code: 'DI_E_9', message: '' } }),
      settled('rejected', 0, [
        { row: 2, errors: [{ code: 'DI_E_9', message: '' }] },
        { row: 5, errors },
        { row: 9, errors: [{ code: 'DI_E_9', message: '' }] },
      ]),
    ],
    ['400 without a word', answer(400), settled('rejected', 0, whole('without-code', 'HTTP 400'))],
    ['409', answer(409, { error: { code: 'X', message: '' } }), settled('rejected', 0, whole('X'))],
    ['422', answer(422, { error: { code: 'X', message: '' } }), settled('rejected', 0, whole('X'))],
    ...[402, 405, 407, 421, 431, 451].map((status): [string, TransportAnswer, object] => [
      `${status} without Peak’s JSON blames no row`,
      answer(status, { unreadable: true, raw: '<html>' }),
      { kind: 'stop', reason: 'request-refused' },
    ]),
    [
      '410 with a code of Peak’s rejects all',
      answer(410, { error: { code: 'DI_E_9', message: '' } }),
      settled('rejected', 0, whole('DI_E_9')),
    ],
    ['401', answer(401), { kind: 'stop', reason: 'token-refused' }],
    ['403', answer(403), { kind: 'stop', reason: 'forbidden' }],
    ['404', answer(404), { kind: 'stop', reason: 'not-found' }],
    ['413', answer(413), { kind: 'split' }],
    ['429 with a time', answer(429, { retryAfterMs: 7 }), { kind: 'again', cause: 'rate', afterMs: 7 }],
    ['429 without', answer(429), { kind: 'again', cause: 'rate' }],
    ['408: the rows never arrived', answer(408), { kind: 'again', cause: 'down' }],
    ['503 with a time', answer(503, { retryAfterMs: 7 }), { kind: 'again', cause: 'rate', afterMs: 7 }],
    [
      '503 without: a balancer may have lost it',
      answer(503),
      { kind: 'doubt', reason: 'server-error', resend: true },
    ],
    ['500', answer(500), { kind: 'doubt', reason: 'server-error', resend: true }],
    ['302', answer(302), { kind: 'doubt', reason: 'redirected', resend: true }],
    [
      'a lost answer',
      { kind: 'no-answer', reason: 'timeout', maybeStored: true },
      { kind: 'doubt', reason: 'timeout', resend: true },
    ],
    [
      'a request that never left',
      { kind: 'no-answer', reason: 'unreachable', maybeStored: false },
      { kind: 'again', cause: 'down' },
    ],
    [
      'our session is gone',
      { kind: 'refused', code: 'connection-unknown' },
      { kind: 'stop', reason: 'session-lost' },
    ],
    [
      'our budget is used up',
      { kind: 'refused', code: 'rate-budget', retryAfterMs: 40 },
      { kind: 'again', cause: 'turn', afterMs: 40 },
    ],
    [
      'an unknown refusal of ours',
      { kind: 'refused', code: 'new' },
      { kind: 'stop', reason: 'server-refused' },
    ],
    [
      'a refusal that may have come too late',
      { kind: 'refused', code: 'peak-timeout' },
      { kind: 'doubt', reason: 'server-error', resend: true },
    ],
  ])('%s', (_name, given, expected) => {
    expect(classify(given, sent)).toEqual(expected);
  });

  it.each<[string, object]>([
    ['a page of somebody else’s', { unreadable: true, raw: '<!doctype html>' }],
    ['words', { unreadable: true, raw: 'Access denied' }],
    ['no word', { unreadable: true, wordless: true, raw: 'OK' }],
    ['an error', { error: { code: 'X', message: 'timed out' }, raw: '{"error":"timed out"}' }],
    ['another counter', { accepted: 2, raw: '{"accepted":2}' }],
  ])('means the same when it comes from our server’s ledger, which keeps no raw answer: %s', (_, more) => {
    const told = answer(200, more);
    expect(classify(withoutRows(told), sent)).toEqual(classify(told, sent));
  });

  it('blames no row when an echo without a key fits several', () => {
    const failed = [{ echo: { V: 'b' }, errors }];
    expect(classify(answer(207, { failed }), { ...sent, primaryKey: [] })).toEqual(
      settled('partly', 2, [], 1),
    );
  });
});
