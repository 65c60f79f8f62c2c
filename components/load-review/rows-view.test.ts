import { describe, expect, it } from 'vitest';
import type { RowFilter } from '@/lib/intake/protocol';
import type { FindingGroup } from '@/lib/validation/model';
import { RowsView } from './rows-view';
import type { Peek } from './seek';

const HELD: RowFilter = { kind: 'state', state: 'held' };
const QUANTITY: RowFilter = { kind: 'finding', code: 'integer-malformed', column: 'QUANTITY' };

/** A view whose first pages arrive when they are told to, in any order. */
function view() {
  const pages: (() => void)[] = [];
  const ahead = () => new Promise<void>((resolve) => pages.push(resolve));
  const peek: Peek = async (_filter, from) => ({
    total: 100,
    row: { row: from + 2, cells: [], tokens: [], state: 'held', findings: [] },
  });
  const rows = new RowsView(peek, ahead);
  rows.setColumns(['ID', 'QUANTITY']);
  return { rows, pages };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('another filter', () => {
  it('is shown as chosen at once, and its rows when they are there', async () => {
    const { rows, pages } = view();
    rows.setPlace({ index: 7, column: 0 });
    rows.show(QUANTITY);
    expect(rows.state).toMatchObject({ wanted: QUANTITY, filter: { kind: 'all' }, place: { index: 7 } });
    pages[0]?.();
    await settled();
    expect(rows.state).toMatchObject({ filter: QUANTITY, place: { index: 0, column: 1 } });
  });

  it('gives way to the one chosen after it, whichever has its rows first', async () => {
    const { rows, pages } = view();
    rows.show(QUANTITY);
    rows.show(HELD);
    pages[1]?.();
    await settled();
    expect(rows.state).toMatchObject({ wanted: HELD, filter: HELD });
    pages[0]?.();
    await settled();
    expect(rows.state).toMatchObject({ wanted: HELD, filter: HELD, place: { column: 0 } });
  });

  it('is gone to a row of when its rows are there', async () => {
    const { rows, pages } = view();
    rows.show(HELD);
    rows.goTo(42);
    pages[0]?.();
    await settled();
    expect(rows.state).toMatchObject({ filter: HELD, place: { index: 40 } });
  });

  it('is not left for a finding that was looked for before it was chosen', async () => {
    const { rows, pages } = view();
    const group = {
      code: 'integer-malformed',
      severity: 'error',
      column: 'QUANTITY',
      count: 100,
      examples: [],
    };
    rows.toFinding(1, [group as FindingGroup]);
    rows.show(HELD);
    pages[0]?.();
    await settled();
    expect(rows.state).toMatchObject({ wanted: HELD, filter: HELD, place: { index: 0 }, told: null });
  });
});
