import { describe, expect, it } from 'vitest';
import { MAX_HANDOVER_BYTES, handOver, parseHandover, receive } from './handover';
import { newLoad, newWorkspace } from './records';
import type { Load, Workspace } from './model';

const SECRET = 'Müller GmbH 4711';
const workspace: Workspace = {
  ...newWorkspace(
    'w1',
    {
      id: `c${'0'.repeat(24)}`,
      name: 'Acme',
      host: 'https://ingestion.peak.ai',
      hostKind: 'hub',
      checkedAt: 1,
    },
    1,
  ),
  facts: { byHand: { 'guide-read': 1, 'failed-reviewed': 2 } },
};
const finding = {
  code: 'integer-malformed',
  severity: 'error',
  row: 7,
  column: 'QTY',
  value: SECRET,
} as const;
const rejected = [{ row: 7, errors: [{ code: 'DI_E_1', message: `bad value ${SECRET}` }] }];

const load: Load = {
  ...newLoad('l1', 'w1', 'SALE', { operation: 'UPSERT', duplicates: 'keep-last', rowsPerBatch: 500 }, 1),
  repairs: [
    { id: 'r1', kind: 'column', column: 'QTY', rule: { rule: 'trim' } },
    { id: 'r2', kind: 'cell', row: 7, column: 'QTY', text: SECRET },
    { id: 'r3', kind: 'skip', row: 9 },
  ],
  undone: [{ id: 'r4', kind: 'cell', row: 8, column: 'QTY', text: SECRET }],
  summary: {
    rows: 3,
    blankRows: 0,
    ready: 2,
    held: 1,
    skipped: 0,
    superseded: 0,
    groups: [{ code: 'integer-malformed', severity: 'error', column: 'QTY', count: 1, examples: [finding] }],
    errors: 1,
    warnings: 0,
    duplicates: {
      keys: 1,
      extraRows: 1,
      identical: 0,
      conflicting: 1,
      examples: [{ key: [SECRET], rows: [2, 3] }],
    },
    ms: 1,
  },
  test: { dryRun: true, rows: 1, accepted: 0, rejected, unnamed: 0, raw: SECRET, at: 1 },
  account: {
    loadId: 'l1',
    read: 3,
    skipped: 0,
    held: 1,
    superseded: 0,
    waiting: 0,
    accepted: 1,
    rejected: 1,
    inDoubt: 0,
    laterFailed: 0,
    batches: { planned: 1, settled: 1, inDoubt: 0 },
    balances: true,
    complete: true,
    errors: [{ code: 'DI_E_1', message: SECRET, count: 1 }],
    attempts: [],
  },
};

let counter = 0;
const makeId = () => `new${(counter += 1)}`;

describe('a handover', () => {
  const handed = handOver(workspace, [load], 100);
  const text = JSON.stringify(handed);

  it('holds no cell of the file, wherever one may hide', () => {
    expect(text).not.toContain(SECRET);
  });

  it('counts the cell edits it leaves out and keeps the rules', () => {
    expect(handed.leftOut.cellEdits).toBe(1);
    expect(handed.loads[0]?.repairs.map((repair) => repair.id)).toEqual(['r1', 'r3']);
    expect(handed.loads[0]?.handedOver).toEqual({ at: 100, cellEdits: 1 });
  });

  it('keeps the numbers of checks and account', () => {
    expect(handed.loads[0]?.summary?.groups[0]?.count).toBe(1);
    expect(handed.loads[0]?.account).toMatchObject({ accepted: 1, rejected: 1, complete: true });
  });

  it('takes along ticks about the tenant, not those about the person', () => {
    expect(handed.workspace.facts.byHand).toEqual({ 'failed-reviewed': 2 });
  });

  it('comes in under new ids everywhere, and twice without overwriting', () => {
    const parsed = parseHandover(text);
    if (!parsed.ok) throw new Error(parsed.error.code);
    const once = receive(parsed.value, makeId, 200);
    const twice = receive(parsed.value, makeId, 300);
    const ids = [once, twice].flatMap(({ workspace: w, loads }) => [w.id, ...loads.map((each) => each.id)]);
    expect(new Set([...ids, 'w1', 'l1']).size).toBe(6);
    expect(once.loads[0]).toMatchObject({
      workspaceId: once.workspace.id,
      account: { loadId: once.loads[0]?.id },
      handedOver: { at: 100, cellEdits: 1 },
    });
    expect(once.workspace.usedAt).toBe(200);
  });

  it('lets no cell in through a file that somebody made by hand', () => {
    const forged = JSON.stringify({ ...handed, loads: [load] });
    const parsed = parseHandover(forged);
    if (!parsed.ok) throw new Error(parsed.error.code);
    expect(JSON.stringify(receive(parsed.value, makeId, 1))).not.toContain(SECRET);
  });

  it.each([
    ['what is not JSON', 'a,b\n1,2', 'handover-not-json'],
    ['JSON of something else', '{"kind":"other"}', 'handover-other-kind'],
    ['a list', '[]', 'handover-other-kind'],
    ['null', 'null', 'handover-other-kind'],
    ['a newer version', '{"kind":"peak-onramp-handover","version":2}', 'handover-newer'],
    ['a damaged one', '{"kind":"peak-onramp-handover","version":1}', 'handover-malformed'],
    ['a huge one', ' '.repeat(MAX_HANDOVER_BYTES + 1), 'handover-too-large'],
  ])('refuses %s with its own code', (_what, refused, code) => {
    expect(parseHandover(refused)).toMatchObject({ ok: false, error: { code } });
  });
});

it('keeps the order of rules that were taken back, without the cells that stood between them', () => {
  const rule = (id: string, at?: number) =>
    ({
      id,
      kind: 'column',
      column: 'QTY',
      rule: { rule: 'trim' },
      ...(at === undefined ? {} : { at }),
    }) as const;
  const cell = { id: 'c', kind: 'cell', row: 7, column: 'QTY', text: SECRET } as const;
  // Once: cell, first, cell, second, third; the second was taken back before the first.
  const taken: Load = {
    ...load,
    repairs: [cell, { ...cell, id: 'd' }, rule('third')],
    undone: [rule('second', 3), { ...cell, id: 'e', at: 3 }, rule('first', 1)],
  };
  const [handed] = handOver(workspace, [taken], 2).loads;
  expect(handed?.undone).toEqual([rule('second', 1), rule('first', 0)]);
});
