'use client';

import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useState, type ReactNode } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { IntakeProvider } from '@/components/intake/intake-provider';
import { WORKSPACE_KEY } from '@/components/queries/workspace';
import { hasName } from '@/lib/base/errors';
import { openStore } from '@/lib/workspace/store';

/** Only a road that broke is tried again by itself; an answer, however unwelcome, stands until somebody asks anew. */
const retry = (failures: number, error: Error): boolean => failures < 2 && hasName(error, 'TransportError');

// The app may well be served from this very machine: whether there is an internet says nothing about it.
const makeClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry, staleTime: 30_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

function HearOtherTabs() {
  const client = useQueryClient();
  useEffect(() => {
    let isGone = false;
    let stop = () => {};
    openStore().then(
      (store) => {
        if (!isGone) stop = store.listen(() => void client.invalidateQueries({ queryKey: WORKSPACE_KEY }));
      },
      // Every screen that reads says that there is no database; here there is nothing to add.
      () => undefined,
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [client]);
  return null;
}

/** What every screen stands on. The language is fixed until there is a second one, on the server and here alike. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [client] = useState(makeClient);
  const router = useRouter();
  return (
    <QueryClientProvider client={client}>
      <I18nProvider locale="en-GB">
        <RouterProvider navigate={(href) => router.push(href)}>
          <HearOtherTabs />
          <IntakeProvider>{children}</IntakeProvider>
        </RouterProvider>
      </I18nProvider>
    </QueryClientProvider>
  );
}
