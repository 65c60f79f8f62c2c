'use client';

import { Plus } from 'lucide-react';
import NextLink from 'next/link';
import { formatWhen } from '@/components/messages/format';
import { address } from '@/components/road/addresses';
import { useChecklist } from '@/components/road/checklist';
import { useNow } from '@/components/road/now';
import { HostBadge } from '@/components/shell/host-badge';
import { ImportHandover } from '@/components/storage/import-handover';
import { LinkButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Progress } from '@/components/ui/progress';
import type { Workspace } from '@/lib/workspace/model';

/** Several onboardings: which one, on which host, how far. */
export function OnboardingList({ workspaces }: { readonly workspaces: readonly Workspace[] }) {
  const now = useNow();
  return (
    <>
      <PageHead
        title="Onboardings"
        lead="Each one is a connection and a solution. They are kept in this browser only."
        actions={
          <LinkButton look="primary" href={address.connect()}>
            <Plus aria-hidden />
            Add a connection
          </LinkButton>
        }
      />
      <ul className="grid gap-4 md:grid-cols-2">
        {workspaces.map((workspace) => (
          <li key={workspace.id}>
            <Card workspace={workspace} now={now} />
          </li>
        ))}
      </ul>
      <ImportHandover />
    </>
  );
}

function Card({ workspace, now }: { readonly workspace: Workspace; readonly now: number }) {
  const checklist = useChecklist(workspace.id);
  const { connection, solution } = workspace;
  return (
    <NextLink
      href={address.home(workspace.id)}
      className="flex h-full flex-col gap-4 rounded-card border border-line bg-surface p-5 shadow-card hover:border-line-strong"
    >
      <span className="flex items-start justify-between gap-3">
        <span className="min-w-0">
          <span className="block truncate text-lg font-semibold">{connection?.name ?? 'Not connected'}</span>
          <span className="block truncate font-mono text-xs text-ink-3">
            {connection?.host.replace(/^https?:\/\//, '') ?? 'no host'}
          </span>
        </span>
        {connection === null ? null : <HostBadge kind={connection.hostKind} />}
      </span>
      <Progress
        label={solution?.solutionName ?? 'No solution yet'}
        value={checklist?.done ?? 0}
        max={checklist?.of ?? 1}
        text={checklist === undefined ? '' : `${checklist.done} of ${checklist.of}`}
      />
      <span className="text-sm text-ink-3">Last used {formatWhen(workspace.usedAt, now)}</span>
    </NextLink>
  );
}
