'use client';

import { useLoad } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { Load } from '@/lib/workspace/model';

/** Shown on every step of an attempt: whose rows these are. */
export function AttemptNote({ load, of }: { readonly load: Load; readonly of: string }) {
  const failed = useLoad(of).data;
  if (!failed)
    return (
      <Callout tone="bad" title="The load these rows failed in is not in this browser">
        Without it nobody can tell which of these rows may be sent, so none is.
      </Callout>
    );
  return (
    <Callout
      tone="accent"
      title={`Repaired rows of ${failed.source?.name ?? failed.table}`}
      actions={
        <LinkButton size="sm" href={address.load(load.workspaceId, of, 'send')}>
          Account of that load
        </LinkButton>
      }
    >
      Only rows that failed there are sent, and they count in its account. Rows that are no failed rows of it
      are skipped.
    </Callout>
  );
}
