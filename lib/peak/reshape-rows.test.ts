import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CODE, reshapeAccepted, reshapeContradiction, reshapeError, reshapeFailed } from './reshape-rows';

const error = { code: 'DI_E_00012', category: 'validation', message: 'SALE_ID is required' };

describe('reshapeFailed', () => {
  it.each<[string, unknown]>([
    ['an index and a list of errors', { failed: [{ index: 2, errors: [error] }] }],
    ['an error spelt at the entry', { failed: [{ index: 2, ...error }] }],
    ['one error record', { failedRows: [{ rowIndex: 2, error }] }],
    [
      'longer key names',
      {
        failed_records: [
          {
            row_index: '2',
            errors: [
              { error_code: 'DI_E_00012', error_category: 'validation', errorMessage: 'SALE_ID is required' },
            ],
          },
        ],
      },
    ],
    ['a row number from 1', { failed: [{ rowNumber: 3, errors: [error] }] }],
    ['a wrapper', { data: { failed: [{ row: 2, validationErrors: [error] }] } }],
    ['errors that point at rows', { errors: [{ index: 2, ...error }] }],
    [
      'two entries for one row',
      {
        failed: [
          { index: 2, errors: [] },
          { index: 2, errors: [error] },
        ],
      },
    ],
  ])('reads %s', (_, body) => {
    expect(reshapeFailed(body, 207, 5)).toMatchObject([{ index: 2, errors: [error] }]);
  });

  it('lets the answer itself prove how it counts', () => {
    expect(
      reshapeFailed(
        {
          failed: [
            { index: 5, ...error },
            { index: 1, ...error },
          ],
        },
        207,
        5,
      ),
    ).toMatchObject([{ index: 4 }, { index: 0 }]);
    expect(
      reshapeFailed(
        {
          failed: [
            { rowNumber: 0, ...error },
            { rowNumber: 1, ...error },
          ],
        },
        207,
        5,
      ),
    ).toMatchObject([{ index: 0 }, { index: 1 }]);
  });

  it('blames no row for a place outside of the request', () => {
    const [row] = reshapeFailed(
      {
        failed: [
          { index: 0, ...error },
          { index: 99, ...error },
        ],
      },
      207,
      5,
    ).slice(1);
    expect(row).toEqual({ errors: [error] });
  });

  it('keeps an echoed row and does not take it for a place', () => {
    expect(reshapeFailed({ failed: [{ row: { SALE_ID: 'x' }, errors: [error] }] }, 207, 5)).toEqual([
      { echo: { SALE_ID: 'x' }, errors: [error] },
    ]);
  });

  it('names the column of an error that does not', () => {
    expect(
      reshapeFailed(
        { failed: [{ index: 1, errors: [{ code: 'X', column: 'QTY', message: 'bad' }] }] },
        207,
        5,
      ),
    ).toMatchObject([{ errors: [{ message: 'QTY: bad' }] }]);
  });

  it('reads plain texts', () => {
    expect(reshapeFailed({ failed: ['no'] }, 207, 5)).toEqual([
      { errors: [{ code: NO_CODE, message: 'no' }] },
    ]);
    expect(reshapeFailed({ failed: [{ index: 1, errors: ['no'] }] }, 207, 5)).toEqual([
      { index: 1, errors: [{ code: NO_CODE, message: 'no' }] },
    ]);
  });

  it('does not take the complaints about a whole request for rows', () => {
    expect(reshapeFailed({ errors: [{ code: 'X', message: 'data must be an array' }] }, 400, 5)).toEqual([]);
    expect(reshapeFailed({ failed: 3 }, 207, 5)).toEqual([]);
  });

  it('names each row of the request at most once, whatever arrives', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 50 }), (failed, sent) => {
        const places = reshapeFailed({ failed }, 207, sent).flatMap((row) => row.index ?? []);
        expect(new Set(places).size).toBe(places.length);
        expect(places.every((at) => at >= 0 && at < sent)).toBe(true);
      }),
    );
  });
});

describe('reshapeError', () => {
  it.each<[unknown, unknown]>([
    [
      { code: 'DI_E_1', message: 'no' },
      { code: 'DI_E_1', message: 'no' },
    ],
    [
      { errorCode: 'DI_E_1', errorMessage: 'no' },
      { code: 'DI_E_1', message: 'no' },
    ],
    [{ error: { code: 'DI_E_1', message: 'no' } }, { code: 'DI_E_1', message: 'no' }],
    [{ errors: [{ code: 'DI_E_1', message: 'no' }] }, { code: 'DI_E_1', message: 'no' }],
    [{ data: { message: 'no' } }, { code: NO_CODE, message: 'no' }],
    [{ error: 'Unauthorized' }, { code: NO_CODE, message: 'Unauthorized' }],
    ['Bad gateway', { code: NO_CODE, message: 'Bad gateway' }],
    [{ accepted: 3 }, undefined],
    [undefined, undefined],
    [null, undefined],
  ])('reads %j', (body, expected) => expect(reshapeError(body)).toEqual(expected));

  it('cuts a message that is a page', () => {
    expect(reshapeError({ message: 'x'.repeat(10_000) })?.message).toHaveLength(500);
  });
});

describe('reshapeAccepted', () => {
  it.each([
    [{ accepted: 3 }, 3],
    [{ data: { acceptedCount: '3' } }, 3],
    [{ success: true }, undefined],
    [{ accepted: [1, 2] }, undefined],
    [{ accepted: -1 }, undefined],
    [[], undefined],
  ])('reads %j as %s', (body, expected) => expect(reshapeAccepted(body)).toBe(expected));
});

describe('what a failed row is known by', () => {
  it.each<[string, object]>([
    ['the row', { row: { ID: 7 } }],
    ['the row as JSON text', { record: '{"ID":7}' }],
    ['its key', { primaryKey: { ID: 7 } }],
    ['its keys', { keys: { ID: 7 } }],
  ])('%s', (_, entry) => {
    expect(reshapeFailed({ failed: [{ ...entry, errors: [error] }] }, 207, 5)).toEqual([
      { echo: { ID: 7 }, errors: [error] },
    ]);
  });
});

describe('reshapeContradiction', () => {
  it.each<[string, unknown]>([
    ['a flag that denies success', { success: false, message: 'timed out' }],
    ['a flag in a wrapper', { data: { ok: 'false' } }],
    ['an error record', { error: { code: 'X', message: 'timed out' } }],
    ['an error in words', { error: 'timed out' }],
    ['a list of errors', { errors: [{ message: 'timed out' }] }],
    ['a message of a function that broke', { errorMessage: 'timed out', errorType: 'X' }],
    ['a status in words', { status: 'FAILED', message: 'timed out' }],
    ['an error that has only a code', { error: { code: 7, message: '' } }],
    ['errors by column', { errors: { ID: ['timed out'] } }],
    ['an error record without a known name', { error: { kind: 'timed out' } }],
    ['a type of error beside an empty message', { errorMessage: '', errorType: 'X' }],
    ['errors that are counted', { errors: { count: 2 } }],
  ])('finds %s in an answer that is a success by its status', (_, body) => {
    expect(reshapeContradiction(body)?.message).toMatch(/timed out|^$/);
  });

  it.each<[string, unknown]>([
    ['an empty record', {}],
    ['counters and empty lists', { accepted: 3, failed: [], errors: [], error: null }],
    ['praise', { success: true, status: 'accepted', message: 'All rows were accepted.' }],
    ['no error', { error: false, errors: 0, errorMessage: '' }],
    ['no record', 'queued'],
    ['empty errors', { failed: [], errors: {} }],
    ['an empty error', { failed: [], error: {} }],
    ['a code of 0 without a message', { error: { code: 0, message: '' } }],
    ['a code of 0 in praise', { error: { code: '0', message: 'OK', details: [] } }],
    ['words for no error', { error: 'No error' }],
    ['words for no errors', { errors: 'no errors.' }],
    ['a message that is none', { errorMessage: 'N/A' }],
    ['errors counted as none', { errors: { count: 0 } }],
  ])('finds nothing in %s', (_, body) => {
    expect(reshapeContradiction(body)).toBeUndefined();
  });
});
