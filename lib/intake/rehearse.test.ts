import { expect, it } from 'vitest';
import { SendingTrial, loadId, rules, testing } from './sending-trial';

const take = {
  loadId,
  rules,
  connectionId: testing.connectionId,
  solutionName: testing.solutionName,
  rowsPerBatch: 2,
  maxBodyBytes: 1_000_000,
};

it('puts every row of the file into one of four boxes and writes nothing', async () => {
  const trial = new SendingTrial();
  // Rows 2 to 7; the pretended Peak refuses `bad` and takes what we hold back.
  trial.values = ['ok', 'bad', null, 'ok', null, 'ok'];
  const told = await trial.sending.rehearse(take);
  expect(told).toMatchObject({ rows: 6, bothFine: 3, onlyThey: 1, onlyWe: 2, bothObject: 0, unclear: 0 });
  expect(told.problem).toBeUndefined();
  expect(told.examples.onlyThey).toMatchObject([{ row: 3, theirs: [{ code: 'DI_E_00001' }] }]);
  expect(told.examples.onlyWe.map(({ row }) => row)).toEqual([4, 6]);
  expect(trial.peak.table.size).toBe(0);
  expect(await trial.journal.entries(loadId)).toEqual([]);
});

it('stops when it is told to, and says how far it came', async () => {
  const trial = new SendingTrial();
  trial.values = Array.from({ length: 400 }, () => 'ok');
  const telling = trial.sending.rehearse(take);
  await trial.clock.wait(1);
  await trial.sending.stopRehearsal({ loadId });
  const told = await telling;
  expect(told.problem).toBe('cancelled');
  expect(told.rows).toBeLessThan(400);
});

it('halves a request that Peak finds too large, and goes on', async () => {
  const trial = new SendingTrial();
  trial.values = ['ok', 'bad', 'ok', 'ok', 'ok', 'ok', 'ok'];
  trial.peak.mostRows = 2;
  const told = await trial.sending.rehearse({ ...take, rowsPerBatch: 5 });
  expect(told).toMatchObject({ rows: 7, bothFine: 6, onlyThey: 1, unclear: 0 });
  expect(told.problem).toBeUndefined();
  expect(trial.peak.table.size).toBe(0);
});
