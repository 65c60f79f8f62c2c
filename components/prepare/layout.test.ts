import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOX_HEIGHT, BOX_WIDTH, layOut, type LayoutTable } from './layout';

const table = (name: string, ...parents: string[]): LayoutTable => ({ name, parents });
const layersOf = (tables: readonly LayoutTable[]) =>
  Object.fromEntries(layOut(tables).boxes.map((box) => [box.name, box.layer]));

describe('the picture of how tables relate', () => {
  it.each([
    [
      'parents stand left of their children',
      [table('SALE', 'PRODUCT'), table('PRODUCT')],
      { PRODUCT: 0, SALE: 1 },
    ],
    [
      'a table stands right of its furthest ancestor',
      [table('P'), table('QUOTE', 'P'), table('SALE', 'P', 'QUOTE')],
      { P: 0, QUOTE: 1, SALE: 2 },
    ],
    ['a table that refers to itself stays where it is', [table('CATEGORY', 'CATEGORY')], { CATEGORY: 0 }],
    ['a parent that is not in the solution is left out', [table('SALE', 'ELSEWHERE')], { SALE: 0 }],
  ])('%s', (_, tables, layers) => {
    expect(layersOf(tables)).toEqual(layers);
  });

  it('draws nothing for no tables', () => {
    expect(layOut([])).toMatchObject({ boxes: [], wires: [], height: 0 });
  });

  it('draws one wire for two references to the same parent', () => {
    expect(layOut([table('P'), table('MOVE', 'P', 'P')]).wires).toHaveLength(1);
  });

  it('puts tables that refer to nothing and are referred to by nothing last', () => {
    const { boxes } = layOut([table('ALONE'), table('P'), table('SALE', 'P')]);
    const y = (name: string) => boxes.find((box) => box.name === name)?.y ?? Number.NaN;
    expect(y('ALONE')).toBeGreaterThan(y('P'));
  });
});

const graphs = fc.integer({ min: 1, max: 20 }).chain((size) =>
  fc.array(fc.array(fc.integer({ min: 0, max: size }), { maxLength: 4 }), {
    minLength: size,
    maxLength: size,
  }),
);

describe('any set of tables, circles included', () => {
  it('has one box for each table, and no two overlap or leave the picture', () => {
    fc.assert(
      fc.property(graphs, (parents) => {
        const tables = parents.map((of, index) => table(`T${index}`, ...of.map((parent) => `T${parent}`)));
        const { boxes, width, height } = layOut(tables);
        expect(boxes.map((box) => box.name).sort()).toEqual(tables.map((each) => each.name).sort());
        for (const box of boxes) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + BOX_WIDTH).toBeLessThanOrEqual(width);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.y + BOX_HEIGHT).toBeLessThanOrEqual(height + 1);
          for (const other of boxes)
            if (other !== box && other.layer === box.layer)
              expect(Math.abs(other.y - box.y)).toBeGreaterThanOrEqual(BOX_HEIGHT);
        }
      }),
    );
  });

  it('wires run from left to right', () => {
    fc.assert(
      fc.property(graphs, (parents) => {
        const tables = parents.map((of, index) => table(`T${index}`, ...of.map((parent) => `T${parent}`)));
        const { boxes, wires } = layOut(tables);
        const layer = (name: string) => boxes.find((box) => box.name === name)?.layer ?? Number.NaN;
        for (const wire of wires) expect(layer(wire.from)).toBeLessThan(layer(wire.to));
      }),
    );
  });
});
