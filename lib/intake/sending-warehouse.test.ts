import { beforeEach, describe, expect, it } from 'vitest';
import { SendingTrial, freezing, loadId, rules, sendTake } from './sending-trial';

const notes = { head: ['head'], look: 'look', remove: 'remove', before: 'before' };
const parts = [
  { loadId, rules },
  { loadId: 'again', rules },
];
let trial: SendingTrial;

// Rows 3 and 7 are refused, row 4 is held back; row 9 is in doubt.
beforeEach(async () => {
  trial = new SendingTrial();
  trial.values = ['ok', 'bad', null, 'ok', 'ok', 'bad', 'ok', 'ok'];
  trial.faults = { 3: 'lost-before' };
  await trial.sending.freeze(freezing);
  await trial.sendToEnd();
});

const script = async () => {
  const made = await trial.sending.undoScript({ loadId, parts, schemaName: 'STAGE', notes });
  return { ...made, text: await made.file.text() };
};
const sum = async () => trial.sending.controlSum({ loadId, parts, schemaName: 'STAGE', column: 'ID' });

describe('what a load leaves in the warehouse', () => {
  it('are the rows that were accepted, and apart those nobody knows of', async () => {
    const { account } = await trial.sending.status({ loadId });
    expect(account).toMatchObject({ accepted: 4, rejected: 2, inDoubt: 1 });
    const { rows, unsure, text } = await script();
    expect([rows, unsure]).toEqual([4, 1]);
    expect(text).toContain('(2),\n  (5),\n  (6),\n  (8),\n  (9);');
    expect(text).not.toContain('(3)');
    expect(await sum()).toMatchObject({ sum: '21', rows: 4, empty: 0, unsure: { sum: '9', rows: 1 } });
  });

  it('are not the rows that failed later, and again once they were sent again', async () => {
    const failed = '"ROW_DATA"\n"{""ID"":5,""V"":""ok""}"';
    const late = { loadId, id: 'l', name: 'l.csv', file: new Blob([failed]), parts };
    expect(await trial.sending.readLate(late)).toMatchObject({ moved: 1 });
    expect(await sum()).toMatchObject({ sum: '16', rows: 3 });
    trial.repaired = [
      ['a', 'ok', '5'],
      ['b', 'ok', '3'],
    ];
    await trial.sending.freeze({ ...freezing, loadId: 'again', followUp: loadId });
    await trial.sendToEnd(trial.sending, { ...sendTake, loadId: 'again' });
    // The attempt's own rows are 2 and 3 of its file.
    expect(await sum()).toMatchObject({ sum: '21', rows: 5 });
    expect((await script()).rows).toBe(5);
  });
});
