import type { ReactNode } from 'react';
import { intakeAdvice } from '@/components/messages/intake';
import { Callout } from '@/components/ui/callout';
import type { IntakeTrouble } from '@/lib/intake/protocol';

/** What the worker could not do, why, and what to do about it. */
export function TroubleNote({
  trouble,
  actions,
}: {
  readonly trouble: IntakeTrouble;
  readonly actions?: ReactNode;
}) {
  const advice = intakeAdvice(trouble);
  return (
    <Callout tone="bad" live title={advice.what} {...(actions === undefined ? {} : { actions })}>
      <p>{advice.why}</p>
      <p className="mt-1 font-medium text-ink">{advice.todo}</p>
      {trouble.detail === undefined ? null : (
        <p className="mt-1 font-mono text-xs break-words text-ink-3">{trouble.detail}</p>
      )}
    </Callout>
  );
}
