import { trouble } from './errors';
import { readLateRows } from './late-rows';
import type { CallGive, CallTake } from './protocol';
import { attemptsOf, joinedOf } from './sending-joined';
import type { SendingPorts } from './sending-ports';
import { journalTold, readRecord, type LoadRecord } from './sending-record';

/** Runs `work` while nobody sends this load or plans an attempt at its failed rows. */
type Alone = <T>(loadId: string, work: () => Promise<T>) => Promise<T>;

/** The worker's calls about rows that Peak accepted and could not write. */
export function lateFailures(ports: SendingPorts, alone: Alone) {
  const { journal, clock } = ports;
  const recordOf = async (loadId: string): Promise<LoadRecord> => {
    const record = await readRecord(journal, loadId);
    if (!record) throw trouble('no-plan');
    return record;
  };
  /** After every attempt and all that was told: a clock that was set back must not make one look like a later one. */
  const momentAfter = async (loadId: string): Promise<number> => {
    const attempts = (await journal.followUps(loadId)).map(({ createdAt }) => createdAt);
    const told = (await journal.late(loadId)).map(({ at }) => at);
    return [...attempts, ...told].reduce((at, each) => Math.max(at, each + 1), clock.now());
  };

  return {
    late: ({ loadId }: CallTake<'late'>): Promise<CallGive<'late'>> =>
      journalTold(async () => {
        const plans = [await recordOf(loadId), ...(await attemptsOf(journal, loadId))];
        const entries = plans.flatMap((plan) => plan.entries);
        const sent = entries.map(({ sentAt }) => sentAt);
        const accepted = entries.flatMap((entry) => (entry.accepted > 0 ? (entry.settledAt ?? []) : []));
        return {
          told: (await journal.late(loadId)).map(({ rows, loadId: _of, ...rest }) => ({
            ...rest,
            rows: rows.length,
          })),
          ...(sent.length === 0 ? {} : { firstSentAt: sent.reduce((a, b) => Math.min(a, b)) }),
          ...(accepted.length === 0 ? {} : { lastAcceptedAt: accepted.reduce((a, b) => Math.max(a, b)) }),
        };
      }),

    readLate: (take: CallTake<'readLate'>): Promise<CallGive<'readLate'>> =>
      alone(take.loadId, async () => {
        const { loadId, id, name } = take;
        const record = await recordOf(loadId);
        const plans = [record, ...(await attemptsOf(journal, loadId))];
        const { open, account: before } = await joinedOf(journal, record);
        const { rows, reading } = await readLateRows(ports, take, plans, open, new AbortController().signal);
        const late = { loadId, id, at: await momentAfter(loadId), from: 'export' as const, name, unnamed: 0 };
        if (rows.length === 0) return reading;
        await journal.noteLate({ ...late, rows: [...rows] });
        const { account } = await joinedOf(journal, record);
        return { ...reading, entered: rows.length - (before.accepted - account.accepted) };
      }),

    /** Rejects with IntakeError more-than-accepted. */
    enterLate: ({ loadId, id, count }: CallTake<'enterLate'>): Promise<null> =>
      alone(loadId, async () => {
        const { account } = await joinedOf(journal, await recordOf(loadId));
        if (count > account.accepted) throw trouble('more-than-accepted');
        const at = await momentAfter(loadId);
        await journal.noteLate({ loadId, id, at, from: 'entered', rows: [], unnamed: count });
        return null;
      }),

    /** Rejects with IntakeError late-sent-again where an attempt at one of these rows was planned since. */
    undoLate: ({ loadId, id }: CallTake<'undoLate'>): Promise<null> =>
      alone(loadId, async () => {
        const told = (await journal.late(loadId)).find((late) => late.id === id);
        const later = (await journal.followUps(loadId)).filter(
          ({ createdAt }) => told && createdAt > told.at,
        );
        const again = new Set(
          later.flatMap(({ followUp }) => followUp?.rows.map(([, source]) => source) ?? []),
        );
        if (told?.rows.some(({ row }) => again.has(row))) throw trouble('late-sent-again');
        await journal.takeBackLate(loadId, id);
        return null;
      }),
  };
}
