'use client';

import { keptWords, lossWords } from '@/components/messages/attempt';
import { useLoad } from '@/components/queries/workspace';
import { address, type LoadStep } from '@/components/road/addresses';
import { LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { Load } from '@/lib/workspace/model';
import { attemptLosses } from './attempt-losses';

/** Shown on every step of an attempt: whose rows these are, and what of that load is not here. */
export function AttemptNote({
  load,
  of,
  step,
}: {
  readonly load: Load;
  readonly of: string;
  readonly step: LoadStep;
}) {
  const failed = useLoad(of).data;
  if (!failed)
    return (
      <Callout tone="bad" title="The load these rows failed in is not in this browser">
        Without it nobody can tell which of these rows may be sent, so none is.
      </Callout>
    );
  const { source, mapping, repairs } = load;
  const lost = source === null ? null : attemptLosses(failed, { header: source.header, mapping, repairs });
  const losses = lost === null ? [] : lossWords(lost);
  const asksForColumn = lost !== null && lost.columns.length > 0 && step !== 'columns';
  const name = failed.source?.name ?? failed.table;
  const kept = keptWords(repairs, name);
  return (
    <Callout
      tone={losses.length > 0 ? 'warn' : 'accent'}
      title={`Repaired rows of ${name}`}
      actions={
        <>
          {asksForColumn ? (
            <LinkButton size="sm" look="primary" href={address.load(load.workspaceId, load.id, 'columns')}>
              Choose at Columns
            </LinkButton>
          ) : null}
          <LinkButton size="sm" href={address.load(load.workspaceId, of, 'send')}>
            Account of that load
          </LinkButton>
        </>
      }
    >
      Only rows that failed there are sent, and they count in its account. All others are skipped.
      {kept === undefined ? null : <p className="mt-2">{kept}</p>}
      {losses.map((sentence) => (
        <p key={sentence} className="mt-2">
          {sentence}
        </p>
      ))}
    </Callout>
  );
}
