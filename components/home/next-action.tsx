'use client';

import { ArrowRight, PartyPopper } from 'lucide-react';
import { useState } from 'react';
import { useCheckAgain } from '@/components/connect/landing';
import { useUnderWay } from '@/components/intake/intake-provider';
import { loadState, nextStep, type LoadState } from '@/components/load-frame/load-state';
import { goOnWith, ITEM_ACTION, RENEWAL, type ActionWords } from '@/components/messages/next-action';
import { Trouble } from '@/components/messages/trouble';
import { address } from '@/components/road/addresses';
import { ReconnectDialog } from '@/components/shell/reconnect-dialog';
import { Button, LinkButton } from '@/components/ui/button';
import type { Checklist, ChecklistItem } from '@/lib/checklist/model';
import type { Load, Workspace } from '@/lib/workspace/model';
import { ActionCard } from './action-card';

/** What a load is in while its rows need somebody. */
const STANDS: ReadonlySet<LoadState> = new Set(['waiting', 'in-doubt']);

/** The one obvious thing to do now: what, why, and the way there. */
export function NextAction({
  workspace,
  loads,
  checklist,
}: {
  readonly workspace: Workspace;
  readonly loads: readonly Load[];
  readonly checklist: Checklist;
}) {
  const { next } = checklist;
  const standing = loads.filter((load) => STANDS.has(loadState(load)));
  const underWay = useUnderWay(standing.map(({ id }) => id));
  const [stopped, ...others] = standing.filter(({ id }) => !underWay.has(id));
  if (stopped?.account) {
    const words = goOnWith(
      stopped.table,
      stopped.account,
      others.map(({ table }) => table),
    );
    return <Onwards words={words} href={address.load(workspace.id, stopped.id, 'send')} />;
  }
  if (next === null) {
    return (
      <ActionCard
        eyebrow="All done"
        words={{
          title: 'The whole checklist is proved',
          why: 'Every required item has its evidence. Peak’s Data Quality Dashboard shows what was written.',
        }}
        button={
          <LinkButton look="primary" href={address.place(workspace.id, 'monitor')}>
            <PartyPopper aria-hidden />
            See the account
          </LinkButton>
        }
      />
    );
  }
  const codes = next.evidence.map((each) => each.code);
  const renewal = codes.map((code) => RENEWAL[code]).find((words) => words !== undefined);
  const words = renewal ?? ITEM_ACTION[next.id];
  if (codes.includes('session-gone')) return <Reconnect workspace={workspace} words={words} />;
  if (codes.includes('token-too-old')) return <CheckAgain workspace={workspace} words={words} />;
  return <Onwards words={words} href={hrefOf(workspace.id, next, loads)} />;
}

function Onwards({ words, href }: { readonly words: ActionWords; readonly href: string }) {
  return (
    <ActionCard
      eyebrow="Next"
      words={words}
      button={
        <LinkButton look="primary" href={href}>
          {words.button}
          <ArrowRight aria-hidden />
        </LinkButton>
      }
    />
  );
}

function hrefOf(workspaceId: string, item: ChecklistItem, loads: readonly Load[]): string {
  if (item.byHand && item.status === 'open') return `#${item.id}`;
  const [only] = loads;
  // With a single load there is no doubt which one is meant; with several the list shows where each stands.
  if (item.place === 'load' && loads.length === 1 && only !== undefined) {
    return address.load(workspaceId, only.id, nextStep(only));
  }
  return address.place(workspaceId, item.place);
}

function Reconnect({ workspace, words }: { readonly workspace: Workspace; readonly words: ActionWords }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ActionCard
        eyebrow="Next"
        words={words}
        button={
          <Button look="primary" onPress={() => setOpen(true)}>
            {words.button}
          </Button>
        }
      />
      <ReconnectDialog
        workspace={workspace}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDone={() => setOpen(false)}
      />
    </>
  );
}

function CheckAgain({ workspace, words }: { readonly workspace: Workspace; readonly words: ActionWords }) {
  const checkAgain = useCheckAgain(workspace);
  const [work, setWork] = useState<{ busy: boolean; trouble: unknown }>({ busy: false, trouble: null });
  const check = () => {
    if (workspace.connection === null) return;
    setWork({ busy: true, trouble: null });
    checkAgain(workspace.connection).then(
      () => setWork({ busy: false, trouble: null }),
      (trouble: unknown) => setWork({ busy: false, trouble }),
    );
  };
  return (
    <>
      <ActionCard
        eyebrow="Next"
        words={words}
        button={
          <Button look="primary" pending={work.busy} onPress={check}>
            {words.button}
          </Button>
        }
      />
      {work.trouble === null ? null : <Trouble error={work.trouble} onRetry={check} />}
    </>
  );
}
