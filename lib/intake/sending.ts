import type { PauseReason, Plan, SendProgress, TestOutcome } from '../submission/model';
import { isFrozenUnder } from '../submission/plan';
import { trouble } from './errors';
import type { CallGive, CallTake } from './protocol';
import { doubtQuery, settleDoubts } from './sending-doubts';
import { freezePlan } from './sending-freeze';
import type { SendingPorts } from './sending-ports';
import { attemptLock, senderLock } from './sending-ports';
import type { LoadRecord } from './sending-record';
import { journalTold, readRecord, turns } from './sending-record';
import { afterwards } from './sending-afterwards';
import { lateFailures } from './sending-late';
import { joinedOf } from './sending-joined';
import { standing } from './sending-run';
import { warehouseSide } from './sending-warehouse';
import type { Running } from './sending-run';
import { askedLedger, startRun } from './sending-start';
import { dryRun, realTest } from './test-request';

type SendTake = CallTake<'send'>;
/** Either a run has begun, or the load stands where it stood, for that reason if there is one. */
type Begun = { readonly run: Running } | { readonly record: LoadRecord; readonly reason?: PauseReason };

/** A screen that opens does not wait longer than this for batches that are still under way at our server, in ms. */
const LOOK_MS = 4_000;

const firstOf = ({ entries }: LoadRecord) => entries.find(({ index }) => index === 0);

/** Why this plan may not be sent this way, if so. */
async function objection(ports: SendingPorts, take: SendTake, plan: Plan): Promise<PauseReason | undefined> {
  const same = take.connectionId === plan.connectionId || take.sameTenantAs?.includes(plan.connectionId);
  if (!same) return 'other-connection';
  const source = await ports.sourceFingerprint(take.loadId);
  const kept =
    take.rules.table.name === plan.table &&
    take.rules.operation === plan.operation &&
    (await isFrozenUnder(plan.rulesFingerprint, take.rules, ports.sha256)) &&
    (source === undefined || source === plan.sourceFingerprint);
  return kept ? undefined : 'payload-changed';
}

/**
 * The sending calls of the worker (lib/intake/protocol), around the engine. One load is touched by one tab at a time
 * (`lock`). Calls reject with IntakeError; what `prepared` and `source` reject with goes through unchanged.
 */
export function createSending(ports: SendingPorts) {
  const { journal, clock } = ports;
  const running = new Map<string, Running>();
  const inTurn = turns();

  /** Runs `work` as the only one in this browser that touches the load's journal, after a look at what a crash left. */
  const alone = <T>(loadId: string, work: () => Promise<T>): Promise<T> =>
    inTurn(loadId, async () => {
      const release = await ports.lock(senderLock(loadId));
      if (!release) throw trouble('locked-by-other-tab');
      try {
        return await journalTold(async () => {
          await journal.recover(loadId);
          return work();
        });
      } finally {
        release();
      }
    });

  /** Two tabs must not plan the same failed row into two attempts. `of`: the load they failed in. */
  const claimingRows = async <T>(of: string | undefined, work: () => Promise<T>): Promise<T> => {
    if (of === undefined) return work();
    const release = await ports.lock(attemptLock(of));
    if (!release) throw trouble('locked-by-other-tab');
    try {
      return await work();
    } finally {
      release();
    }
  };

  /** Checks, locks, recovers and starts. */
  const begin = (take: SendTake, scope: Running['scope']): Promise<Begun> =>
    inTurn(take.loadId, async () => {
      // Asked for twice at once: the second finds the run of the first, not "another tab".
      const going = running.get(take.loadId);
      if (going?.scope === scope) return { run: going };
      const release = await ports.lock(senderLock(take.loadId));
      let handedOver = false;
      try {
        return await journalTold(async (): Promise<Begun> => {
          if (release) await journal.recover(take.loadId);
          const record = await readRecord(journal, take.loadId);
          if (!record) throw trouble('no-plan');
          if (!release) return { record, reason: 'other-tab' };
          const reason = await objection(ports, take, record.plan);
          if (reason) return { record, reason };
          const known = await askedLedger(ports, take, record);
          const run = await startRun(ports, take, known, scope, () => {
            running.delete(take.loadId);
            release();
          });
          if (!run) return { record: known };
          handedOver = true;
          running.set(take.loadId, run);
          return { run };
        });
      } finally {
        if (!handedOver) release?.();
      }
    });

  return {
    /** Cuts, hashes and stores the plan. A plan of which nothing was sent is replaced. */
    freeze: (take: CallTake<'freeze'>): Promise<Plan> =>
      alone(take.loadId, () => claimingRows(take.followUp, () => freezePlan(ports, take))),

    /** A dry run of a sample, or the plan's first batch for real (journaled; never sent again). */
    async test(take: CallTake<'test'>): Promise<TestOutcome> {
      if (take.dryRun) {
        const outcome = await dryRun(ports, take, await ports.prepared(take.loadId, take.rules));
        if (!outcome) throw trouble('nothing-to-send');
        return outcome;
      }
      const begun = await begin(take, 'first');
      if ('record' in begun) return realTest(firstOf(begun.record), begun.reason, clock.now());
      const { ended, report } = begun.run;
      await ended;
      return realTest(report.ledger.entry(0), report.progress().reason, clock.now());
    },

    /** Starts or goes on; answers at once. */
    async send(take: SendTake): Promise<SendProgress> {
      const active = running.get(take.loadId);
      if (active?.scope === 'all') return active.report.progress();
      await active?.ended;
      const begun = await begin(take, 'all');
      return 'run' in begun ? begun.run.report.progress() : standing(journal, begun.record, begun.reason);
    },

    /** Sends nothing more; what is under way is answered first. */
    async pause(take: CallTake<'pause'>): Promise<null> {
      const run = running.get(take.loadId);
      run?.engine.stop('user');
      run?.report.tell();
      return null;
    },

    /** The query for the rows of one batch in doubt. */
    doubtQuery: (take: CallTake<'doubtQuery'>): Promise<CallGive<'doubtQuery'>> =>
      journalTold(() => doubtQuery(ports, take)),

    /** The user's word about batches in doubt; refused (locked-by-other-tab) while the load is being sent. */
    settle: (take: CallTake<'settle'>): Promise<SendProgress> =>
      alone(take.loadId, async () => {
        await settleDoubts(ports, take);
        const record = await readRecord(journal, take.loadId);
        if (!record) throw trouble('no-plan');
        return standing(journal, record);
      }),

    /** Plan and account as the journal holds them; here `in doubt` appears. Our own run, even one that ends now, is no other tab. */
    status: (take: CallTake<'status'>): Promise<CallGive<'status'>> =>
      inTurn(take.loadId, async () => {
        const isOwn = running.has(take.loadId);
        const release = await ports.lock(senderLock(take.loadId));
        const sending = release === null && !isOwn;
        try {
          return await journalTold(async () => {
            if (release) await journal.recover(take.loadId);
            const found = await readRecord(journal, take.loadId);
            const { rules } = take;
            const asks = release && rules && found;
            const record = asks ? await askedLedger(ports, { ...take, rules }, found, LOOK_MS) : found;
            if (!record) return { plan: null, account: null, inDoubt: [], sending };
            const spans = new Map(record.batches.map((batch) => [batch.index, batch]));
            const inDoubt = record.entries.flatMap((entry) => {
              const span = spans.get(entry.index);
              if (entry.state !== 'in-doubt' || !span) return [];
              return [{ ...entry, firstRow: span.firstRow, lastRow: span.lastRow }];
            });
            const { account } = await joinedOf(journal, record);
            return { plan: record.plan, account, inDoubt, sending };
          });
        } finally {
          release?.();
        }
      }),

    ...afterwards(ports),
    ...warehouseSide(ports),
    ...lateFailures(ports, (loadId, work) => alone(loadId, () => claimingRows(loadId, work))),

    /** Forgets the load's journal, after what is under way was answered. */
    async erase(take: CallTake<'erase'>): Promise<null> {
      const run = running.get(take.loadId);
      run?.engine.stop('user');
      await run?.ended;
      await alone(take.loadId, () => journal.erase(take.loadId));
      return null;
    },
  };
}
export type Sending = ReturnType<typeof createSending>;
