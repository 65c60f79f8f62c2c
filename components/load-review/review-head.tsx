'use client';

import { ArrowRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { Ground } from '@/components/load-frame/ground';
import { hasSent, withStage } from '@/components/load-frame/load-change';
import { keysUndecided } from '@/components/load-frame/said-of-copies';
import { counted, formatCount } from '@/components/messages/format';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { Button, LinkButton } from '@/components/ui/button';
import type { CheckSummary } from '@/lib/validation/model';

/** How many rows there are, and the button that says what going on will do; in sight wherever one scrolls to. */
export function ReviewHead({
  ground,
  summary,
  busy,
}: {
  readonly ground: Ground;
  readonly summary: CheckSummary;
  readonly busy: boolean;
}) {
  const { load, workspace } = ground;
  const { updateLoad } = useWorkspaceActions();
  const router = useRouter();
  const go = async () => {
    await updateLoad(load.id, withStage('send'));
    router.push(address.load(workspace.id, load.id, 'send'));
  };
  const undecided = keysUndecided(load, summary);
  const left = [
    summary.held > 0 ? `hold back ${formatCount(summary.held)}` : '',
    summary.skipped > 0 ? `skip ${formatCount(summary.skipped)}` : '',
    summary.superseded > 0 ? `let ${formatCount(summary.superseded)} give way` : '',
  ].filter((part) => part !== '');
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p role="status">
        <span className="text-xl font-semibold tabular">{formatCount(summary.rows)}</span> rows read
        {summary.blankRows > 0 ? (
          <span className="text-ink-3"> (and {counted(summary.blankRows, 'blank row')}, not counted)</span>
        ) : null}
        {busy ? <span className="text-ink-3">, being counted again</span> : null}
      </p>
      {hasSent(load) ? (
        <LinkButton href={address.load(workspace.id, load.id, 'send')}>See what was sent</LinkButton>
      ) : (
        <Button
          look="primary"
          isDisabled={busy || summary.ready === 0 || undecided > 0}
          onPress={() => void go()}
        >
          Continue with {counted(summary.ready, 'row')}
          {left.length > 0 ? `, ${left.join(', ')}` : ''}
          <ArrowRight aria-hidden />
        </Button>
      )}
    </div>
  );
}
