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
