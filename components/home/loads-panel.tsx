'use client';

import NextLink from 'next/link';
import { isOver, LOAD_STATE_LOOK, loadState, nextStep } from '@/components/load-frame/load-state';
import { counted, formatCount, formatWhen } from '@/components/messages/format';
import { address } from '@/components/road/addresses';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { ShareBar, type Share } from '@/components/ui/share-bar';
import type { Account } from '@/lib/submission/model';
import type { Load } from '@/lib/workspace/model';

const SHOWN = 6;

/** The loads changed last, each with where it stands and what became of its rows. */
export function LoadsPanel({
  workspaceId,
  loads,
  now,
}: {
  readonly workspaceId: string;
  readonly loads: readonly Load[];
  readonly now: number;
}) {
  if (loads.length === 0) return null;
  return (
    <Panel
      flush
      title="Loads"
      note={loads.length > SHOWN ? `The ${SHOWN} changed last of ${formatCount(loads.length)}` : undefined}
      actions={
        <LinkButton size="sm" href={address.place(workspaceId, 'load')}>
          All tables
        </LinkButton>
      }
    >
      <ul className="divide-y divide-line">
        {loads.slice(0, SHOWN).map((load) => (
          <LoadRow key={load.id} load={load} now={now} />
        ))}
      </ul>
    </Panel>
  );
}

function LoadRow({ load, now }: { readonly load: Load; readonly now: number }) {
  const look = LOAD_STATE_LOOK[loadState(load)];
  return (
    <li className="flex flex-wrap items-center hover:bg-canvas">
      <NextLink
        href={address.load(load.workspaceId, load.id, nextStep(load))}
        className="grid min-w-0 flex-1 basis-72 items-center gap-x-5 gap-y-2 px-5 py-3 sm:grid-cols-[minmax(0,1fr)_12rem_11rem]"
      >
        <span className="min-w-0">
          <span className="block truncate font-mono text-sm font-medium">{load.table}</span>
          <span className="block truncate text-sm text-ink-3">
            {load.source?.name ?? 'no file yet'} · {formatWhen(load.changedAt, now)}
            {load.handedOver === undefined ? '' : ' · handed over'}
          </span>
        </span>
        {load.account === null ? <Checked load={load} /> : <Outcome account={load.account} />}
        <span className="justify-self-start sm:justify-self-end">
          <Badge tone={look.tone}>{look.label}</Badge>
        </span>
      </NextLink>
      {isOver(load) && load.followUp === undefined ? (
        <LinkButton
          size="sm"
          look="quiet"
          className="mx-3 mb-2 sm:mb-0"
          href={address.receipt(load.workspaceId, load.id)}
        >
          Receipt <span className="sr-only">of the load of {load.table}</span>
        </LinkButton>
      ) : null}
    </li>
  );
}

function Checked({ load }: { readonly load: Load }) {
  if (load.summary === null) return <span className="text-sm text-ink-3">not checked yet</span>;
  const { ready, held } = load.summary;
  return (
    <span className="text-sm text-ink-2 tabular">
      {counted(ready, 'row')} ready{held > 0 ? `, ${formatCount(held)} held back` : ''}
    </span>
  );
}

function Outcome({ account }: { readonly account: Account }) {
  const shares: readonly Share[] = [
    { label: 'accepted', value: account.accepted, tone: 'good' },
    { label: 'failed later', value: account.laterFailed, tone: 'bad' },
    { label: 'rejected', value: account.rejected, tone: 'bad' },
    { label: 'in doubt', value: account.inDoubt, tone: 'bad', open: true },
    { label: 'waiting', value: account.waiting, tone: 'accent', open: true },
    { label: 'held back', value: account.held, tone: 'warn' },
  ];
  const words = shares
    .filter((share) => share.value > 0)
    .map((share) => `${formatCount(share.value)} ${share.label}`);
  return (
    <span className="min-w-0 text-sm text-ink-2 tabular">
      <ShareBar shares={shares} className="h-2" />
      <span className="mt-1 block">{words.length === 0 ? 'nothing to send' : words.join(', ')}</span>
    </span>
  );
}
