import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RehearsalTally } from './rehearsal';

const OURS = [{ code: 'integer-malformed', column: 'N' }];
const no = (code: string) => [{ code, message: 'no' }];

describe('a rehearsal', () => {
  it('puts every row into one box', () => {
    const row = fc.record({ held: fc.boolean(), refused: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row), fc.nat(5), (rows, unclear) => {
        const tally = new RehearsalTally();
        for (const [at, { held, refused }] of rows.entries()) {
          tally.add({ row: at, held, ours: held ? OURS : [] }, refused ? no('E') : []);
        }
        tally.unclear(unclear);
        const { bothFine, bothObject, onlyWe, onlyThey, rows: all } = tally.result();
        expect(all).toBe(rows.length + unclear);
        expect([bothFine, bothObject, onlyWe, onlyThey]).toEqual(
          [
            [false, false],
            [true, true],
            [true, false],
            [false, true],
          ].map(
            ([held, refused]) => rows.filter((each) => each.held === held && each.refused === refused).length,
          ),
        );
      }),
    );
  });

  it('puts a row that is held back for its repeated key alone into no box, unless Peak objects to it', () => {
    const tally = new RehearsalTally();
    tally.add({ row: 2, held: true, ours: [] }, []);
    tally.add({ row: 3, held: true, ours: [] }, no('E'));
    expect(tally.result()).toMatchObject({ rows: 2, keyOnly: 1, onlyWe: 0, bothObject: 1 });
  });

  it('keeps examples of a rare kind beside a frequent one', () => {
    const tally = new RehearsalTally();
    for (let row = 0; row < 1_000; row++) tally.add({ row, held: false, ours: [] }, no('OFTEN'));
    tally.add({ row: 5_000, held: false, ours: [] }, no('ONCE'));
    const { onlyThey } = tally.result().examples;
    expect(onlyThey.map(({ row }) => row)).toEqual([0, 1, 2, 5_000]);
  });
});
