import type { Page } from '@playwright/test';

/** What must stand on the screen before a press counts as answered. */
export interface Wanted {
  /** A text inside the screen. */
  readonly text?: string;
  /** Rows in view: all read, their numbers within these, and of these remainders by three (the file marks its rows in turn). */
  readonly rows?: { readonly from: number; readonly to: number; readonly remainders: readonly number[] };
}

export interface Drawn {
  /** From the moment the browser had the press to the end of the first frame with all that is wanted, in ms. */
  readonly ms: number;
  /** The longest time between two frames on the way, in ms. */
  readonly frame: number;
}

/** What takes longer is stuck. */
const PATIENCE_MS = 30_000;

/**
 * Presses and waits, by the page's own clock. The watch is set before the press is made, so what a robot spends on
 * pressing and on asking is not in it.
 */
export async function drawnAfter(
  page: Page,
  event: 'pointerup' | 'keydown' | 'scroll',
  wanted: Wanted,
  press: () => Promise<unknown>,
): Promise<Drawn> {
  const [drawn] = await Promise.all([
    page.evaluate(watch, { event, wanted, patience: PATIENCE_MS }),
    press(),
  ]);
  return drawn;
}

/** Runs in the page. */
function watch({
  event,
  wanted,
  patience,
}: {
  event: string;
  wanted: Wanted;
  patience: number;
}): Promise<Drawn> {
  const stands = () => {
    const content = document.getElementById('content');
    if (content === null || document.querySelector('[role="progressbar"], [aria-busy="true"]') !== null)
      return false;
    if (wanted.text !== undefined && !content.textContent.includes(wanted.text)) return false;
    if (wanted.rows === undefined) return true;
    const { from, to, remainders } = wanted.rows;
    const grid = document.querySelector('[role="grid"]');
    if (grid === null) return false;
    const { top, bottom } = grid.getBoundingClientRect();
    const seen = [...grid.querySelectorAll('[role="rowheader"]')].filter((head) => {
      const box = head.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    });
    return (
      seen.length > 0 &&
      seen.every((head) => {
        const row = Number(head.textContent.replaceAll(/\D/g, '') || NaN);
        return row >= from && row <= to && remainders.includes(row % 3);
      })
    );
  };
  return new Promise((tell, giveUp) => {
    setTimeout(
      () => giveUp(new Error(`Not drawn within ${patience} ms: ${JSON.stringify(wanted)}`)),
      patience,
    );
    document.addEventListener(
      event,
      (pressed) => {
        const began = pressed.timeStamp;
        let before = began;
        let frame = 0;
        const look = (at: number) => {
          frame = Math.max(frame, at - before);
          before = at;
          if (!stands()) return requestAnimationFrame(look);
          // A task after the frame: what was drawn in it is on its way to the screen.
          return setTimeout(() => {
            const end = performance.now();
            tell({ ms: end - began, frame: Math.max(frame, end - before) });
          });
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
}

/** Frames without a move after which a wheel has come to rest. */
const REST = 12;

/** Longest time between two frames from here until the grid stands still, and longest time with rows in view unread, in ms. */
export async function whileScrolling(page: Page, turn: () => Promise<unknown>): Promise<Drawn> {
  const [seen] = await Promise.all([page.evaluate(watchScrolling, REST), turn()]);
  return seen;
}

/** Runs in the page. */
function watchScrolling(rest: number): Promise<Drawn> {
  const grid = document.querySelector('[role="grid"]');
  if (grid === null) throw new Error('There is no grid.');
  let before = performance.now();
  let whole = before;
  let place = grid.scrollTop;
  let still = -Infinity;
  const longest = { ms: 0, frame: 0 };
  return new Promise((tell) => {
    const look = (at: number) => {
      const box = grid.getBoundingClientRect();
      const unread = [...grid.querySelectorAll('[role="rowheader"]')].some((head) => {
        const { top, bottom } = head.getBoundingClientRect();
        return bottom > box.top && top < box.bottom && !/\d/.test(head.textContent);
      });
      longest.frame = Math.max(longest.frame, at - before);
      if (unread) longest.ms = Math.max(longest.ms, at - whole);
      else whole = at;
      before = at;
      still = grid.scrollTop === place ? still + 1 : 0;
      place = grid.scrollTop;
      if (still < rest || unread) requestAnimationFrame(look);
      else tell(longest);
    };
    requestAnimationFrame(look);
  });
}
