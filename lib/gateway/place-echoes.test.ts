import { describe, expect, it } from 'vitest';
import type { BatchAnswer, FailedRow } from './contract';
import { placeEchoes } from './place-echoes';

const errors = [{ code: 'E', message: '' }];
const rows = new TextEncoder().encode('[{"ID":1,"V":"a"},{"ID":2,"V":"b"},{"ID":3,"V":"b"}]');
const answered = (failed: FailedRow[]): BatchAnswer => ({
  kind: 'answered',
  peakStatus: 207,
  failed,
  raw: '{}',
});

describe('rows that an answer only echoes', () => {
  it.each<[string, FailedRow, number | undefined]>([
    ['get the place of the one entry they fit', { echo: { id: '2', v: 'b' }, errors }, 1],
    ['are placed by a part of the row, if it is one row’s alone', { echo: { ID: 3 }, errors }, 2],
    ['get no place where two entries fit', { echo: { V: 'b' }, errors }, undefined],
    ['get no place where none fits', { echo: { ID: 9 }, errors }, undefined],
    ['keep the place that the answer gives', { index: 0, echo: { ID: 2 }, errors }, 0],
  ])('%s', (_, failed, index) => {
    expect(placeEchoes(answered([failed]), rows)).toMatchObject({ failed: [{ errors }] });
    const placed = placeEchoes(answered([failed]), rows);
    expect(placed.kind === 'answered' && placed.failed[0]?.index).toBe(index);
  });

  it('leave other answers as they are', () => {
    const lost: BatchAnswer = { kind: 'no-answer', reason: 'timeout', maybeStored: true };
    expect(placeEchoes(lost, rows)).toBe(lost);
  });
});
