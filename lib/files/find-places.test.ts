import { describe, expect, it } from 'vitest';
import { findPlaces } from './find-places';

const lines = (...all: string[]) => `${all.join('\n')}\n`;
const BODY = ['1      2024-05-01 10:00   2', '22     2024-05-01 11:00  13', '333    2024-05-02 09:30   4'];

/** Texts, and where their columns begin. */
const CASES: readonly (readonly [string, string, readonly number[] | undefined])[] = [
  [
    'a blank within times is none where the heading goes on',
    lines('ID     SOLD-AT-CLOCK    QTY', ...BODY, ...BODY),
    [7, 24],
  ],
  [
    'a title above is no line of the table',
    lines('Sales of 2024', 'ID     SOLD-AT-CLOCK    QTY', ...BODY, ...BODY),
    [7, 24],
  ],
  [
    'a column that is seldom filled is one all the same',
    lines(
      'ID         NAME',
      ...Array.from(
        { length: 30 },
        (_, at) => `${String(at).padEnd(5)}${at === 20 ? 'X' : ' '}     name-${at}`,
      ),
    ),
    [5, 11],
  ],
  ['strokes show columns that one blank holds apart', lines('A B', '- ---', '1 x y', '2 z'), [2]],
  ['words of one text are no columns', lines('name', 'Anna Bell', 'John Webb', 'Mary Rose'), undefined],
  ['tabs are no blanks', lines('a   \tb', '1   \t2', '3   \t4'), undefined],
  ['two lines prove nothing', lines('a    b', '1    2'), undefined],
];

describe('columns at fixed places', () => {
  it.each(CASES)('%s', (_name, text, begins) => {
    expect(findPlaces(text)?.map(({ to }) => to)).toEqual(begins);
  });
});
