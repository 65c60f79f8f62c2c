'use client';

import { ChevronRight } from 'lucide-react';
import NextLink from 'next/link';
import { ITEM_HINT, ITEM_TITLE, STATUS_WORD } from '@/components/messages/checklist';
import { evidenceSentence, isLiteral } from '@/components/messages/evidence';
import { StatusMark } from '@/components/shell/status-mark';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { cx } from '@/components/ui/cx';
import type { ChecklistItem } from '@/lib/checklist/model';

const ROW = 'flex items-start gap-3 px-4 py-2.5 sm:px-5';

/** One question of the vendor's page: its answer, what proves it, and the way to where it is worked on. */
export function ItemRow({
  item,
  now,
  href,
  onTick,
}: {
  readonly item: ChecklistItem;
  readonly now: number;
  /** Undefined before there is anywhere to go. */
  readonly href: string | undefined;
  readonly onTick: ((isTicked: boolean) => void) | undefined;
}) {
  if (item.byHand && onTick !== undefined) return <TickRow item={item} now={now} onTick={onTick} />;
  const inner = (
    <>
      <StatusMark status={item.status} className="mt-px" />
      <Words item={item} now={now} />
    </>
  );
  if (href === undefined) return <li className={ROW}>{inner}</li>;
  return (
    <li>
      <NextLink href={href} className={cx(ROW, 'group hover:bg-canvas')}>
        {inner}
        <ChevronRight
          aria-hidden
          className="mt-0.5 size-4 shrink-0 text-ink-3 transition-transform group-hover:translate-x-0.5"
        />
      </NextLink>
    </li>
  );
}

function TickRow({
  item,
  now,
  onTick,
}: {
  readonly item: ChecklistItem;
  readonly now: number;
  readonly onTick: (isTicked: boolean) => void;
}) {
  const hint = ITEM_HINT[item.id];
  return (
    <li id={item.id} className={cx(ROW, 'scroll-mt-20 target:bg-accent-soft')}>
      <Checkbox
        isSelected={item.status === 'done'}
        onChange={onTick}
        className="min-w-0 flex-1 gap-3 [&>span:last-child]:flex-1"
      >
        <Words item={item} now={now} />
        {hint === undefined || item.status === 'done' ? null : (
          <span className="mt-0.5 block max-w-prose text-sm text-ink-3">{hint}</span>
        )}
      </Checkbox>
    </li>
  );
}

function Words({ item, now }: { readonly item: ChecklistItem; readonly now: number }) {
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-x-6 gap-y-0.5 sm:flex-row sm:items-baseline sm:justify-between">
      <span
        className={cx(
          'flex flex-wrap items-baseline gap-x-2 font-medium sm:shrink-0 sm:basis-auto',
          item.status === 'open' && 'text-ink-2',
        )}
      >
        {ITEM_TITLE[item.id]}
        <Aside item={item} />
      </span>
      <Proof item={item} now={now} />
    </span>
  );
}

function Aside({ item }: { readonly item: ChecklistItem }) {
  if (item.status === 'stale') return <Badge tone="warn">{STATUS_WORD.stale}</Badge>;
  if (item.status === 'failed') return <Badge tone="bad">{STATUS_WORD.failed}</Badge>;
  return item.optional && item.status === 'open' && item.section !== 'optional' ? (
    <span className="text-sm font-normal text-ink-3">optional</span>
  ) : null;
}

function Proof({ item, now }: { readonly item: ChecklistItem; readonly now: number }) {
  if (item.evidence.length === 0) return null;
  return (
    <span className="min-w-0 text-sm text-ink-3 tabular sm:text-right">
      {item.evidence.map((each, index) => (
        <span key={each.code} className={cx(isLiteral(each.code) && 'font-mono text-[0.8125rem] break-all')}>
          {index > 0 ? ' · ' : ''}
          {evidenceSentence(each, now)}
        </span>
      ))}
    </span>
  );
}
