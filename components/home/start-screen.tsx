'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Trouble } from '@/components/messages/trouble';
import { useWorkspaces } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { Skeleton } from '@/components/ui/skeleton';
import { FirstRun } from './first-run';
import { OnboardingList } from './onboarding-list';

/** Where somebody arrives: straight on with the one onboarding there is, a list of several, or the beginning. */
export function StartScreen() {
  const router = useRouter();
  const { data, error, refetch } = useWorkspaces();
  const only = data?.length === 1 ? data[0]?.id : undefined;
  useEffect(() => {
    if (only !== undefined) router.replace(address.home(only));
  }, [only, router]);

  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined || only !== undefined) return <Skeleton label="Looking at what is kept here" />;
  return data.length === 0 ? <FirstRun /> : <OnboardingList workspaces={data} />;
}
