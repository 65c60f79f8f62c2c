'use client';

import { ArrowRight, PartyPopper } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useCheckAgain } from '@/components/connect/landing';
import { nextStep } from '@/components/load-frame/load-state';
import { ITEM_ACTION, RENEWAL, type ActionWords } from '@/components/messages/next-action';
import { Trouble } from '@/components/messages/trouble';
import { address } from '@/components/road/addresses';
import { ReconnectDialog } from '@/components/shell/reconnect-dialog';
import { Button, LinkButton } from '@/components/ui/button';
import type { Checklist, ChecklistItem } from '@/lib/checklist/model';
import type { Load, Workspace } from '@/lib/workspace/model';

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
  return (
    <ActionCard
      eyebrow="Next"
      words={words}
      button={
        <LinkButton look="primary" href={hrefOf(workspace.id, next, loads)}>
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

export function ActionCard({
  eyebrow,
  words,
  button,
}: {
  readonly eyebrow: string;
  readonly words: Pick<ActionWords, 'title' | 'why'>;
  readonly button: ReactNode;
}) {
  return (
    <section
      aria-label={`${eyebrow}: ${words.title}`}
      className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-card border border-accent bg-accent-soft p-5 sm:p-6"
    >
      <div className="max-w-xl min-w-0 flex-1 basis-72">
        <p className="text-sm font-medium text-accent">{eyebrow}</p>
        <h2 className="mt-0.5 text-xl font-semibold tracking-tight text-balance">{words.title}</h2>
        <p className="mt-1 text-pretty text-ink-2">{words.why}</p>
      </div>
      <div className="flex flex-wrap gap-2">{button}</div>
    </section>
  );
}
