'use client';

import { useEffect, type ReactNode } from 'react';
import { useFreshAccounts } from '@/components/intake/use-fresh-accounts';
import { Trouble } from '@/components/messages/trouble';
import { useWorkspace, useWorkspaceActions } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { LinkButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Skeleton } from '@/components/ui/skeleton';

/** Lets a screen in once its workspace is known to be here, and remembers that it was used. */
export function WorkspaceGate({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { data, error, refetch } = useWorkspace(id);
  const { updateWorkspace } = useWorkspaceActions();
  useFreshAccounts(id);
  const isHere = data !== undefined && data !== null;
  useEffect(() => {
    // A workspace deleted meanwhile in another tab is told by the query, not here.
    if (isHere) updateWorkspace(id, (before) => before).catch(() => undefined);
  }, [id, isHere, updateWorkspace]);

  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton label="Opening the onboarding" />;
  if (data !== null) return children;
  return (
    <>
      <PageHead
        title="This onboarding is not on this computer"
        lead="What is known of an onboarding stays in the browser it was made in. It was deleted here, or made somewhere else: there it can be exported and handed over."
      />
      <div className="flex flex-wrap gap-2">
        <LinkButton look="primary" href={address.start()}>
          See what is here
        </LinkButton>
        <LinkButton href={address.storage()}>Import a handover</LinkButton>
      </div>
    </>
  );
}
