'use client';

import { Download } from 'lucide-react';
import { saveFile } from '@/components/intake/save-file';
import type { Ground } from '@/components/load-frame/ground';
import { Button } from '@/components/ui/button';
import { hostChoiceOf } from '@/lib/gateway/contract';
import { planFileOf } from '@/lib/submission/plan-file';

/** How this file becomes rows, as a file for `onramp load`: without token, without rows. */
export function PlanDownload({ ground }: { readonly ground: Ground }) {
  const { load, connection, solution, schema } = ground;
  const plan = planFileOf(load, {
    host: hostChoiceOf(connection),
    solutionName: solution.solutionName,
    schemaFingerprint: schema.fingerprint,
  });
  if (plan === undefined) return null;
  const save = () =>
    saveFile(
      new Blob([`${JSON.stringify(plan, null, 2)}\n`], { type: 'application/json' }),
      `${load.table}-plan.json`,
    );
  return (
    <Button size="sm" onPress={save}>
      <Download aria-hidden />
      Plan for the command line
    </Button>
  );
}
