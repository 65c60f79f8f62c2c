import { describe, expect, it } from 'vitest';
import type { LedgerAnswer } from '../gateway/contract';
import { payloadsFrom } from './payloads';
import { Trial } from './campaign';
import { attemptId } from './attempt-id';
import type { BatchEntry } from './model';
import { PretendPeak, pretendRows } from './pretend-peak';
import type { ServerLedger, Transport, TransportAnswer } from './ports';
import { settleFromLedger } from './recover';
import { SimulatedClock } from './simulated-clock';

/** A server between sender and Peak that keeps a ledger and loses answers on their way back, as told. */
class Server implements Transport, ServerLedger {
  readonly told = new Map<string, LedgerAnswer>();
  readonly asked: string[] = [];
  #n = 0;
  constructor(
    readonly trial: Trial,
    readonly loses: (n: number) => 'before' | 'after' | undefined,
  ) {}
  async send(request: Parameters<Transport['send']>[0]): Promise<TransportAnswer> {
    const loss = this.loses(this.#n);
    this.#n += 1;
    if (loss === 'before') return { kind: 'no-answer', reason: 'unreachable', maybeStored: true };
    const answer = await this.trial.peak.send(request);
    const hash = this.trial.batches.find(({ index }) => request.batchId.includes(`.${index}.`))?.hash ?? '';
    this.told.set(request.batchId, { state: 'settled', hash, answer });
    return loss === 'after' ? { kind: 'no-answer', reason: 'unreachable', maybeStored: true } : answer;
  }
  async ask({ batchId }: { readonly batchId: string }): Promise<LedgerAnswer> {
    this.asked.push(batchId);
    return this.told.get(batchId) ?? { state: 'never' };
  }
  async claim(): Promise<undefined> {
    return undefined;
  }
}

const values = Array.from({ length: 30 }, (_, at) => (at === 7 ? 'bad' : 'ok'));
async function trialOf(): Promise<Trial> {
  const clock = new SimulatedClock();
  return new Trial(values, 'APPEND', clock, new PretendPeak(clock)).freeze();
}

describe('asking our server after a lost answer', () => {
  it('leaves nothing of APPEND in doubt, and doubles nothing', async () => {
    const trial = await trialOf();
    const server = new Server(
      trial,
      (n) => ({ 1: 'before', 2: 'after', 5: 'after' })[n] as 'after' | undefined,
    );
    expect(await trial.run({ transport: server, ledger: server })).toBeUndefined();
    expect((await trial.ledger()).account()).toMatchObject({ accepted: 29, rejected: 1, complete: true });
    expect(Math.max(...trial.peak.table.values())).toBe(1);
    expect(server.asked).toHaveLength(3);
  });

  it('settles after a crash, row by row, what the server knows', async () => {
    const trial = await trialOf();
    const server = new Server(trial, () => undefined);
    for (const batch of trial.batches.slice(0, 4)) {
      const intent = await trial.journal.intend('load', batch.index, batch.rows, trial.clock.now(), {
        connectionId: 'c',
      });
      if (batch.index === 3) continue;
      const { body } = await payloadsFrom(pretendRows(values), [], 100_000).payload(batch);
      await server.send({
        ...{ connectionId: 'c', solutionName: 'QP', table: 'T', operation: 'APPEND', dryRun: false },
        ...{ batchId: attemptId(intent), body, signal: new AbortController().signal },
      });
    }
    await trial.journal.recover('load');
    const ledger = await trial.ledger();
    const payloads = payloadsFrom(pretendRows(values), [], 100_000);
    const { clock, journal } = trial;
    await settleFromLedger({ ledger: server, clock, journal, payloads }, ledger, trial.batches, ['ID']);
    expect(ledger.account()).toMatchObject({ accepted: 8, rejected: 1, inDoubt: 0, waiting: 21 });
    const states = (await journal.entries('load')).map(({ state, settledBy }) => [state, settledBy]);
    expect(states).toEqual([
      ['accepted', 'ledger'],
      ['accepted', 'ledger'],
      ['partly', 'ledger'],
      ['planned', undefined],
    ]);
    expect(ledger.entry(2)?.rejected.map(({ row }) => row)).toEqual([9]);
  });

  it.each<[string, LedgerAnswer | undefined]>([
    ['the server lost its ledger', { state: 'unknown' }],
    [
      'the ledger holds other rows under that id',
      { state: 'settled', hash: 'other', answer: { kind: 'answered', peakStatus: 200, failed: [], raw: '' } },
    ],
    ['the server cannot be reached', undefined],
    ['the server waits for Peak longer than a person does', { state: 'under-way' }],
  ])('stays in doubt where %s', async (_why, told) => {
    const trial = await trialOf();
    const over = { connectionId: 'c' };
    await trial.journal.intend('load', 0, 3, trial.clock.now(), over);
    await trial.journal.recover('load');
    const ledger = await trial.ledger();
    const server = { ask: async () => told, claim: async () => undefined };
    const payloads = payloadsFrom(pretendRows(values), [], 100_000);
    const { clock, journal } = trial;
    await settleFromLedger({ ledger: server, clock, journal, payloads }, ledger, trial.batches, ['ID']);
    const [entry]: readonly BatchEntry[] = await journal.entries('load');
    expect(entry).toMatchObject({ state: 'in-doubt', reason: 'interrupted' });
  });
});
