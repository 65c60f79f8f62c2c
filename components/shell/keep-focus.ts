import { GRID, headingOver, heirOf, type Gap } from './focus-heir';

/** Frames in which whoever was pressed, or a dialog that closes, may place the focus itself. */
const PATIENCE = 2;

interface Held {
  readonly element: HTMLElement;
  /** The page follows the keys only: whoever has a mouse may have scrolled away to read. */
  isByKeys: boolean;
  gap: Gap | null;
  /** What has the focus while `element` is disabled. */
  waitsAt: HTMLElement | null;
}

const isOpen = (element: HTMLElement): boolean => element.isConnected && !element.matches(':disabled');

/** Where `element`, or what it stood in, was taken from. */
function gapOf(element: HTMLElement, before: Gap | null, record: MutationRecord): Gap | null {
  if (record.type === 'attributes') {
    const { parentNode: parent, nextSibling: next } = element;
    return record.target === element && !isOpen(element) && parent !== null ? { parent, next } : before;
  }
  const from = before === null || before.parent.isConnected ? element : before.parent;
  const isTaken = [...record.removedNodes].some((node) => node.contains(from));
  return isTaken ? { parent: record.target, next: record.nextSibling } : before;
}

/**
 * Hands the focus on when what holds it goes away: a browser lets it fall to the page then, and whoever has no mouse begins
 * anew from the top. What is only disabled gets it back when it no longer is, unless the user went on. Ends with the
 * function it gives back.
 */
export function keepFocus(): () => void {
  let held: Held | null = null;
  let frame = 0;
  // Not by :focus-visible, which a field has under a mouse too, and a button that a script focused as it was pressed.
  let isByKeys = true;
  const isUnmoved = ({ waitsAt }: Held): boolean => {
    const { activeElement } = document;
    return activeElement === null || activeElement === document.body || activeElement === waitsAt;
  };
  const give = (from: Held, to: HTMLElement | null) =>
    to?.focus({ preventScroll: !from.isByKeys || to.matches(GRID) });
  const settle = (left: number) => {
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (left > 1) return settle(left - 1);
      if (held === null || held.gap === null || !isUnmoved(held)) return;
      const { element, gap, waitsAt } = held;
      if (isOpen(element)) return give(held, element);
      if (!element.isConnected) return give(held, heirOf(gap));
      if (waitsAt?.isConnected === true) return;
      held.waitsAt = headingOver(element);
      give(held, held.waitsAt);
    });
  };
  const look = (records: readonly MutationRecord[]) => {
    if (held === null) return;
    for (const record of records) held.gap = gapOf(held.element, held.gap, record);
    if (held.gap !== null && frame === 0) settle(PATIENCE);
  };
  const take = (target: EventTarget | null) => {
    if (!(target instanceof HTMLElement) || target === held?.waitsAt || target.closest('main') === null)
      return;
    held = { element: target, isByKeys, gap: null, waitsAt: null };
  };
  const onIn = ({ target }: FocusEvent) => take(target);
  const onOut = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null || !document.hasFocus()) return;
    // A click beside it takes the focus off what stays; what is taken away is not there any more after this task.
    queueMicrotask(() => {
      if (held?.element === target && held?.gap === null && isOpen(held.element)) held = null;
    });
  };
  const onPointer = ({ target }: PointerEvent) => {
    isByKeys = false;
    // Of a dialog nothing is said: it gives the focus back when it closes.
    if (held === null || !(target instanceof Element) || target.closest('main') === null) return;
    if (held.element.contains(target)) held.isByKeys = false;
    else held = null;
  };
  const onKey = () => {
    isByKeys = true;
  };
  take(document.activeElement);
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', onIn);
  document.addEventListener('focusout', onOut);
  document.addEventListener('pointerdown', onPointer, true);
  document.addEventListener('keydown', onKey, true);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    document.removeEventListener('focusin', onIn);
    document.removeEventListener('focusout', onOut);
    document.removeEventListener('pointerdown', onPointer, true);
    document.removeEventListener('keydown', onKey, true);
  };
}
