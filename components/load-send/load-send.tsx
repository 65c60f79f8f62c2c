'use client';

import type { Ground } from '@/components/load-frame/ground';
import { KeptFile } from '@/components/intake/kept-file';
import { Prepare } from './prepare';
import { Run } from './run';

/** Before a plan is frozen everything can be changed; from then on the plan alone is carried out. */
export function LoadSend({ ground }: { readonly ground: Ground }) {
  return ground.load.plan === null ? (
    <KeptFile load={ground.load}>{() => <Prepare ground={ground} />}</KeptFile>
  ) : (
    <Run ground={ground} plan={ground.load.plan} />
  );
}
