'use client';

import { useState } from 'react';
import { FailureNote } from '@/components/intake/failure-note';
import { useDesk, useDeskPart } from '@/components/intake/intake-provider';
import { rulesOf } from '@/components/load-frame/load-change';
import type { Ground } from '@/components/load-frame/ground';
import { counted, formatCount, formatWhen } from '@/components/messages/format';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { useNow } from '@/components/road/now';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { RehearsalResult } from './rehearsal-result';

/** The whole file as a dry run, on request: whether our checks and Peak's agree, before a row is written. */
export function RehearsalPanel({
  ground,
  disabled,
  maxBodyBytes,
}: {
  readonly ground: Ground;
  readonly disabled: boolean;
  readonly maxBodyBytes: number;
}) {
  const { load, table, connection, solution, schema } = ground;
  const { updateLoad } = useWorkspaceActions();
  const desk = useDesk();
  const now = useNow();
  const rows = useDeskPart(load.id, (state) => state.rehearsing);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const rules = rulesOf(load, table);
  const under = JSON.stringify(rules);

  const run = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const told = await desk.call('rehearse', {
        loadId: load.id,
        rules,
        connectionId: connection.id,
        solutionName: solution.solutionName,
        rowsPerBatch: load.rowsPerBatch,
        maxBodyBytes,
      });
      const rehearsal = { told, at: Date.now(), schemaFingerprint: schema.fingerprint };
      // Rules that were changed meanwhile are not those it speaks of.
      await updateLoad(load.id, (before) =>
        JSON.stringify(rulesOf(before, table)) === under ? { ...before, rehearsal } : before,
      );
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const result = load.rehearsal;
  const all = load.summary?.rows ?? 0;
  return (
    <Panel
      title="Dry run of the whole file"
      note="Peak checks every row and writes none. Rows we hold back go as they are, to see whether Peak objects as well."
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-3">
          <Button isDisabled={disabled} pending={busy} onPress={() => void run()}>
            Dry run of all {counted(all, 'row')}
          </Button>
          {busy ? (
            <>
              <Button onPress={() => void desk.call('stopRehearsal', { loadId: load.id }).catch(setFailure)}>
                Stop
              </Button>
              <p className="text-sm text-ink-2 tabular">
                {formatCount(rows)} of {counted(all, 'row')} rehearsed
              </p>
            </>
          ) : null}
        </div>
        {failure === null ? null : <FailureNote error={failure} />}
        {result === undefined || busy || result.schemaFingerprint !== schema.fingerprint ? null : (
          <>
            <p className="text-sm text-ink-3">Rehearsed {formatWhen(result.at, now)}</p>
            <RehearsalResult told={result.told} />
          </>
        )}
      </div>
    </Panel>
  );
}
