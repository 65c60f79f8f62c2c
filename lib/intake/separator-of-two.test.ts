import { describe, expect, it } from 'vitest';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import type { Rules } from './protocol';
import { readingTrial, sampleRules } from './reading-trial';

const table = sampleTable(
  ['ID', 'NAME'].map((name) => sampleColumn(name, 'string', { required: false })),
  { primaryKey: [] },
);
const rules = sampleRules(table, { duplicates: 'keep-all', operation: 'APPEND' });

async function checker(csv: string) {
  const { reading } = readingTrial();
  await reading.open({ loadId: 'l', file: new File([csv], 'x.csv') });
  let runId = 0;
  const check = (repairs: Rules['repairs'] = []) =>
    reading.check({ loadId: 'l', runId: ++runId, rules: { ...rules, repairs } });
  const tokens = async () =>
    (await reading.rows({ loadId: 'l', filter: { kind: 'all' }, from: 0, count: 9 })).rows.map(
      (row) => row.tokens,
    );
  return { check, tokens };
}

describe('half a separator of two signs', () => {
  it.each([
    ['~|', 'ID', '~'],
    [',;', 'NAME', ';'],
    [';~', 'NAME', '~'],
  ])('keeps rows back until a rule takes it off: %s', async (separator, name, sign) => {
    const { check, tokens } = await checker(
      ['id,name', '1,x', '2,y', '3,'].map((line) => `${line.replace(',', separator)}\n`).join(''),
    );
    const summary = await check();
    const [group] = summary.groups;
    const offer = { rule: 'drop-edge', text: sign } as const;
    expect(group).toMatchObject({
      code: 'text-separator-half',
      severity: 'error',
      column: name,
      count: 3,
      offer,
    });
    expect(summary).toMatchObject({ ready: 0, held: 3 });
    expect(await check([{ id: '1', kind: 'column', column: name, rule: offer }])).toMatchObject({
      ready: 3,
      held: 0,
    });
    expect(await tokens()).toEqual([
      ['"1"', '"x"'],
      ['"2"', '"y"'],
      ['"3"', 'null'],
    ]);
  });

  it.each([
    ['percents', 'share %;name\n5 %;x\n7 %;y\n'],
    ['a sign in some cells', 'id;name\n1~;x\n2;y\n'],
    ['a sign in the rows alone', 'id;name\n1~;x\n2~;y\n'],
  ])('is not seen in %s', async (_what, csv) => {
    const { check } = await checker(csv);
    expect((await check()).groups.map(({ code }) => code)).not.toContain('text-separator-half');
  });
});
