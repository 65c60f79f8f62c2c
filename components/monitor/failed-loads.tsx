'use client';

import { useState } from 'react';
import { FailedRows } from '@/components/load-send/failed-rows';
import { LOAD_STATE_LOOK, loadState } from '@/components/load-frame/load-state';
import { counted, formatCount, formatWhen } from '@/components/messages/format';
import { address } from '@/components/road/addresses';
import { useNow } from '@/components/road/now';
import { Badge } from '@/components/ui/badge';
import { Button, LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Load } from '@/lib/workspace/model';

/** Every load that sent something, with the rows Peak rejected one press away. */
export function FailedLoads({
  workspaceId,
  loads,
}: {
  readonly workspaceId: string;
  readonly loads: readonly Load[];
}) {
  const now = useNow();
  const [open, setOpen] = useState<string | null>(null);
  const shown = loads.find(({ id }) => id === open);
  return (
    <>
      <Panel
        title="History of loads"
        note="Newest first, each with its account, failed rows and receipt"
        flush
      >
        <ul className="divide-y divide-line">
          {loads.map((load) => {
            const look = LOAD_STATE_LOOK[loadState(load)];
            const rejected = (load.account?.rejected ?? 0) + (load.account?.laterFailed ?? 0);
            return (
              <li key={load.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3 text-sm">
                <div className="min-w-0 flex-1 basis-60">
                  <p className="flex flex-wrap items-center gap-2">
                    <span className="font-mono text-[0.8125rem] break-all">{load.table}</span>
                    <Badge tone={look.tone}>{look.label}</Badge>
                  </p>
                  <p className="text-ink-3">
                    {load.source?.name ?? 'no file'} · {formatCount(load.account?.accepted ?? 0)} accepted,{' '}
                    {counted(rejected, 'row')} failed of {formatCount(load.account?.read ?? 0)} read ·{' '}
                    {formatWhen(load.changedAt, now)}
                  </p>
                </div>
                <div className="flex gap-2">
                  {rejected === 0 ? null : (
                    <Button
                      size="sm"
                      aria-expanded={open === load.id}
                      aria-label={`Failed rows of ${load.table}, ${load.source?.name ?? 'no file'}`}
                      onPress={() => setOpen(open === load.id ? null : load.id)}
                    >
                      Failed rows
                    </Button>
                  )}
                  <LinkButton size="sm" href={address.load(workspaceId, load.id, 'send')}>
                    Account
                  </LinkButton>
                  <LinkButton size="sm" href={address.receipt(workspaceId, load.id)}>
                    Receipt
                  </LinkButton>
                </div>
              </li>
            );
          })}
        </ul>
      </Panel>
      {shown === undefined ? null : <FailedRows key={shown.id} load={shown} />}
    </>
  );
}
