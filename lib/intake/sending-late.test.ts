import { beforeEach, describe, expect, it } from 'vitest';
import { SendingTrial, freezing, loadId, rules, sendTake } from './sending-trial';

const errors = JSON.stringify([{ code: 'DI_E_00042', message: 'no such product' }]);
const HEADER = 'FAILED_AT,OPERATION_TYPE,ROW_INDEX,ROW_DATA,ERRORS';
let trial: SendingTrial;

// Rows 3 and 7 are refused at once, row 4 is held back; 2, 5, 6 and 8 are accepted.
beforeEach(async () => {
  trial = new SendingTrial();
  trial.values = ['ok', 'bad', null, 'ok', 'ok', 'bad', 'ok'];
  await trial.sending.freeze(freezing);
  await trial.sendToEnd();
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const line = (row: object, seconds = 60): string => {
  const at = new Date(trial.clock.now() + seconds * 1_000).toISOString();
  return [at, 'APPEND', '0', quoted(JSON.stringify(row)), quoted(errors)].join(',');
};
const read = (lines: readonly string[], id = 'first', parts = [{ loadId, rules }]) =>
  trial.sending.readLate({
    loadId,
    id,
    name: 'failed.csv',
    file: new Blob([[HEADER, ...lines].join('\n')]),
    parts,
  });
const account = async () => (await trial.sending.status({ loadId })).account;
const failedRows = async () => {
  const { rows } = await trial.sending.rejectedRows({ loadId, from: 0, count: 50 });
  return rows.map(({ row, errors: [error] }) => [row, error?.code]);
};

describe('an export of failed rows', () => {
  it('moves the rows it names out of what was accepted, and names them with its words', async () => {
    expect(await read([line({ ID: 5, V: 'ok' }), line({ id: '8', v: 'ok' })])).toMatchObject({
      lines: 2,
      moved: 2,
    });
    expect(await account()).toMatchObject({
      accepted: 2,
      laterFailed: 2,
      rejected: 2,
      balances: true,
      complete: true,
    });
    expect(await failedRows()).toEqual([
      [3, 'DI_E_00001'],
      [5, 'DI_E_00042'],
      [7, 'DI_E_00001'],
      [8, 'DI_E_00042'],
    ]);
  });

  it.each<[string, () => string, string]>([
    ['a row that was refused at once', () => line({ ID: 3, V: 'bad' }), 'known'],
    ['a row that is not of this load', () => line({ ID: 500, V: 'ok' }), 'strange'],
    ['a row that was held back', () => line({ ID: 4, V: 'ok' }), 'strange'],
    ['the key of a row with other values', () => line({ ID: 5, V: 'other' }), 'otherValues'],
    ['a row that failed before the load began', () => line({ ID: 5, V: 'ok' }, -3_600), 'older'],
    ['a row without its key', () => line({ V: 'ok' }), 'unreadable'],
    ['nothing that can be read', () => `,,,${quoted('{"ID":')},`, 'unreadable'],
  ])('moves nothing for %s, and says so', async (_, made, kind) => {
    expect(await read([made()])).toMatchObject({ lines: 1, moved: 0, [kind]: 1 });
    expect(await account()).toMatchObject({ accepted: 4, laterFailed: 0, rejected: 2 });
    expect((await trial.sending.late({ loadId })).told).toEqual([]);
  });

  it('counts a row once, however often it is named', async () => {
    await read([line({ ID: 5, V: 'ok' })]);
    expect(await read([line({ ID: 5, V: 'ok' }), line({ ID: 5, V: 'ok' }, 90)], 'second')).toMatchObject({
      moved: 0,
      known: 2,
    });
    expect(await account()).toMatchObject({ accepted: 3, laterFailed: 1 });
  });

  it('is refused where it is some other file, and the load stays as it is', async () => {
    const file = new Blob(['a,b\n1,2\n']);
    const taken = trial.sending.readLate({
      loadId,
      id: 'x',
      name: 'x.csv',
      file,
      parts: [{ loadId, rules }],
    });
    await expect(taken).rejects.toMatchObject({ trouble: { code: 'not-failed-rows' } });
    expect(trial.held.size).toBe(0);
  });

  it('is taken back whole', async () => {
    const before = await account();
    await read([line({ ID: 5, V: 'ok' })]);
    const { told } = await trial.sending.late({ loadId });
    expect(told).toMatchObject([{ id: 'first', from: 'export', name: 'failed.csv', rows: 1, unnamed: 0 }]);
    await trial.sending.undoLate({ loadId, id: 'first' });
    expect(await account()).toEqual(before);
  });

  it('lets its rows be sent again, and then stays', async () => {
    await read([line({ ID: 5, V: 'ok' })]);
    trial.repaired = [['5', 'ok', '5']];
    const again = { ...freezing, loadId: 'again', followUp: loadId };
    await trial.sending.freeze(again);
    await expect(trial.sending.undoLate({ loadId, id: 'first' })).rejects.toMatchObject({
      trouble: { code: 'late-sent-again' },
    });
    await trial.sendToEnd(trial.sending, { ...sendTake, loadId: 'again' });
    expect(await account()).toMatchObject({ accepted: 4, laterFailed: 0, rejected: 2, complete: true });
    // The same export once more: what it says of row 5 is older than the attempt that repaired it.
    expect(await read([line({ ID: 5, V: 'ok' }, -1)], 'second')).toMatchObject({ moved: 0, known: 1 });
    expect(await account()).toMatchObject({ accepted: 4, laterFailed: 0 });
  });
});

describe('a number of rows that failed later', () => {
  it('moves as many, and is taken back', async () => {
    await trial.sending.enterLate({ loadId, id: 'n', count: 3 });
    expect(await account()).toMatchObject({ accepted: 1, laterFailed: 3, complete: true });
    await trial.sending.undoLate({ loadId, id: 'n' });
    expect(await account()).toMatchObject({ accepted: 4, laterFailed: 0 });
  });

  it.each([
    ['of some', 1, { moved: 2, entered: 1 }, { accepted: 2, laterFailed: 2 }],
    ['of all', 2, { moved: 2, entered: 2 }, { accepted: 2, laterFailed: 2 }],
    ['of more', 3, { moved: 2, entered: 2 }, { accepted: 1, laterFailed: 3 }],
  ])(
    'is no second count %s that are named later, though the clock was set back',
    async (_, count, told, counts) => {
      await trial.sending.enterLate({ loadId, id: 'n', count });
      trial.clock.jump(-5_000);
      expect(await read([line({ ID: 5, V: 'ok' }), line({ ID: 8, V: 'ok' })])).toMatchObject(told);
      expect(await account()).toMatchObject({ ...counts, balances: true });
      await trial.sending.undoLate({ loadId, id: 'n' });
      expect(await account()).toMatchObject({ accepted: 2, laterFailed: 2, balances: true });
    },
  );

  it('is never more than was accepted', async () => {
    const entered = trial.sending.enterLate({ loadId, id: 'n', count: 5 });
    await expect(entered).rejects.toMatchObject({ trouble: { code: 'more-than-accepted' } });
  });
});
