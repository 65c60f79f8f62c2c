import { ok } from '@/lib/base/result';
import { connect } from '@/lib/gateway/connect';
import { connectRequest } from '@/lib/gateway/contract';
import { describeSession } from '@/lib/gateway/describe-session';
import { route } from '@/lib/gateway/respond';
import { forgetConnections } from '@/lib/gateway/session';

export const GET = route('session.read', { changes: false }, async (call) =>
  ok({ body: await describeSession(call.env, call.cookies) }),
);

export const POST = route('session.connect', { changes: true }, async (call) => {
  const asked = await call.form(connectRequest);
  return asked.ok ? connect(call, asked.value) : asked;
});

export const DELETE = route('session.forget', { changes: true }, async (call) => {
  const gone = forgetConnections(call.env, call.cookies, call.query.connection ?? null);
  return ok({ body: { forgotten: [...gone.keys()] }, cookies: [...gone.values()] });
});
