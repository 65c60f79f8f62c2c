import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableSpec } from '@/lib/peak/model';
import { loadOrder, parentsOf } from './table-order';

const table = (name: string, parents: readonly string[]): TableSpec => ({
  name,
  objectName: name,
  columns: [
    { name: 'ID', type: 'string', rawType: 'string', required: true, nullable: false, unchecked: [] },
  ],
  primaryKey: ['ID'],
  uniqueKeys: [],
  foreignKeys: parents.map((parent) => ({ columns: ['ID'], table: parent, references: ['ID'] })),
});
const names = (tables: readonly TableSpec[]) => tables.map(({ name }) => name);

describe('the recommended order of tables', () => {
  it.each([
    ['keeps the order of the schema where nothing refers to anything', { A: [], B: [], C: [] }, 'ABC'],
    ['puts parents first', { SALE: ['PRODUCT', 'CUSTOMER'], PRODUCT: [], CUSTOMER: [] }, ''],
    ['is not stopped by a table that refers to itself', { A: ['A'], B: ['A'] }, 'AB'],
    ['is not stopped by a circle', { A: ['B'], B: ['A'] }, 'AB'],
    ['ignores references to tables of elsewhere', { A: ['ELSEWHERE'] }, 'A'],
  ])('%s', (_what, graph, expected) => {
    const tables = Object.entries(graph).map(([name, parents]) => table(name, parents));
    const order = names(loadOrder(tables));
    expect(expected === '' ? order : order.join('')).toEqual(
      expected === '' ? ['PRODUCT', 'CUSTOMER', 'SALE'] : expected,
    );
  });

  it('holds every table once, and parents first wherever references run one way', () => {
    const graphs = fc.array(fc.array(fc.nat(20), { maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(graphs, (parents) => {
        const tables = parents.map((list, index) =>
          table(
            `T${index}`,
            list.filter((parent) => parent > index && parent < parents.length).map((parent) => `T${parent}`),
          ),
        );
        const order = names(loadOrder(tables));
        expect([...order].sort()).toEqual(names(tables).sort());
        for (const child of tables)
          for (const parent of parentsOf(child, tables))
            expect(order.indexOf(parent)).toBeLessThan(order.indexOf(child.name));
      }),
    );
  });
});
