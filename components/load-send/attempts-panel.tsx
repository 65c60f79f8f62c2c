'use client';

import { useState } from 'react';
import { FailureNote } from '@/components/intake/failure-note';
import { hasSent } from '@/components/load-frame/load-change';
import { nextStep } from '@/components/load-frame/load-state';
import { STEP_WORDS } from '@/components/load-frame/steps';
import { counted, formatCount, formatWhen } from '@/components/messages/format';
import { useAttempts } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { useNow } from '@/components/road/now';
import { useDeletion } from '@/components/storage/deletion';
import { Button, LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Attempt } from '@/lib/submission/model';
import type { Load } from '@/lib/workspace/model';

const outcome = ({ accepted, rejected, waiting, inDoubt }: Attempt): string =>
  [
    `${formatCount(accepted)} accepted`,
    rejected > 0 ? `${formatCount(rejected)} rejected` : '',
    waiting > 0 ? `${formatCount(waiting)} waiting` : '',
    inDoubt > 0 ? `${formatCount(inDoubt)} in doubt` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');

/** Failed rows sent again: each attempt with what became of it. Its rows count once, in the account above. */
export function AttemptsPanel({ load }: { readonly load: Load }) {
  const attempts = useAttempts(load).data ?? [];
  const now = useNow();
  const { deleteLoad } = useDeletion();
  const [failure, setFailure] = useState<unknown>(null);
  if (attempts.length === 0) return null;
  const known = new Map(load.account?.attempts.map((each) => [each.loadId, each]));
  return (
    <Panel title="Attempts" note="Repaired rows sent again; each row counts once, in its last bucket" flush>
      <ul className="divide-y divide-line">
        {attempts.map((attempt, at) => {
          const counts = known.get(attempt.id);
          const sent = hasSent(attempt);
          const step = nextStep(attempt);
          return (
            <li key={attempt.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3 text-sm">
              <div className="min-w-0 flex-1 basis-60">
                <p className="font-medium">Attempt {at + 1}</p>
                <p className="text-ink-3">
                  {attempt.source?.name ?? 'no file'} · {formatWhen(attempt.createdAt, now)} ·{' '}
                  {counts === undefined
                    ? 'not planned yet'
                    : `${counted(counts.planned, 'row')}: ${outcome(counts)}`}
                </p>
              </div>
              <div className="flex gap-2">
                <LinkButton size="sm" href={address.load(load.workspaceId, attempt.id, step)}>
                  {sent ? 'Look at it' : `Go on with ${STEP_WORDS[step]}`}
                </LinkButton>
                {sent ? null : (
                  <Button
                    size="sm"
                    look="quiet"
                    aria-label={`Discard attempt ${at + 1}`}
                    onPress={() => void deleteLoad(attempt).catch(setFailure)}
                  >
                    Discard
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {failure === null ? null : <FailureNote error={failure} />}
    </Panel>
  );
}
