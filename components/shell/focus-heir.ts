/** Where something stood that is gone, or that takes no focus any more. */
export interface Gap {
  readonly parent: Node;
  readonly next: Node | null;
}

/** What holds a few things that belong together, and can name them when one of them goes away. */
const BOX = 'li, section, form, fieldset, [role="group"], main';
/** One stop for the keys, whatever is drawn of it. */
export const GRID = '[role="grid"]';
const HEADING = 'h1, h2, h3';
const STOP = 'a[href], button, input, select, textarea, [tabindex]';

const isStop = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 &&
  !element.matches(':disabled') &&
  element.closest('[aria-hidden="true"], [hidden], [inert]') === null &&
  element.getClientRects().length > 0;

/** The next thing to press within `parent`, or the one before. */
function neighbour(parent: Element, next: Node | null): HTMLElement | undefined {
  const stops = [...parent.querySelectorAll<HTMLElement>(STOP)].filter(isStop);
  const isBehind = (stop: HTMLElement) =>
    next?.isConnected === true &&
    (next.contains(stop) || (next.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  return stops.find(isBehind) ?? stops.at(-1);
}

/** The heading of a box, made ready to take the focus. */
function headingOf(box: Element | null): HTMLElement | null {
  const heading = box?.querySelector<HTMLElement>(HEADING) ?? null;
  if (heading !== null && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  return heading;
}

/** Of a list the entry that follows, or the last one. */
function entryOf(list: Element, next: Node | null): HTMLElement | undefined {
  const entry = next instanceof Element && next.isConnected ? next : list.lastElementChild;
  if (!(entry instanceof HTMLElement)) return undefined;
  return entry.hasAttribute('tabindex') ? entry : neighbour(entry, entry.firstChild);
}

/** Beside a part with headings of its own is only what is nearest, and that tells nothing. */
const besideOf = (parent: Element, next: Node | null): HTMLElement | undefined =>
  parent.querySelector(HEADING) === null ? neighbour(parent, next) : undefined;

/**
 * The heading that names `element`, where the focus waits while it is disabled. Nothing beside it: that may act the other
 * way, as Redo beside Undo, and who presses once more would undo what was done.
 */
export function headingOver(element: Element): HTMLElement | null {
  const box = element.closest(BOX);
  return headingOf(box) ?? (box?.parentElement ? headingOver(box.parentElement) : null);
}

/**
 * Who takes the focus where it would fall to the page: the grid around, the entry of the list that follows, what stands
 * beside, or the heading of what is around. Null where nothing of it is on the page any more.
 */
export function heirOf(gap: Gap): HTMLElement | null {
  const { parent, next } = gap;
  if (!(parent instanceof HTMLElement) || !parent.isConnected) return null;
  const grid = parent.closest<HTMLElement>(GRID);
  if (grid !== null) return grid;
  const entry = parent.matches('ul, ol') ? entryOf(parent, next) : undefined;
  if (entry !== undefined) return entry;
  if (parent.getAttribute('tabindex') === '-1' && !parent.matches('main')) return parent;
  return (
    besideOf(parent, next) ?? headingOf(parent.closest(BOX)) ?? headingOf(parent.closest('section, main'))
  );
}
