'use client';

import { useQuery } from '@tanstack/react-query';
import { Download, Printer } from 'lucide-react';
import { FailureNote } from '@/components/intake/failure-note';
import { useDesk } from '@/components/intake/intake-provider';
import { saveFile } from '@/components/intake/save-file';
import { Trouble } from '@/components/messages/trouble';
import { useLoad, useWorkspace } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { Button, LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { PageHead } from '@/components/ui/page-head';
import { Skeleton } from '@/components/ui/skeleton';
import type { Load, Workspace } from '@/lib/workspace/model';
import { makeReceipt } from './make-receipt';
import { ReceiptSheet } from './receipt-sheet';

/** What was sent, as a page to print and a file to keep. */
export function ReceiptScreen({
  workspaceId,
  loadId,
}: {
  readonly workspaceId: string;
  readonly loadId: string;
}) {
  const workspace = useWorkspace(workspaceId);
  const load = useLoad(loadId);
  const failure = workspace.error ?? load.error;
  if (failure !== null) return <Trouble error={failure} />;
  if (workspace.data === undefined || load.data === undefined)
    return <Skeleton label="Opening the receipt" />;
  if (workspace.data === null || load.data === null || load.data.workspaceId !== workspaceId)
    return (
      <PageHead title="This load is not in this browser" lead="It was deleted, or made in another browser." />
    );
  return <Written workspace={workspace.data} load={load.data} />;
}

function Written({ workspace, load }: { readonly workspace: Workspace; readonly load: Load }) {
  const desk = useDesk();
  const { data, error } = useQuery({
    queryKey: ['intake-receipt', load.id],
    queryFn: async () => ({ record: await desk.call('receipt', { loadId: load.id }), at: Date.now() }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const head = (
    <PageHead title="Receipt" eyebrow={<span className="font-mono text-ink">{load.table}</span>} />
  );
  if (error !== null)
    return (
      <>
        {head}
        <FailureNote error={error} />
      </>
    );
  if (data === undefined) return <Skeleton label="Reading the journal" />;
  const receipt = makeReceipt(workspace, load, data.record, data.at);
  if (receipt === null)
    return (
      <>
        {head}
        <Callout title="There is no receipt yet">A load has one from the moment its plan is frozen.</Callout>
      </>
    );
  const save = () =>
    saveFile(
      new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }),
      `receipt-${receipt.table}-${new Date(receipt.madeAt).toISOString().slice(0, 10)}.json`,
    );
  return (
    <div className="flex flex-col gap-6">
      {head}
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button look="primary" onPress={save}>
          <Download aria-hidden />
          Download as JSON
        </Button>
        <Button onPress={() => window.print()}>
          <Printer aria-hidden />
          Print
        </Button>
        <LinkButton href={address.load(workspace.id, load.id, 'send')}>Account</LinkButton>
      </div>
      <ReceiptSheet receipt={receipt} />
    </div>
  );
}
