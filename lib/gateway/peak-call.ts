import type { Result } from '../base/result';
import { ok } from '../base/result';
import type { PeakAccess } from '../peak/call';
import type { PeakClient } from '../peak/client';
import { peakClient } from '../peak/client';
import type { Call } from './call';
import type { Problem } from './problem';
import type { Reply } from './respond';
import type { SealedConnection } from './session';
import { accessOf } from './session';

/** Everything of a request that one may say to Peak with: who is asked, as whom, and that it is our turn. */
export interface PeakTurn {
  /** How long it waited for its turn. */
  readonly waitedMs: number;
  readonly access: PeakAccess;
  readonly client: PeakClient;
}

/** Waits for a turn in the rate budget and answers with a client for the connection. */
export async function turnFor(call: Call, held: SealedConnection): Promise<Result<PeakTurn, Problem>> {
  const access = accessOf(call.env, held);
  if (!access.ok) return access;
  const turn = await call.budget.take(held.id);
  if (!turn.ok) return turn;
  const client = peakClient({
    road: call.road,
    access: access.value,
    timeoutMs: call.env.ONRAMP_TIMEOUT_MS,
    now: Date.now,
  });
  return ok({ access: access.value, client, waitedMs: turn.value });
}

/** The usual handler: unseal, take a turn, ask Peak one thing, answer with it. */
export async function askPeak<T extends object>(
  call: Call,
  ask: (client: PeakClient) => Promise<Result<T, Problem>>,
): Promise<Result<Reply, Problem>> {
  const held = await call.held();
  if (!held.ok) return held;
  const turn = await turnFor(call, held.value);
  if (!turn.ok) return turn;
  const answer = await ask(turn.value.client);
  return answer.ok ? ok({ body: answer.value, log: { connection: held.value.id } }) : answer;
}
