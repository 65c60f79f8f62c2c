import { expect, it } from 'vitest';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import { readingTrial, sampleRules } from './reading-trial';

const at = sampleColumn('AT', 'timestamp', { nullable: false, format: 'YYYY-MM-DDTHH24:MI:SS±hh:mm' });
const table = sampleTable([at, sampleColumn('QTY', 'integer')]);

it('two rows whose keys are one moment in two zones do not travel in one load, and go as they are written', async () => {
  const csv = 'at,qty\n2024-01-01T00:00:00Z,1\n2024-01-01T01:00:00+01:00,2\n2024-01-01T01:00:00Z,3\n';
  const { reading } = readingTrial();
  await reading.open({ loadId: 'l', file: new File([csv], 'a.csv') });
  const rules = sampleRules(table);
  expect(await reading.check({ loadId: 'l', runId: 1, rules })).toMatchObject({ ready: 2, superseded: 1 });
  const sent: (string | null)[] = [];
  for await (const block of (await reading.prepared('l', rules)).walk({}, new AbortController().signal))
    sent.push(...block.map(({ json }) => json));
  expect(sent).toEqual([
    null,
    '{"AT":"2024-01-01T01:00:00+01:00","QTY":2}',
    '{"AT":"2024-01-01T01:00:00+00:00","QTY":3}',
  ]);
  // Undone and done again, as an edit is: what the first row leaves of its key must be what it took.
  const edit = { id: 'e', kind: 'cell', row: 3, column: 'AT', text: '2025-01-01T00:00:00Z' } as const;
  const edited = { ...rules, repairs: [edit] };
  expect(await reading.check({ loadId: 'l', runId: 2, rules: edited })).toMatchObject({ ready: 3 });
  expect(await reading.check({ loadId: 'l', runId: 3, rules })).toMatchObject({ ready: 2, superseded: 1 });
});
