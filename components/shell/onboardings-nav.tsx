'use client';

import { Plus } from 'lucide-react';
import NextLink from 'next/link';
import { address } from '@/components/road/addresses';
import { STEPS } from '@/components/road/steps';
import { useWorkspaces } from '@/components/queries/workspace';
import { LinkButton } from '@/components/ui/button';
import { HostBadge } from './host-badge';
import { StatusMark } from './status-mark';

/** The rail of screens that belong to no workspace: the ways into one, or what lies ahead when there is none. */
export function OnboardingsNav() {
  const { data } = useWorkspaces();
  if (data === undefined) return <div aria-hidden className="h-40 animate-pulse rounded-card bg-sunken" />;
  if (data.length === 0) return <RoadAhead />;
  return (
    <nav aria-label="Onboardings" className="flex flex-col gap-1">
      {data.slice(0, 6).map((workspace) => (
        <NextLink
          key={workspace.id}
          href={address.home(workspace.id)}
          className="flex items-center gap-2 rounded-lg px-2.5 py-2 text-sm hover:bg-sunken"
        >
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">
              {workspace.connection?.name ?? 'Not connected'}
            </span>
            <span className="block truncate text-xs text-ink-3">
              {workspace.solution?.solutionName ?? 'no solution yet'}
            </span>
          </span>
          {workspace.connection === null ? null : <HostBadge kind={workspace.connection.hostKind} />}
        </NextLink>
      ))}
      <LinkButton href={address.connect()} look="quiet" size="sm" className="justify-start px-2.5">
        <Plus aria-hidden />
        Add a connection
      </LinkButton>
    </nav>
  );
}

function RoadAhead() {
  return (
    <div>
      <p className="px-2.5 pb-2 text-xs font-medium text-ink-3">The road ahead</p>
      <ol className="flex flex-col gap-0.5">
        {STEPS.map((step) => (
          <li
            key={step.place}
            className="flex items-center gap-2.5 px-2.5 py-2 text-sm font-medium text-ink-2"
          >
            <StatusMark status="open" />
            {step.title}
          </li>
        ))}
      </ol>
    </div>
  );
}
