'use client';

import { useParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { Announcer } from '@/components/ui/announcer';
import { Brand } from './brand';
import { FocusKeeper } from './focus-keeper';
import { FocusRelease } from './focus-release';
import { PlatformGate } from './platform-gate';
import { RailContent } from './rail';
import type { Theme } from './theme';
import { TopBar } from './top-bar';

/** The frame of every screen: rail (or top bar), and the one task in the middle. */
export function Shell({ theme, children }: { readonly theme: Theme; readonly children: ReactNode }) {
  const workspace = useParams<{ workspace?: string }>()?.workspace;
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[18rem_minmax(0,1fr)] print:block">
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to the content
      </a>
      <aside
        aria-label="Where you are"
        className="sticky top-0 hidden h-dvh flex-col gap-5 overflow-y-auto border-r border-line bg-surface p-4 lg:flex print:hidden"
      >
        <Brand />
        <div className="flex flex-1 flex-col [&>div]:flex-1">
          <RailContent workspaceId={workspace} theme={theme} />
        </div>
      </aside>
      <TopBar workspaceId={workspace} theme={theme} />
      <FocusRelease />
      <FocusKeeper />
      <main id="content" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none sm:px-8 lg:py-9">
        <div className="mx-auto flex max-w-6xl flex-col gap-6">
          <PlatformGate>{children}</PlatformGate>
        </div>
      </main>
      <Announcer />
    </div>
  );
}
