'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { usualDuplicates } from '@/components/load-frame/said-of-copies';
import { counted } from '@/components/messages/format';
import { Trouble } from '@/components/messages/trouble';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '@/components/queries/gateway';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { recommendedOperation, type TableSpec } from '@/lib/peak/model';
import type { Load } from '@/lib/workspace/model';
import { LoadRow } from './load-row';
import type { WhatNext } from './what-next';

/** Rows per batch by the checklist (§9), until the session tells what this server is set to. */
const USUAL_ROWS_PER_BATCH = 500;

export function TableRow({
  workspaceId,
  table,
  place,
  parents,
  loads,
  next,
}: {
  readonly workspaceId: string;
  readonly table: TableSpec;
  readonly place: number;
  readonly parents: readonly string[];
  readonly loads: readonly Load[];
  /** Given to one row of all: what to do there. */
  readonly next: WhatNext | null;
}) {
  const { createLoad } = useWorkspaceActions();
  const session = useQuery(sessionQuery());
  const router = useRouter();
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const start = async () => {
    setStarting(true);
    const { operation } = recommendedOperation(table);
    try {
      const load = await createLoad(workspaceId, table.name, {
        operation,
        duplicates: usualDuplicates(operation),
        rowsPerBatch: session.data?.limits.rowsPerBatch ?? USUAL_ROWS_PER_BATCH,
      });
      router.push(address.load(workspaceId, load.id, 'file'));
    } catch (error) {
      setFailure(error);
      setStarting(false);
    }
  };

  return (
    <li className="rounded-card border border-line bg-surface shadow-card">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
        <span aria-hidden className="w-6 shrink-0 text-right text-sm text-ink-3 tabular">
          {place}
        </span>
        <div className="min-w-56 flex-1">
          <div className="flex flex-wrap items-center gap-2">
            <h2 className="font-mono text-sm font-semibold break-all">{table.name}</h2>
            {table.requiredBySolution === undefined ? null : (
              <Badge>{table.requiredBySolution ? 'required' : 'optional'}</Badge>
            )}
            {next !== null ? <Badge tone="accent">next</Badge> : null}
          </div>
          <p className="text-sm text-ink-3">
            {counted(table.columns.length, 'column')}
            {table.primaryKey.length > 0 ? `, key ${table.primaryKey.join(' + ')}` : ', no primary key'}
            {parents.length > 0 ? ` · after ${parents.join(', ')}` : ''}
          </p>
        </div>
        <Button
          size="sm"
          look={next !== null && next.load === undefined ? 'primary' : 'secondary'}
          pending={starting}
          onPress={() => void start()}
          aria-label={`${loads.length === 0 ? 'Start a load' : 'Another load'} of ${table.name}`}
        >
          <Plus aria-hidden />
          {loads.length === 0 ? 'Start a load' : 'Another load'}
        </Button>
      </div>
      {failure === null ? null : <Trouble error={failure} className="mx-4 mb-3" />}
      {loads.length === 0 ? null : (
        <ul className="border-t border-line">
          {loads.map((load) => (
            <LoadRow
              key={load.id}
              load={load}
              workspaceId={workspaceId}
              isNext={load.id === next?.load?.id}
            />
          ))}
        </ul>
      )}
    </li>
  );
}
