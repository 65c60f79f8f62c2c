import { expect, it } from 'vitest';
import { account, load, plan } from '@/lib/checklist/derive-samples';
import type { Load } from '@/lib/workspace/model';
import { sentEarlier } from './sent-earlier';

const append = plan({ operation: 'APPEND' });
const other = (more: Partial<Load> = {}): Load =>
  load({ id: 'other', plan: plan({ createdAt: 7 }), account: account(), ...more });
const sheets = (...names: string[]): Load['source'] => ({
  name: 'book.xlsx',
  sizeBytes: 1,
  lastModified: 1,
  header: [],
  dialect: {
    ...{ encoding: 'utf-8', bom: false, delimiter: ',', newline: '\n', quote: '"', headerRow: 1 },
    decidedBy: { encoding: 'valid-utf-8', delimiter: 'consistent' },
    workbook: { sheets: names, byName: false },
  },
});

it.each<[string, Load[], Load, ReturnType<typeof sentEarlier>]>([
  [
    'the load that brought most of it',
    [other(), other({ account: account({ accepted: 3 }) })],
    load(),
    { rows: 10, at: 7 },
  ],
  [
    'rows in doubt, too',
    [other({ account: account({ accepted: 0, inDoubt: 4 }) })],
    load(),
    { rows: 4, at: 7 },
  ],
  ['not itself', [load({ plan: append, account: account() })], load(), undefined],
  ['no load of another table', [other({ plan: plan({ table: 'T' }) })], load(), undefined],
  ['no load of another file', [other({ plan: plan({ sourceFingerprint: 'x' }) })], load(), undefined],
  ['no load that brought nothing', [other({ account: account({ accepted: 0 }) })], load(), undefined],
  ['no load of other sheets', [other({ source: sheets('A') })], load({ source: sheets('B') }), undefined],
  [
    'one of the same sheet',
    [other({ source: sheets('A', 'B') })],
    load({ source: sheets('B') }),
    { rows: 10, at: 7 },
  ],
])('finds, before an APPEND of the very same file, %s', (_, loads, here, found) => {
  expect(sentEarlier(loads, here, append)).toEqual(found);
});

it('asks nothing of an UPSERT, nor of failed rows', () => {
  expect(sentEarlier([other()], load(), plan())).toBeUndefined();
  expect(sentEarlier([other()], load({ followUp: { of: 'other' } }), append)).toBeUndefined();
});
