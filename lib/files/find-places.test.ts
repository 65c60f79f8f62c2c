import { describe, expect, it } from 'vitest';
import { cutter } from './cut';
import { findPlaces, widened } from './find-places';
import { readHead } from './read-head';
import { bytesSource } from './source';

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

const NAMES = ['Red Apple', 'Green Pear', 'Fig Tree', 'Pear', 'Big Fig'];
const CITIES = ['Rome', 'New York', 'Oslo'];

/** Lines as programs write them that pad each value, and move the rest of a line where one is too long. */
const listing = (names: readonly string[], end: (at: number) => string) =>
  names.map((name, at) =>
    [`${at + 1}`.padEnd(3), name.padEnd(11), (CITIES[at % 3] ?? '').padEnd(9), end(at)].join(' '),
  );
const MANY = Array.from({ length: 40 }, (_, at) => NAMES[at % 5] ?? '');
const HEADS = 'ID  NAME        CITY      ';

function heldOf(text: string, begins: readonly number[]) {
  const places = widened(
    begins.map((to) => ({ from: to, to })),
    text,
  );
  const { rows, broken } = cutter({ delimiter: ',', newline: '\n', quote: 'none', places })(text, true);
  return { held: [...broken], rows };
}

describe('a value that leaves one blank of those before the next column', () => {
  const days = (at: number) => `2024-05-${String(10 + (at % 20))}`;
  const amounts = (at: number) => String(at * 37).padStart(6);
  const full = MANY.map((name, at) => (at % 15 === 7 ? 'Big Red Fig' : name));
  const moved = [...MANY, 'Great Goldn Tree'];

  it.each([
    ['days', days],
    ['numbers at the right', amounts],
  ])('is whole where %s behind it stand as in the other lines, and held where they are moved', (_, end) => {
    const fits = heldOf(lines(`${HEADS}END`, ...listing(full, end)), [4, 16, 26]);
    expect(fits.held).toEqual([]);
    expect(fits.rows[8]).toEqual(['8', 'Big Red Fig', 'New York', end(7).trim()]);
    const runs = heldOf(lines(`${HEADS}END`, ...listing(moved, end)), [4, 16, 26]);
    expect(runs.held).toEqual([41]);
  });

  it('is held where nothing behind it can tell', () => {
    const texts = (names: readonly string[]) => lines('ID  NAME        CITY', ...listing(names, () => ''));
    expect(heldOf(texts(full), [4, 16]).held).toEqual([8, 23, 38]);
    expect(heldOf(texts(moved), [4, 16]).held).toEqual([41]);
  });
});

describe('places of a text', () => {
  const text = lines(
    'ID  ITEM, NAMES CITY',
    ...listing(MANY, () => ''),
    ...listing(['Big Red Fig'], () => ''),
  );
  const read = async (choice: Parameters<typeof readHead>[1]) => {
    const head = await readHead(bytesSource(new TextEncoder().encode(text)), choice);
    if (!head.ok) throw new Error(head.error);
    return head.value;
  };

  it('hold no heading back that leaves one blank before the next', async () => {
    const { header, dialect, rows } = await read({ places: [4, 16].map((to) => ({ from: to, to })) });
    expect(header).toEqual(['ID', 'ITEM, NAMES', 'CITY']);
    expect([dialect.headerRow, rows[0]?.row]).toEqual([1, 2]);
  });

  it('stay as they were once they are decided', async () => {
    const { dialect } = await read({ places: [4, 16].map((to) => ({ from: to, to })) });
    expect(dialect.places?.[1]?.words).toBe('both');
    const before = [
      { from: 2, to: 4 },
      { from: 14, to: 16 },
    ];
    const again = await read({ ...dialect, places: before });
    expect(again.dialect.places).toEqual(before);
    expect(again.rows.filter(({ cells }) => cells.length !== 3)).toEqual([]);
  });
});
