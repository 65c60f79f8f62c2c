import { describe, expect, it } from 'vitest';
import type { LedgerAnswer } from '../gateway/contract';
import { Trial } from './campaign';
import { payloadsFrom } from './payloads';
import { PretendPeak, pretendRows } from './pretend-peak';
import type { Transport, TransportAnswer } from './ports';
import { settleFromLedger } from './recover';
import { SimulatedClock } from './simulated-clock';

const told = (peakStatus: number, more: object = {}): TransportAnswer => ({
  kind: 'answered',
  peakStatus,
  failed: [],
  raw: '',
  ...more,
});
const SILENT = told(200, { unreadable: true, wordless: true });

async function trialOf(values: readonly string[], operation: 'UPSERT' | 'APPEND' = 'UPSERT'): Promise<Trial> {
  const clock = new SimulatedClock();
  return new Trial(values, operation, clock, new PretendPeak(clock)).freeze();
}
const allOk = (count: number): string[] => Array.from({ length: count }, () => 'ok');
const accountOf = async (of: Trial) => (await of.ledger()).account();

/** The answers of the pretended Peak, some of them replaced by one without a word. */
function silencing(trial: Trial, isSilent: (n: number, answer: TransportAnswer) => boolean): Transport {
  let n = 0;
  return {
    send: async (request) => {
      const answer = await trial.peak.send(request);
      return isSilent((n += 1), answer) ? SILENT : answer;
    },
  };
}

describe('an answer without a word', () => {
  it('is a yes only while Peak has not accepted a batch in words', async () => {
    const mute = await trialOf(allOk(90));
    await mute.run({ transport: silencing(mute, () => true) });
    expect(await accountOf(mute)).toMatchObject({ accepted: 90, inDoubt: 0 });
    const broken = await trialOf(allOk(90));
    await broken.run({ transport: silencing(broken, (n) => n === 9) });
    expect(await accountOf(broken)).toMatchObject({ inDoubt: broken.batches[8]?.rows, waiting: 0 });
  });

  it('is a yes of a Peak that only speaks of what it refuses', async () => {
    const trial = await trialOf(Array.from({ length: 90 }, (_, at) => (at % 10 === 4 ? 'bad' : 'ok')));
    const isYes = (_: number, answer: TransportAnswer): boolean =>
      answer.kind === 'answered' && answer.peakStatus === 200;
    expect(await trial.run({ transport: silencing(trial, isYes) })).toBeUndefined();
    expect(await accountOf(trial)).toMatchObject({ accepted: 81, rejected: 9, inDoubt: 0 });
  });

  it.each([
    ['in doubt after an earlier life of the load in which Peak accepted in words', false],
    ['a yes after an earlier life without a word', true],
  ])('is %s', async (_, wasSilent) => {
    const trial = await trialOf(allOk(90));
    const first = silencing(trial, () => wasSilent);
    await trial.run({ transport: first, onChange: () => trial.engine?.stop('user') });
    const { accepted } = await accountOf(trial);
    expect([accepted > 0, accepted < 90]).toEqual([true, true]);
    await trial.run({ transport: silencing(trial, () => true) });
    const after = await accountOf(trial);
    expect(after.accepted).toBe(wasSilent ? 90 : accepted);
    expect(after.inDoubt > 0).toBe(!wasSilent);
  });

  it('is a yes where an older journal does not say how its batches were accepted', async () => {
    const trial = await trialOf(allOk(9));
    const entry = await trial.journal.intend('load', 0, 3, trial.clock.now());
    await trial.journal.settle({ ...entry, state: 'accepted', accepted: 3, settledBy: 'answer' });
    await trial.run({ transport: silencing(trial, () => true) });
    expect(await accountOf(trial)).toMatchObject({ accepted: 9, inDoubt: 0 });
  });
});

describe('a refusal after an earlier try that may be stored', () => {
  const ALL = Array.from({ length: 3 }, (_, index) => ({
    index,
    errors: [{ code: 'DI_E_1', message: 'no' }],
  }));
  const REPEATED = [{ index: 1, errors: [{ code: 'DI_E_2', message: 'Duplicate key' }] }];
  /** The first answer is lost after the rows were stored; from then on `answer` comes. */
  const losing = (trial: Trial, answer: TransportAnswer): Transport => ({
    send: async (request) => {
      if (trial.peak.requests > 0) return answer;
      await trial.peak.send(request);
      return { kind: 'no-answer', reason: 'unreachable', maybeStored: true };
    },
  });

  it.each<[string, TransportAnswer]>([
    ['a conflict (409) is', told(409, { failed: ALL })],
    ['one of the whole that points at no row is', told(422, { error: { code: 'X', message: 'no' } })],
    ['a bare 400 is', told(400)],
    ['one that says the rows are there already is', told(400, { failed: REPEATED })],
    ['one of some rows that says so is', told(207, { failed: REPEATED, accepted: 2 })],
  ])('settles nothing: %s', async (_, answer) => {
    const trial = await trialOf(allOk(3));
    expect(await trial.run({ transport: losing(trial, answer) })).toBeUndefined();
    expect(trial.peak.table.size).toBe(3);
    expect(await accountOf(trial)).toMatchObject({ inDoubt: 3, accepted: 0, rejected: 0, balances: true });
  });

  const saying = (message: string, code = 'DI_E_2'): TransportAnswer =>
    told(400, { failed: [{ index: 1, errors: [{ code, message }] }] });

  it.each<[string, string?]>([
    ['Record exists'],
    ['violates unique constraint'],
    ['no', 'PRIMARY_KEY_VIOLATION'],
  ])('settles nothing where it says %s (%s)', async (message, code) => {
    const trial = await trialOf(allOk(3));
    await trial.run({ transport: losing(trial, saying(message, code)) });
    expect(await accountOf(trial)).toMatchObject({ inDoubt: 3, rejected: 0 });
  });

  it.each<[string, string?]>([
    ['column "AMT" does not exist'],
    ['Column doesn’t exist'],
    ["object doesn't exist"],
    ['object not exist', 'OBJECT_NOT_EXIST'],
    ['the column is non-existent'],
    ['nonexistent column'],
  ])('is believed where it says %s (%s)', async (message, code) => {
    const trial = await trialOf(allOk(3));
    await trial.run({ transport: losing(trial, saying(message, code)) });
    expect((await accountOf(trial)).inDoubt).toBe(0);
  });

  it('is believed where it points at rows: they would have met the first try as well', async () => {
    const trial = await trialOf(allOk(3));
    await trial.run({ transport: losing(trial, told(422, { failed: ALL })) });
    expect(await accountOf(trial)).toMatchObject({ rejected: 3, inDoubt: 0 });
  });

  it('settles nothing either where the user had it sent again without having looked', async () => {
    const trial = await trialOf(allOk(3), 'APPEND');
    await trial.run({ transport: losing(trial, told(409)) });
    const [doubt] = await trial.journal.entries('load');
    if (doubt?.state !== 'in-doubt') throw new Error('its answer was lost');
    await trial.journal.settle({ ...doubt, state: 'planned', settledBy: 'sent-again', decidedAt: 1 });
    // Two halves in its place are no better known.
    const conflict = async (request: Parameters<Transport['send']>[0]): Promise<TransportAnswer> =>
      (JSON.parse(new TextDecoder().decode(request.body)) as unknown[]).length > 2 ? told(413) : told(409);
    await trial.run({ transport: { send: conflict } });
    expect(await accountOf(trial)).toMatchObject({ inDoubt: 3, rejected: 0, balances: true });
  });
});

describe('what our server’s ledger tells is held to the rules of any answer', () => {
  const settledFrom = async (trial: Trial, answers: readonly TransportAnswer[]) => {
    await trial.journal.recover('load');
    const ledger = await trial.ledger();
    const ask = async ({ batchId }: { readonly batchId: string }): Promise<LedgerAnswer> => {
      const batch = trial.batches.find(({ index }) => batchId.includes(`.${index}.`));
      const answer = batch && answers[batch.index];
      return answer ? { state: 'settled', hash: batch.hash, answer } : { state: 'unknown' };
    };
    const payloads = payloadsFrom(pretendRows(trial.values), [], 100_000);
    const { clock, journal } = trial;
    const server = { ask, claim: async () => undefined };
    await settleFromLedger({ ledger: server, clock, journal, payloads }, ledger, trial.batches, ['ID']);
    return ledger;
  };
  const intend = (trial: Trial, index: number) =>
    trial.journal.intend('load', index, 3, trial.clock.now(), { connectionId: 'c' });

  it('does not believe a conflict (409) after an earlier try that may be stored', async () => {
    const trial = await trialOf(allOk(3));
    await trial.journal.settle({ ...(await intend(trial, 0)), state: 'in-doubt', reason: 'timeout' });
    await intend(trial, 0);
    const ledger = await settledFrom(trial, [told(409)]);
    expect(ledger.entry(0)).toMatchObject({ state: 'in-doubt', reason: 'unexplained' });
  });

  it('believes a conflict (409) of the only try', async () => {
    const trial = await trialOf(allOk(3));
    await intend(trial, 0);
    expect((await settledFrom(trial, [told(409)])).entry(0)).toMatchObject({ state: 'rejected' });
  });

  it.each<[string, readonly TransportAnswer[], readonly string[]]>([
    [
      'among others in words settles nothing, whichever is told first',
      [SILENT, told(200)],
      ['in-doubt', 'accepted'],
    ],
    ['among others like it is a yes', [SILENT, SILENT], ['accepted', 'accepted']],
  ])('an answer without a word %s', async (_, answers, states) => {
    const trial = await trialOf(allOk(6));
    await intend(trial, 0);
    await intend(trial, 1);
    const ledger = await settledFrom(trial, answers);
    expect([0, 1].map((index) => ledger.entry(index)?.state)).toEqual(states);
  });
});
