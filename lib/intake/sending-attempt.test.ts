import { beforeEach, describe, expect, it } from 'vitest';
import { readBytes } from '../files/xlsx/hazards-suite';
import { SendingTrial, freezing, loadId, sendTake } from './sending-trial';

const again = { ...freezing, loadId: 'again', followUp: loadId };
const sendAgain = { ...sendTake, loadId: 'again' };
const matching = { loadId: 'again', of: loadId, edits: [], quoted: [], written: [] };
const statusOf = (trial: SendingTrial, id = loadId) => trial.sending.status({ loadId: id });
let trial: SendingTrial;

// Rows 3, 5 and 6 fail; 2 and 4 are accepted.
beforeEach(async () => {
  trial = new SendingTrial();
  trial.values = ['ok', 'bad', 'ok', 'bad', 'bad'];
  await trial.sending.freeze(freezing);
  await trial.sendToEnd();
});

describe('repaired rows', () => {
  it('are sent once more, alone, and count in the account of their load', async () => {
    trial.repaired = [
      ['5', 'ok', '5'],
      ['3', 'bad', '3'],
    ];
    const plan = await trial.sending.freeze(again);
    expect(plan.followUp).toEqual({
      of: loadId,
      rows: [
        [2, 5],
        [3, 3],
      ],
    });
    expect((await statusOf(trial)).account).toMatchObject({
      accepted: 2,
      rejected: 1,
      waiting: 2,
      complete: false,
    });
    await trial.sendToEnd(trial.sending, sendAgain);
    const { account } = await statusOf(trial);
    expect(account).toMatchObject({
      read: 5,
      accepted: 3,
      rejected: 2,
      waiting: 0,
      balances: true,
      complete: true,
    });
    expect(account?.attempts).toMatchObject([{ loadId: 'again', planned: 2, accepted: 1, rejected: 1 }]);
    const left = await trial.sending.rejectedRows({ loadId, from: 0, count: 9 });
    expect(left.rows.map(({ row }) => row)).toEqual([3, 6]);
  });

  it.each([
    ['was accepted', [['2', 'ok', '2']]],
    [
      'is in the file twice',
      [
        ['3', 'ok', '3'],
        ['3', 'ok', '3'],
      ],
    ],
    ['has no number', [['3', 'ok', '']]],
    ['has a number with a digit too few for a group', [['3', 'ok', '5,3']]],
    ['is not in the file of that load', [['3', 'ok', '77']]],
  ] as [string, [string, string, string][]][])('are not planned when one %s', async (_, repaired) => {
    trial.repaired = repaired;
    await expect(trial.sending.freeze(again)).rejects.toMatchObject({ trouble: { code: 'rows-not-failed' } });
    expect(await trial.journal.plan('again')).toBeUndefined();
  });

  it('are not planned while another attempt has them, whatever became of it', async () => {
    trial.repaired = [['3', 'ok', '3']];
    await trial.sending.freeze(again);
    const other = { ...again, loadId: 'other' };
    await expect(trial.sending.freeze(other)).rejects.toMatchObject({ trouble: { detail: 'rows 2' } });
    // The same attempt may be planned anew while nothing of it was sent.
    await trial.sending.freeze(again);
    await trial.sendToEnd(trial.sending, sendAgain);
    await expect(trial.sending.freeze(other)).rejects.toMatchObject({ trouble: { code: 'rows-not-failed' } });
    expect((await statusOf(trial)).account).toMatchObject({ accepted: 3, rejected: 2, balances: true });
  });

  it('stand where the latest attempt left them, though the clock was set back between two', async () => {
    const go = async (id: string, value: string) => {
      trial.repaired = [['3', value, '3']];
      await trial.sending.freeze({ ...again, loadId: id });
      await trial.sendToEnd(trial.sending, { ...sendTake, loadId: id });
    };
    await go('a', 'bad');
    trial.clock.jump(-60_000);
    await go('b', 'ok');
    const { account } = await statusOf(trial);
    expect(account).toMatchObject({ accepted: 3, rejected: 2, balances: true });
    expect(account?.attempts?.map((each) => each.loadId)).toEqual(['a', 'b']);
    const { plan } = await statusOf(trial);
    expect(account?.attempts?.every(({ createdAt }) => createdAt > (plan?.createdAt ?? 0))).toBe(true);
    await expect(go('c', 'ok')).rejects.toMatchObject({ trouble: { code: 'rows-not-failed' } });
  });

  it('are free again when an attempt that was never sent is given up', async () => {
    trial.repaired = [['3', 'ok', '3']];
    await trial.sending.freeze(again);
    await trial.sending.erase({ loadId: 'again' });
    await expect(trial.sending.freeze({ ...again, loadId: 'other' })).resolves.toMatchObject({
      loadId: 'other',
    });
  });
});

describe('a repaired file', () => {
  it('is held against the failed rows, and gets back what was guarded for a spreadsheet', async () => {
    trial.repaired = [
      ["'=3", 'ok', '3'],
      ['5', 'ok', '5.0'],
      ['x', 'ok', '5'],
      ['y', 'ok', '2'],
      ['z', 'ok', 'none'],
    ];
    const match = await trial.sending.matchRepaired(matching);
    expect(match).toEqual({
      rows: 2,
      skip: [
        { row: 4, reason: 'twice' },
        { row: 5, reason: 'not-failed' },
        { row: 6, reason: 'no-number' },
      ],
      restored: [{ row: 2, position: 0, text: '=3' }],
      emptyTexts: [],
      written: [],
    });
  });

  it('gets back, by its row, what was written where no file column feeds and nothing that is not its own', async () => {
    trial.repaired = [
      ['=5', 'ok', '5'],
      ['=3', 'ok', '3'],
      ['=5', 'ok', '5'],
    ];
    const written = [3, 4, 5].map((row) => ({ row, column: 'MEMO', text: `of ${row}` }));
    expect((await trial.sending.matchRepaired({ ...matching, written })).written).toEqual([
      { row: 2, column: 'MEMO', text: 'of 5' },
      { row: 3, column: 'MEMO', text: 'of 3' },
    ]);
  });

  it('gets back which of its empty cells are texts, but of edited cells and of columns where that says nothing', async () => {
    trial.emptyTexts = async (rows) => new Map(rows.map((row) => [row, row === 6 ? [] : [0, 1]]));
    trial.values = ['ok', '', 'ok', '', ''];
    trial.repaired = [
      ['', '', '3'],
      ['', '', '5'],
      ['', '', '6'],
    ];
    const edits = [{ row: 5, position: 1, text: '' }];
    const match = await trial.sending.matchRepaired({ ...matching, edits, quoted: [1] });
    expect(match.emptyTexts).toEqual([{ row: 2, position: 1 }]);
  });

  it.each([
    ['as they stood', [0, 1, 2]],
    ['with the number in front', [2, 1, 0]],
    ['with one where another stood', [1, 0, 2]],
  ])('loses our guard in columns %s, edited cells included', async (_, order) => {
    trial.repaired = [
      ["'=3", "'+x", '3'],
      ["'=55", "'tis ok", '5'],
      ['=6', 'ok', '6'],
    ];
    trial.repairedOrder = order;
    const { restored } = await trial.sending.matchRepaired(matching);
    const [id, value] = [order.indexOf(0), order.indexOf(1)];
    expect(restored).toEqual([
      { row: 2, position: id, text: '=3' },
      { row: 2, position: value, text: '+x' },
      { row: 3, position: id, text: '=55' },
    ]);
  });

  it('made for the app of a workbook is one, in which numbers stay numbers until they are edited', async () => {
    trial.numbers = async (rows) => new Map(rows.map((row) => [row, [1]]));
    trial.values = ['ok', '1.234', 'ok', '1.234', '7.5'];
    const made = await trial.sending.failedFile({
      loadId,
      edits: [{ row: 5, position: 1, text: '2.345' }],
      name: 'sales',
    });
    expect(made).toMatchObject({ name: 'sales-failed-rows.xlsx', rows: 3, total: 3 });
    const back = await readBytes(new Uint8Array(await made.file.arrayBuffer()));
    expect(back).toMatchObject({ text: 'ID,V,source_row\n=3,1.234,3\n=5,"2.345",5\n=6,7.5,6\n' });
  });

  it('made for the app keeps the quotes around nothing, which may be what tells it from no value', async () => {
    trial.emptyTexts = async (rows) => new Map(rows.map((row) => [row, [1]]));
    trial.values = ['ok', '', 'ok', '', ''];
    const edits = [{ row: 5, position: 1, text: '' }];
    const made = await trial.sending.failedFile({ loadId, edits, name: 'sales' });
    expect(await made.file.text()).toBe('ID,V,source_row\r\n=3,"",3\r\n=5,,5\r\n=6,"",6\r\n');
  });

  it('made for the app holds the failed rows exactly, and their numbers', async () => {
    const made = await trial.sending.failedFile({
      loadId,
      edits: [{ row: 6, position: 1, text: ' a"b' }],
      name: 'sales',
    });
    expect(made).toMatchObject({ name: 'sales-failed-rows.csv', rows: 3, total: 3 });
    expect(await made.file.text()).toBe('ID,V,source_row\r\n=3,bad,3\r\n=5,bad,5\r\n=6," a""b",6\r\n');
  });
});
