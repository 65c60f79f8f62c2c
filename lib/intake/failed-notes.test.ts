import { describe, expect, it } from 'vitest';
import { notesOf } from './failed-notes';

const places = [
  { column: 'PRICE', position: 2 },
  { column: 'QTY', position: 0 },
];

describe('what Peak says of a failed row, in a workbook', () => {
  it.each<[string, string[], [number, string][], string]>([
    ['stands on the cell that is named', ['PRICE must be a number'], [[2, 'PRICE must be a number']], ''],
    [
      'stands on each cell that is named',
      ['QTY is null', 'PRICE is null'],
      [
        [0, 'QTY is null'],
        [2, 'PRICE is null'],
      ],
      '',
    ],
    ['of one cell stands there together, each once', ['QTY a', 'QTY b', 'QTY a'], [[0, 'QTY a; QTY b']], ''],
    ['stands on the row where no column is named', ['broken'], [], 'broken'],
    [
      'stands on the row where the column has no cell in the file',
      ['NOTE is missing'],
      [],
      'NOTE is missing',
    ],
  ])('%s', (_what, messages, cells, row) => {
    const notes = notesOf(
      messages.map((message) => ({ message })),
      places,
    );
    expect([[...notes.cells], notes.row]).toEqual([cells, row]);
  });
});
