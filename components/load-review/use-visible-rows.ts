'use client';

import { startTransition, useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { HEAD_PX, LEFT_PX, ROW_PX, STATE_PX, VIEW_PX } from './grid-sizes';
import type { GridColumn } from './grid-columns';
import type { Place } from './rows-view';

/** Rows drawn above and below what is seen, so that a turn of the wheel meets no gap. */
const SPARE = 6;
/** Never more than these are drawn at a time. */
export const MOST_DRAWN = Math.ceil(VIEW_PX / ROW_PX) + 2 * SPARE;

/** How far down the box must be to show a row, moved no further than is needed. */
const downTo = (row: number, now: number, height: number): number =>
  Math.min(Math.max(now, row + HEAD_PX + ROW_PX - height), row);

/** Moves the box just as far as is needed to see the cell. The head and the row numbers stand still over it. */
function reveal(box: HTMLElement, index: number, column: number, columns: readonly GridColumn[]): void {
  const from = columns.slice(0, column).reduce((sum, { width }) => sum + width, STATE_PX);
  const width = columns[column]?.width ?? 0;
  const leftmost = from + width - Math.max(box.clientWidth - LEFT_PX, width);
  // With the first column its row's state comes into view, as far as there is room.
  const rightmost = column === 0 ? Math.max(leftmost, 0) : from;
  box.scrollTo({
    top: downTo(index * ROW_PX, box.scrollTop, box.clientHeight),
    left: Math.min(Math.max(box.scrollLeft, leftmost), rightmost),
  });
}

/**
 * Which rows of one height are in view, and the cursor brought into view when it has moved; any place is found by
 * multiplication, whatever the number of rows. Hazard: the list may grow or shrink under a user who has scrolled away, as
 * when a check ends; that moves nothing. `base`: rows of the sheets before this one.
 */
export function useVisibleRows(
  box: RefObject<HTMLDivElement | null>,
  count: number,
  place: Place,
  base: number,
  columns: readonly GridColumn[],
) {
  const [top, setTop] = useState(0);
  const [shown, setShown] = useState<Place | null>(null);
  // What is seen comes first; the spare rows follow when it is there.
  const [spare, setSpare] = useState(0);
  useEffect(() => startTransition(() => setSpare(SPARE)), []);
  const index = place.index - base;
  // While it is drawn, not when the box tells of the move: rows at the place it leaves would be asked for first.
  if (shown !== place && index < count) {
    setShown(place);
    setTop(Math.floor(downTo(index * ROW_PX, top * ROW_PX, VIEW_PX) / ROW_PX));
  }
  const follow = useEffectEvent(() => {
    if (box.current !== null && shown !== null) reveal(box.current, index, place.column, columns);
  });
  useEffect(() => follow(), [shown]);

  const first = Math.max(0, Math.min(top - spare, count - 1));
  const end = Math.min(count, top + Math.ceil(VIEW_PX / ROW_PX) + spare);
  return {
    indexes: Array.from({ length: Math.max(end - first, 0) }, (_, at) => first + at),
    onScroll: () => setTop(Math.floor((box.current?.scrollTop ?? 0) / ROW_PX)),
  };
}
