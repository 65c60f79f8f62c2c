'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useDesk, useDeskPart } from '@/components/intake/intake-provider';
import { rulesOf } from '@/components/load-frame/load-change';
import type { Ground } from '@/components/load-frame/ground';
import { schemaQuery } from '@/components/queries/gateway';
import { useWorkspaceActions } from '@/components/queries/workspace';
import type { CallGive } from '@/lib/intake/protocol';
import type { Account, DoubtChoice, SendProgress } from '@/lib/submission/model';
import { mayBeKnown } from '@/lib/submission/recover';
import { schemaChanges } from '@/lib/submission/schema-change';
import { openStore } from '@/lib/workspace/store';

/** Whom the rows go to: the workspace's own connection, or one that was just confirmed to be the same tenant. */
export interface Sender {
  readonly connectionId: string;
  readonly sameTenantAs: string[];
}

export type Doubt = CallGive<'status'>['inDoubt'][number];

/** What the user says of batches in doubt: of all, or of those that were looked after in the warehouse. */
export interface Decision {
  readonly choice: DoubtChoice;
  readonly batches?: number[];
  /** Row numbers that are not in the warehouse, for `found-partly`. */
  readonly missing?: number[];
}

export interface Sending {
  /** From the sender while one runs, else from the journal; null before a plan is frozen. */
  readonly account: Account | null;
  /** News of a sender in this tab. */
  readonly progress: SendProgress | null;
  readonly moving: boolean;
  /** Another tab holds the load. */
  readonly elsewhere: boolean;
  /** What that tab told last. */
  readonly watched: SendProgress | null;
  readonly inDoubt: readonly Doubt[];
  /** The load's record knows a plan that this browser's journal does not. */
  readonly journalGone: boolean;
  readonly isReading: boolean;
  readonly failure: unknown;
  readonly send: (sender?: Sender) => Promise<unknown>;
  readonly pause: () => Promise<unknown>;
  /** False where it failed, which `failure` tells. */
  readonly settle: (decision: Decision) => Promise<boolean>;
  readonly query: (batches: number[], schemaName: string) => Promise<string>;
  readonly readAgain: () => void;
}

const LOOK_EVERY_MS = 4_000;
/** After about two minutes Peak answers no more; from then on only the user's word counts. */
const LOOKS = 30;

/** What the journal and the sender know of a load that has a plan. */
export function useSending({ workspace, connection, solution, load, table }: Ground): Sending {
  const client = useQueryClient();
  const desk = useDesk();
  const progress = useDeskPart(load.id, (state) => state.sending);
  const told = useDeskPart(load.id, (state) => state.watched);
  const { updateLoad } = useWorkspaceActions();
  const [failure, setFailure] = useState<unknown>(null);
  const moving = progress?.state === 'sending' || progress?.state === 'pausing';
  const status = useQuery({
    // A sender that stops may leave batches in doubt, so the journal is read again at each turn of its state.
    queryKey: ['intake-status', load.id, progress?.state ?? 'none', told?.state ?? 'none'],
    queryFn: () => desk.call('status', { loadId: load.id, rules: rulesOf(load, table) }),
    // A tab that died while it sent says nothing; its lock is free then.
    // So does our server, when Peak's answer to a batch in doubt comes in at last.
    refetchInterval: ({ state }) => {
      const open = state.dataUpdateCount < LOOKS && state.data?.inDoubt.some(mayBeKnown) === true;
      return !moving && (open || state.data?.sending === true) ? LOOK_EVERY_MS : false;
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
    placeholderData: (before) => before,
  });
  const known = status.data;
  const isOld = status.isPlaceholderData;
  const elsewhere = !moving && known?.sending === true;
  const watched = elsewhere && told?.state !== 'done' && told?.state !== 'paused' ? told : null;

  useEffect(() => {
    if (known === undefined || known.plan === null || moving || isOld) return;
    const { plan, account } = known;
    if (JSON.stringify(account) === JSON.stringify(load.account) && load.plan !== null) return;
    updateLoad(load.id, (before) => ({ ...before, plan, account })).catch(setFailure);
  }, [known, moving, isOld, load.id, load.account, load.plan, updateLoad]);

  const of = load.followUp?.of;
  useEffect(() => {
    // What became of repaired rows is part of the account of the load they failed in.
    if (of === undefined || known === undefined || isOld) return;
    const refresh = async () => {
      const { plan, account } = await desk.call('status', { loadId: of });
      const before = await (await openStore()).load(of);
      if (plan === null || JSON.stringify(account) === JSON.stringify(before?.account)) return;
      await updateLoad(of, (load) => ({ ...load, account }));
    };
    refresh().catch(setFailure);
  }, [known, isOld, of, desk, updateLoad]);

  const isStorm = !moving && progress?.reason === 'error-storm';
  const { id: connectionId } = connection;
  const { solutionName } = solution;
  useEffect(() => {
    if (!isStorm) return;
    // The tenant may have changed its schema in the middle. The screen stands on what is read here, and says what changed.
    const again = { ...schemaQuery(connectionId, solutionName), staleTime: 0, retry: false };
    client.fetchQuery(again).catch(() => undefined);
  }, [isStorm, client, connectionId, solutionName]);

  const attempt = async (work: () => Promise<unknown>) => {
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    }
  };
  const own: Sender = { connectionId: connection.id, sameTenantAs: workspace.sameTenantAs };
  const start = async (sender: Sender) => {
    const take = { loadId: load.id, rules: rulesOf(load, table), ...sender };
    const asked = schemaQuery(sender.connectionId, solution.solutionName);
    // A schema that cannot be read says nothing; what is wrong then shows with the first batch.
    const live = await client.fetchQuery({ ...asked, staleTime: 0, retry: false }).catch(() => undefined);
    const now = live?.schema.tables.find(({ name }) => name === table.name);
    const then = load.plan?.frozenFor;
    // The screen now stands on the schema just read, and says what changed.
    if (then && now && schemaChanges(then, now).length > 0) return;
    desk.takeProgress(await desk.call('send', take));
  };
  return {
    // News of this tab are old ones once another tab went on with the load.
    account:
      watched?.account ??
      (moving || (isOld && told === null) ? progress?.account : undefined) ??
      known?.account ??
      load.account,
    progress,
    moving,
    elsewhere,
    watched,
    inDoubt: known?.inDoubt ?? [],
    journalGone: known?.plan === null && load.plan !== null,
    isReading: status.isPending,
    failure: failure ?? status.error,
    send: (sender = own) => attempt(() => start(sender)),
    pause: () => attempt(() => desk.call('pause', { loadId: load.id })),
    query: async (batches, schemaName) =>
      (await desk.call('doubtQuery', { loadId: load.id, rules: rulesOf(load, table), batches, schemaName }))
        .query,
    settle: (decision) =>
      attempt(async () => {
        const take = { loadId: load.id, rules: rulesOf(load, table), ...decision };
        desk.takeProgress(await desk.call('settle', take));
        await status.refetch();
        const sends = decision.choice === 'sent-again' || decision.choice === 'found-missing';
        if (sends) await start(own);
      }),
    readAgain: () => void status.refetch(),
  };
}
