'use client';

import { KeptFile } from '@/components/intake/kept-file';
import { TroubleNote } from '@/components/intake/trouble-note';
import { hasSent } from '@/components/load-frame/load-change';
import type { Ground } from '@/components/load-frame/ground';
import { SentNote } from '@/components/load-frame/sent-note';
import { Trouble } from '@/components/messages/trouble';
import { AfterFrames } from '@/components/ui/after-frames';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import type { FileHead } from '@/lib/files/model';
import type { RowFilter } from '@/lib/intake/protocol';
import { CheckProgress } from './check-progress';
import { Downloads } from './downloads';
import { DuplicatesPanel } from './duplicates-panel';
import { FindingsPanel } from './findings-panel';
import { MatchedNote } from './matched-note';
import { RepairsPanel } from './repairs-panel';
import { ReviewHead } from './review-head';
import { ReviewNumbers } from './review-numbers';
import { RowsPanel } from './rows-panel';
import { useReview } from './use-review';
import { useRowsView } from './use-rows-part';

/** The whole file checked: numbers that add up, what is wrong by kind, and a window into the rows. */
export function LoadReview({ ground }: { readonly ground: Ground }) {
  return (
    <KeptFile load={ground.load}>
      {(head) => <Checked key={ground.load.id} ground={ground} head={head} />}
    </KeptFile>
  );
}

function Checked({ ground, head }: { readonly ground: Ground; readonly head: FileHead }) {
  const { load } = ground;
  const review = useReview(ground);
  const view = useRowsView(load.id);
  const sent = hasSent(load);
  const { summary } = review;
  const show = (next: RowFilter, row?: number) => {
    view.show(next, row);
    document.getElementById('rows')?.scrollIntoView({ block: 'start' });
  };
  return (
    <div className="flex flex-col gap-6">
      {sent ? <SentNote /> : <MatchedNote ground={ground} />}
      <div
        data-sticky-head
        className={cx(
          'top-16 z-20 flex flex-col gap-3 rounded-card border border-line bg-surface px-5 py-3 shadow-card',
          // A narrow screen has no room for it but while something goes on.
          'empty:hidden has-[[role=progressbar]]:sticky sm:sticky lg:top-3',
          // What scrolls by does not show in the gap above.
          'before:absolute before:inset-x-0 before:-top-3.25 before:h-3 before:bg-canvas',
        )}
      >
        {summary === null ? null : <ReviewHead ground={ground} summary={summary} busy={!review.isChecked} />}
        <CheckProgress loadId={load.id} />
      </div>
      {review.trouble === null ? null : (
        <TroubleNote
          trouble={review.trouble}
          actions={
            <Button size="sm" onPress={review.retry}>
              Check again
            </Button>
          }
        />
      )}
      {review.failure === null ? null : <Trouble error={review.failure} />}
      {summary === null ? null : (
        <>
          <ReviewNumbers ground={ground} summary={summary} busy={!review.isChecked} onShow={show} />
          <AfterFrames count={1}>
            <FindingsPanel
              ground={ground}
              groups={summary.groups}
              readOnly={sent}
              onChange={review.change}
              onShow={show}
            />
          </AfterFrames>
          <AfterFrames count={1}>
            <DuplicatesPanel
              ground={ground}
              summary={summary}
              isChecked={review.isChecked}
              head={head}
              readOnly={sent}
              onChange={review.change}
              onShow={show}
            />
          </AfterFrames>
          <AfterFrames count={3}>
            <RepairsPanel ground={ground} head={head} readOnly={sent} review={review} />
          </AfterFrames>
          <AfterFrames count={1}>
            <RowsPanel
              ground={ground}
              head={head}
              summary={summary}
              review={review}
              readOnly={sent}
              view={view}
            />
          </AfterFrames>
          <AfterFrames count={3}>
            <Downloads load={load} summary={summary} review={review} readOnly={sent} />
          </AfterFrames>
        </>
      )}
    </div>
  );
}
