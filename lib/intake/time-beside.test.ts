import { describe, expect, it } from 'vitest';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import type { ColumnRule, Repair } from '../repair/model';
import { readingTrial, sampleRules } from './reading-trial';

const table = sampleTable([
  sampleColumn('ID', 'string', { nullable: false }),
  sampleColumn('SOLD_AT', 'timestamp'),
]);

const ofColumn = (rule: ColumnRule): Repair => ({ id: rule.rule, kind: 'column', column: 'SOLD_AT', rule });
const time: ColumnRule = { rule: 'time-beside', positions: [2], heading: 'Time' };
const monthFirst: ColumnRule = { rule: 'date-order', order: 'month-first' };

async function openTrial(csv: string) {
  const { reading } = readingTrial();
  await reading.open({ loadId: 'l', file: new File([csv], 'a.csv'), dialect: { delimiter: ',' } });
  let runId = 0;
  return {
    reading,
    check: (...rules: ColumnRule[]) =>
      reading.check({
        loadId: 'l',
        runId: ++runId,
        rules: sampleRules(table, { repairs: rules.map(ofColumn) }),
      }),
  };
}

describe('dates whose time stands in a column of its own', () => {
  it('are offered it, as a question, and take it', async () => {
    const { reading, check } = await openTrial(
      'id,sold at,Time\nA,2024-01-31,10:29\nB,2024-02-01,1:08:05 PM\nC,2024-02-02,\n' +
        'D,2024-02-03,9:00\nE,2024-02-04,25:70\nF,2024-02-05,9:00\nG,2024-02-06,9:00\n',
    );
    const before = await check();
    expect(before.groups).toMatchObject([
      { code: 'timestamp-without-time', column: 'SOLD_AT', count: 7, choices: [time] },
    ]);
    expect(before.groups[0]?.offer).toBeUndefined();

    const look = await reading.preview({ loadId: 'l', column: 'SOLD_AT', rule: time });
    expect(look).toMatchObject({
      touched: 6,
      goes: 6,
      comes: 1,
    });
    expect(look.samples.slice(0, 2)).toMatchObject([
      { row: 2, before: '2024-01-31', after: '2024-01-31 10:29:00' },
      { row: 3, before: '2024-02-01', after: '2024-02-01 13:08:05' },
    ]);
    const after = await check(time);
    expect(
      after.groups.map(({ code, severity, count, choices }) => [code, severity, count, choices]),
    ).toEqual([
      ['date-not-in-calendar', 'error', 1, undefined],
      // What is left has no time there.
      ['timestamp-without-time', 'warning', 1, undefined],
    ]);
  });

  it('take it whichever answer came first', async () => {
    const { check } = await openTrial('id,sold at,Time\nA,8/15/14,10:29:00\nB,8/16/14,11:30:00\n');
    const short: ColumnRule = { ...monthFirst, pivot: 29 };
    for (const rules of [
      [short, time],
      [time, short],
    ])
      expect(await check(...rules)).toMatchObject({ ready: 2, groups: [] });
  });

  it('are offered nothing where no column holds times alone', async () => {
    const { check } = await openTrial('id,sold at,Time\nA,2024-01-31,10:29\nB,2024-02-01,morning\n');
    expect((await check()).groups[0]?.choices).toBeUndefined();
  });
});
