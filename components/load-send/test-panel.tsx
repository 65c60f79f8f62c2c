'use client';

import { useState } from 'react';
import { FailureNote } from '@/components/intake/failure-note';
import { useDesk } from '@/components/intake/intake-provider';
import { rulesOf } from '@/components/load-frame/load-change';
import type { Ground } from '@/components/load-frame/ground';
import { counted } from '@/components/messages/format';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { isProduction } from '@/components/shell/host-badge';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import { ConfirmWrite } from './confirm-write';
import { TestResult } from './test-result';

const SAMPLES = [5, 20, 100, 500];

/** A small sample first: rehearsed by default, or the plan's first batch for real. */
export function TestPanel({
  ground,
  disabled,
  real,
}: {
  readonly ground: Ground;
  readonly disabled: boolean;
  /** Rows of the plan's first batch, where there is a plan of which nothing was sent. */
  readonly real: {
    readonly rows: number;
    /** Why even a sandbox is asked about first. */
    readonly again: string | undefined;
    readonly onDone: () => void;
  } | null;
}) {
  const { load, table, connection, solution, workspace } = ground;
  const desk = useDesk();
  const { updateLoad } = useWorkspaceActions();
  const [rows, setRows] = useState(20);
  const [busy, setBusy] = useState<'dry' | 'real' | null>(null);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const asks = isProduction(connection.hostKind) || real?.again !== undefined;
  const run = async (dryRun: boolean) => {
    setBusy(dryRun ? 'dry' : 'real');
    setFailure(null);
    try {
      const test = await desk.call('test', {
        loadId: load.id,
        rules: rulesOf(load, table),
        connectionId: connection.id,
        solutionName: solution.solutionName,
        sameTenantAs: workspace.sameTenantAs,
        dryRun,
        rows: dryRun ? rows : Math.min(real?.rows ?? rows, 500),
      });
      await updateLoad(load.id, (before) => ({ ...before, test }));
      if (!dryRun) real?.onDone();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(null);
    }
  };
  return (
    <Panel
      title="Test request"
      note="A dry run is checked by Peak like any other request; nothing is written."
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-end gap-3">
          <Select
            label="Sample"
            className="w-36"
            value={String(rows)}
            options={SAMPLES.map((size) => ({ value: String(size), text: counted(size, 'row') }))}
            onChange={(value) => setRows(Number(value))}
          />
          <Button
            isDisabled={disabled || busy === 'real'}
            pending={busy === 'dry'}
            onPress={() => void run(true)}
          >
            Dry run with {counted(rows, 'row')}
          </Button>
          {real === null ? null : (
            <Button
              isDisabled={disabled || busy === 'dry'}
              pending={busy === 'real'}
              onPress={() => (asks ? setAsking(true) : void run(false))}
            >
              Send the first batch for real ({counted(real.rows, 'row')})
            </Button>
          )}
        </div>
        {failure === null ? null : <FailureNote error={failure} />}
        {load.test === null || busy !== null ? null : <TestResult test={load.test} />}
      </div>
      <ConfirmWrite
        ground={ground}
        isOpen={asking}
        what={`Send the first batch, ${counted(real?.rows ?? 0, 'row')}, for real?`}
        note={`It is the plan’s own first batch: its rows are not sent again with the rest. ${real?.again ?? ''}`}
        action="Send the first batch"
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void run(false);
        }}
      />
    </Panel>
  );
}
