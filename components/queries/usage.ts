'use client';

import { queryOptions } from '@tanstack/react-query';
import { measureUsage } from '@/lib/workspace/usage';
import { WORKSPACE_KEY } from './workspace';

/** What this browser keeps for us; read anew after every change of a record. */
export const usageQuery = () =>
  queryOptions({
    queryKey: [...WORKSPACE_KEY, 'usage'],
    queryFn: () => measureUsage(),
    retry: false,
    staleTime: 5000,
  });
