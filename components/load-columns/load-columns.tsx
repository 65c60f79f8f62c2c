'use client';

import { KeptFile } from '@/components/intake/kept-file';
import type { Ground } from '@/components/load-frame/ground';
import { hasSent } from '@/components/load-frame/load-change';
import { SentNote } from '@/components/load-frame/sent-note';
import { useCheckAhead } from '@/components/load-frame/use-check-ahead';
import { ColumnsTable } from './columns-table';

/** Which file column feeds which table column; each as sure as it is, and said so. */
export function LoadColumns({ ground }: { readonly ground: Ground }) {
  useCheckAhead(ground);
  return (
    <div className="flex flex-col gap-6">
      {hasSent(ground.load) ? <SentNote /> : null}
      <KeptFile load={ground.load}>{(head) => <ColumnsTable ground={ground} head={head} />}</KeptFile>
    </div>
  );
}
