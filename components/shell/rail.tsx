'use client';

import { HardDrive } from 'lucide-react';
import NextLink from 'next/link';
import { address } from '@/components/road/addresses';
import { useWorkspace } from '@/components/queries/workspace';
import { ConnectionCard } from './connection-card';
import { OnboardingsNav } from './onboardings-nav';
import { Road } from './road';
import type { Theme } from './theme';
import { ThemeSwitch } from './theme-switch';

/** Where one is: connection, road, and what concerns this computer. */
export function RailContent({
  workspaceId,
  theme,
}: {
  readonly workspaceId: string | undefined;
  readonly theme: Theme;
}) {
  return (
    <div className="flex min-h-full flex-col gap-5">
      {workspaceId === undefined ? <OnboardingsNav /> : <InWorkspace id={workspaceId} />}
      <div className="mt-auto flex items-center justify-between gap-2 border-t border-line pt-4">
        <NextLink
          href={address.storage()}
          className="flex items-center gap-2 rounded-lg px-2.5 py-1.5 text-sm font-medium text-ink-2 hover:bg-sunken hover:text-ink"
        >
          <HardDrive aria-hidden className="size-4 text-ink-3" />
          This computer
        </NextLink>
        <ThemeSwitch initial={theme} />
      </div>
    </div>
  );
}

function InWorkspace({ id }: { readonly id: string }) {
  const { data: workspace } = useWorkspace(id);
  if (workspace === null) return <OnboardingsNav />;
  return (
    <>
      {workspace === undefined ? (
        <div aria-hidden className="h-24 animate-pulse rounded-card bg-sunken" />
      ) : (
        <ConnectionCard workspace={workspace} />
      )}
      <Road workspaceId={id} />
    </>
  );
}
