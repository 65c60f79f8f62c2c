import type { Result } from '../base/result';
import { ok } from '../base/result';
import { resolveHost } from '../peak/hosts';
import type { Call } from './call';
import type { ConnectAnswer, ConnectRequest } from './contract';
import { turnFor } from './peak-call';
import type { Problem } from './problem';
import { problem } from './problem';
import type { Reply } from './respond';
import type { SealedConnection } from './session';
import { connectionIdOf, holdConnection, publicConnection, sandboxToken } from './session';
import { checkToken, looksLikeOtherKind } from './token';

function draft(call: Call, request: ConnectRequest): Result<SealedConnection & { asked: string }, Problem> {
  const host = resolveHost(request.host, call.env);
  if (!host.ok) return problem(host.error);
  const { kind, origin } = host.value;
  const common = { name: request.name, host: origin, hostKind: kind, checkedAt: 0 };
  if (request.host.kind === 'sandbox') {
    const { tenant } = request.host;
    const own = sandboxToken(call.env, tenant);
    if (own === undefined) return problem('sandbox-off');
    return ok({ ...common, id: connectionIdOf(call.env, origin, own), tenant, asked: own });
  }
  const token = checkToken(request.token);
  if (!token.ok) return token;
  const id = connectionIdOf(call.env, origin, token.value);
  return ok({ ...common, id, token: token.value, asked: token.value });
}

/** Proves a token by one real call and seals it; nothing is sealed that Peak did not accept a moment ago. */
export async function connect(call: Call, request: ConnectRequest): Promise<Result<Reply, Problem>> {
  const drafted = draft(call, request);
  if (!drafted.ok) return drafted;
  const { asked, ...held } = drafted.value;
  const turn = await turnFor(call, held);
  if (!turn.ok) return turn;
  const started = performance.now();
  const proof = await turn.value.client.listSolutions();
  if (!proof.ok) {
    const otherKind = proof.error.code === 'token-refused' && looksLikeOtherKind(asked);
    return otherKind ? problem('token-wrong-kind', proof.error.details) : proof;
  }
  const checkedAt = Date.now();
  const cookie = await holdConnection(call.env, call.cookies, { ...held, checkedAt });
  if (!cookie.ok) return cookie;
  const body: ConnectAnswer = {
    connection: publicConnection({ ...held, checkedAt }),
    proof: { solutions: proof.value.solutions, checkedAt, ms: Math.round(performance.now() - started) },
  };
  return ok({ body, cookies: [cookie.value], log: { connection: held.id } });
}
