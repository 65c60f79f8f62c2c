'use client';

import { useEffect } from 'react';
import { useDesk } from '@/components/intake/intake-provider';
import { useLoad, useWorkspace } from '@/components/queries/workspace';
import { address, type LoadStep } from '@/components/road/addresses';
import { Trouble } from '@/components/messages/trouble';
import { LinkButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { LoadColumns } from '@/components/load-columns/load-columns';
import { LoadFile } from '@/components/load-file/load-file';
import { LoadReview } from '@/components/load-review/load-review';
import { LoadSend } from '@/components/load-send/load-send';
import { WithSchema } from './with-schema';
import { Skeleton } from '@/components/ui/skeleton';
import { AttemptNote } from './attempt-note';
import { BarrierNote } from './barrier-note';
import { RowNames } from './row-names';
import { Stepper } from './stepper';
import { barrier, STEP_WORDS } from './steps';
import { UnreadSheets } from './unread-sheets';
import type { Ground } from './ground';

const STEP: Record<LoadStep, (props: { readonly ground: Ground }) => React.ReactNode> = {
  file: LoadFile,
  columns: LoadColumns,
  review: LoadReview,
  send: LoadSend,
};

/** One step of one load: its ground is gathered here, or what is missing is said. */
export function LoadScreen({
  workspaceId,
  loadId,
  step,
}: {
  readonly workspaceId: string;
  readonly loadId: string;
  readonly step: LoadStep;
}) {
  const workspace = useWorkspace(workspaceId);
  const load = useLoad(loadId);
  const failure = workspace.error ?? load.error;
  if (failure !== null) return <Trouble error={failure} />;
  if (workspace.data === undefined || load.data === undefined) return <Skeleton label="Opening the load" />;
  const record = load.data;
  if (workspace.data === null || record === null || record.workspaceId !== workspaceId)
    return (
      <Gone
        what="This load is not in this browser"
        todo="It was deleted, or made in another browser."
        href={workspace.data === null ? address.start() : address.place(workspaceId, 'load')}
      />
    );
  return (
    <WithSchema workspace={workspace.data}>
      {(base) => {
        const table = base.schema.tables.find(({ name }) => name === record.table);
        if (table === undefined)
          return (
            <Gone
              what={`The live schema has no table ${record.table}`}
              todo="It may have been rolled out under another prefix or version. Look at the tables there are now."
              href={address.place(workspaceId, 'load')}
            />
          );
        return (
          <RowNames load={record}>
            <Step ground={{ ...base, table, load: record }} step={step} />
          </RowNames>
        );
      }}
    </WithSchema>
  );
}

function Step({ ground, step }: { readonly ground: Ground; readonly step: LoadStep }) {
  const { load, table } = ground;
  const desk = useDesk();
  useEffect(() => desk.wake(), [desk]);
  const blocked = barrier(step, load, table);
  const Body = STEP[step];
  return (
    <div className="flex flex-col gap-6">
      <PageHead
        title={STEP_WORDS[step]}
        eyebrow={
          <>
            <span className="font-mono text-ink">{table.name}</span>
            {load.source === null ? ' · no file yet' : ` · ${load.source.name}`}
          </>
        }
      />
      <Stepper ground={ground} step={step} />
      {step === 'file' ? null : <UnreadSheets load={load} />}
      {load.followUp === undefined ? null : <AttemptNote load={load} of={load.followUp.of} step={step} />}
      {blocked === null ? <Body ground={ground} /> : <BarrierNote load={load} barrier={blocked} />}
    </div>
  );
}

function Gone({ what, todo, href }: { readonly what: string; readonly todo: string; readonly href: string }) {
  return (
    <div className="flex flex-col gap-6">
      <PageHead title={what} lead={todo} />
      <div>
        <LinkButton href={href}>See what there is</LinkButton>
      </div>
    </div>
  );
}
