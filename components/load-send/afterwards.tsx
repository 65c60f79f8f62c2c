'use client';

import type { Ground } from '@/components/load-frame/ground';
import { address } from '@/components/road/addresses';
import { LinkButton } from '@/components/ui/button';
import type { Account, Plan } from '@/lib/submission/model';
import { AttemptsPanel } from './attempts-panel';
import { FailedRows } from './failed-rows';
import { LatePanel } from './late-panel';
import { WarehousePanel } from './warehouse-panel';

/** What can be done about a load that has sent rows and stands: failed rows, attempts, late news, its traces, its receipt. */
export function Afterwards({
  ground,
  plan,
  account,
}: {
  readonly ground: Ground;
  readonly plan: Plan;
  readonly account: Account;
}) {
  const { load, table } = ground;
  return (
    <>
      {account.rejected + account.laterFailed > 0 ? <FailedRows load={load} table={table} /> : null}
      <AttemptsPanel load={load} />
      <LatePanel ground={ground} />
      <WarehousePanel ground={ground} plan={plan} />
      <p>
        <LinkButton href={address.receipt(load.workspaceId, load.id)}>Receipt of this load</LinkButton>
      </p>
    </>
  );
}
