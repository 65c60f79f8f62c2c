'use client';

import type { Ground } from '@/components/load-frame/ground';
import { hasSent } from '@/components/load-frame/load-change';
import { keysUndecided } from '@/components/load-frame/said-of-copies';
import { ROW_STATE_WORDS } from '@/components/messages/findings';
import { counted, formatCount } from '@/components/messages/format';
import { undecidedKeys } from '@/components/messages/repair';
import { cx } from '@/components/ui/cx';
import { Panel } from '@/components/ui/panel';
import { ShareBar } from '@/components/ui/share-bar';
import { FILL, type Tone } from '@/components/ui/tone';
import type { RowFilter } from '@/lib/intake/protocol';
import type { CheckSummary, RowState } from '@/lib/validation/model';

type Counted = Exclude<RowState, 'blank'>;
const PARTS: readonly { readonly state: Counted; readonly tone: Tone; readonly open?: true }[] = [
  { state: 'ready', tone: 'good' },
  { state: 'held', tone: 'warn' },
  { state: 'superseded', tone: 'neutral' },
  { state: 'skipped', tone: 'neutral', open: true },
];

/** Every row of the file in exactly one place, visibly adding up. */
export function ReviewNumbers({
  ground,
  summary,
  busy,
  onShow,
}: {
  readonly ground: Ground;
  readonly summary: CheckSummary;
  readonly busy: boolean;
  readonly onShow: (filter: RowFilter) => void;
}) {
  const { load } = ground;
  const undecided = keysUndecided(load, summary);
  return (
    <Panel>
      <div aria-busy={busy} className={'flex flex-col gap-4'}>
        <ShareBar
          shares={PARTS.map(({ state, tone, open }) => ({
            label: ROW_STATE_WORDS[state].label,
            value: summary[state],
            tone,
            ...(open === undefined ? {} : { open }),
          }))}
        />
        <dl className="grid grid-cols-2 gap-x-6 gap-y-2 lg:grid-cols-4">
          {PARTS.map(({ state, tone, open }, index) => (
            <div key={state} className="flex min-w-0 flex-col">
              <dt className="order-2 text-sm text-ink-2">
                {ROW_STATE_WORDS[state].label}
                <span className="block text-xs text-ink-3">{ROW_STATE_WORDS[state].meaning}</span>
              </dt>
              <dd className="order-1 text-lg font-semibold tabular">
                <span
                  aria-hidden
                  className={cx('mr-2 inline-block size-2.5 rounded-full', FILL[tone], open && 'opacity-40')}
                />
                <span aria-hidden className="text-ink-3">
                  {index === 0 ? '= ' : '+ '}
                </span>
                {summary[state] === 0 ? (
                  formatCount(0)
                ) : (
                  <button
                    type="button"
                    aria-label={`Show the ${counted(summary[state], 'row')}: ${ROW_STATE_WORDS[state].label}`}
                    className="cursor-pointer rounded underline decoration-line-strong decoration-1 underline-offset-4 hover:decoration-current"
                    onClick={() => onShow({ kind: 'state', state })}
                  >
                    {formatCount(summary[state])}
                  </button>
                )}
              </dd>
            </div>
          ))}
        </dl>
        {undecided > 0 && !hasSent(load) ? (
          <p className="text-sm font-medium text-warn">
            {undecidedKeys(undecided)}{' '}
            <button
              type="button"
              className="cursor-pointer rounded underline underline-offset-4"
              onClick={() => document.getElementById('same-key')?.focus()}
            >
              To the rows of the same key
            </button>
          </p>
        ) : null}
        {summary.ready === 0 && !busy ? (
          <p className="text-sm font-medium text-bad">
            No row is ready. Repair the largest group below, or look at Columns again.
          </p>
        ) : null}
      </div>
    </Panel>
  );
}
