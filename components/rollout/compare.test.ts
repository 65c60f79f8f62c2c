import { describe, expect, it } from 'vitest';
import { addAnswer, holdAgainst, type Expected } from './compare';

const expected: Expected[] = [
  { name: 'QP_SALE_OOTB', objectName: 'SALE' },
  { name: 'QP_PRODUCT_OOTB', objectName: 'PRODUCT' },
];
const outcomes = (successful: string[], failed: { name: string; message?: string }[] = []) =>
  Object.fromEntries(holdAgainst(expected, { successful, failed }).map((line) => [line.table, line.outcome]));

describe('a rollout held against what was expected', () => {
  it.each([
    ['full names', ['QP_SALE_OOTB', 'QP_PRODUCT_OOTB']],
    ['base names', ['SALE', 'PRODUCT']],
    ['names in another case', ['qp_sale_ootb', 'product']],
    [
      'failed-rows tables beside them',
      ['QP_SALE_OOTB', 'QP_SALE_OOTB_failed_rows', 'QP_PRODUCT_OOTB', 'QP_PRODUCT_OOTB_FAILED_ROWS'],
    ],
  ])('counts every table as created when the answer gives %s', (_, successful) => {
    expect(outcomes(successful)).toEqual({ QP_SALE_OOTB: 'created', QP_PRODUCT_OOTB: 'created' });
  });

  it('names a table that the answer left out as missing', () => {
    expect(outcomes(['QP_SALE_OOTB'])).toEqual({ QP_SALE_OOTB: 'created', QP_PRODUCT_OOTB: 'missing' });
  });

  it('keeps the reason of a failure', () => {
    const lines = holdAgainst(expected, {
      successful: ['QP_SALE_OOTB'],
      failed: [{ name: 'QP_PRODUCT_OOTB', message: 'no space' }],
    });
    expect(lines[1]).toMatchObject({ outcome: 'failed', message: 'no space' });
  });

  it('counts a table named in both lists as failed', () => {
    expect(outcomes(['SALE', 'PRODUCT'], [{ name: 'SALE' }])).toMatchObject({ QP_SALE_OOTB: 'failed' });
  });

  it('counts a table whose failed-rows table failed as failed', () => {
    expect(outcomes(['SALE', 'PRODUCT'], [{ name: 'QP_SALE_OOTB_failed_rows' }])).toMatchObject({
      QP_SALE_OOTB: 'failed',
    });
  });

  it('shows tables nobody asked for, but not their failed-rows tables', () => {
    expect(outcomes(['SALE', 'PRODUCT', 'QP_TAX_OOTB', 'QP_TAX_OOTB_failed_rows'])).toEqual({
      QP_SALE_OOTB: 'created',
      QP_PRODUCT_OOTB: 'created',
      QP_TAX_OOTB: 'unexpected',
    });
  });

  it('shows a failure of a table nobody asked for', () => {
    expect(outcomes(['SALE', 'PRODUCT'], [{ name: 'QP_TAX_OOTB' }])).toMatchObject({ QP_TAX_OOTB: 'failed' });
  });
});

describe('a rollout sent again', () => {
  it('keeps what was made the first time, though it is refused now as being there', () => {
    const first = { successful: ['A', 'B'], failed: [{ name: 'C', message: 'no space' }] };
    const second = {
      successful: ['C'],
      failed: [
        { name: 'a', message: 'exists already' },
        { name: 'D', message: 'no space' },
      ],
    };
    expect(addAnswer(first, second)).toEqual({
      successful: ['A', 'B', 'C'],
      failed: [{ name: 'D', message: 'no space' }],
    });
  });
  it('is as it is when there was none before', () => {
    const answer = { successful: ['A'], failed: [{ name: 'B' }] };
    expect(addAnswer(undefined, answer)).toEqual(answer);
  });
});
