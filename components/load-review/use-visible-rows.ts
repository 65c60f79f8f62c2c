'use client';

import { useState, type RefObject } from 'react';
import { COLUMN_PX, HEAD_PX, LEFT_PX, ROW_PX, VIEW_PX } from './grid-sizes';

/** Rows drawn above and below what is seen, so that a turn of the wheel meets no gap. */
const SPARE = 6;
/** Never more than these are drawn at a time. */
export const MOST_DRAWN = Math.ceil(VIEW_PX / ROW_PX) + 2 * SPARE;

/** Which rows of one height are in view; any place is found by multiplication, whatever the number of rows. */
export function useVisibleRows(box: RefObject<HTMLDivElement | null>, count: number) {
  const [top, setTop] = useState(0);
  const first = Math.max(0, Math.min(top - SPARE, count - 1));
  const end = Math.min(count, top + Math.ceil(VIEW_PX / ROW_PX) + SPARE);

  const onScroll = () => setTop(Math.floor((box.current?.scrollTop ?? 0) / ROW_PX));

  /** Moves the box just as far as is needed to see the cell. The head and the row numbers stand still over it. */
  const reveal = (index: number, column: number) => {
    const element = box.current;
    if (element === null) return;
    const row = index * ROW_PX;
    const lowest = row + HEAD_PX + ROW_PX - element.clientHeight;
    const leftmost = (column + 1) * COLUMN_PX - Math.max(element.clientWidth - LEFT_PX, COLUMN_PX);
    element.scrollTo({
      top: Math.min(Math.max(element.scrollTop, lowest), row),
      left: Math.min(Math.max(element.scrollLeft, leftmost), column * COLUMN_PX),
    });
  };
  return {
    indexes: Array.from({ length: Math.max(end - first, 0) }, (_, at) => first + at),
    onScroll,
    reveal,
  };
}
