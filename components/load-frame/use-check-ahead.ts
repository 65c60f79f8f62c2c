'use client';

import { useEffect } from 'react';
import { useDesk, useDeskPart } from '@/components/intake/intake-provider';
import type { Ground } from './ground';
import { hasSent, rulesOf } from './load-change';
import { barrier } from './steps';

/** Checks the file while its rows and columns are looked at, as soon as nothing stands between them and the review. */
export function useCheckAhead({ load, table }: Ground): void {
  const desk = useDesk();
  const opened = useDeskPart(load.id, ({ head, opening }) => head !== null && !opening);
  useEffect(() => {
    if (opened && !hasSent(load) && barrier('review', load, table) === null)
      desk.checkAhead(load.id, rulesOf(load, table));
  }, [desk, opened, load, table]);
}
