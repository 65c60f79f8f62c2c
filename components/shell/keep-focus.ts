import { besideOf, heirOf, type Gap } from './focus-heir';

/** Frames in which whoever was pressed, or a dialog that closes, may place the focus itself. */
const PATIENCE = 2;

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
 * Hands the focus on when what holds it goes away or is disabled: a browser lets it fall to the page then, and whoever
 * has no mouse begins anew from the top. Ends with the function it gives back.
 */
export function keepFocus(): () => void {
  let held: { readonly element: HTMLElement; gap: Gap | null } | null = null;
  let frame = 0;
  const isLost = () => document.activeElement === null || document.activeElement === document.body;
  const settle = (left: number) => {
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (left > 1) return settle(left - 1);
      const gap = held?.gap ?? null;
      if (held === null || gap === null || !isLost()) return;
      const { element } = held;
      // What was disabled for a moment has it back; until then it does not go far.
      (isOpen(element) ? element : element.isConnected ? besideOf(gap) : heirOf(gap))?.focus();
    });
  };
  const look = (records: readonly MutationRecord[]) => {
    if (held === null) return;
    for (const record of records) held.gap = gapOf(held.element, held.gap, record);
    if (held.gap !== null && frame === 0) settle(PATIENCE);
  };
  const take = (target: EventTarget | null) => {
    if (target instanceof HTMLElement && target.closest('main') !== null)
      held = { element: target, gap: null };
  };
  const onIn = ({ target }: FocusEvent) => take(target);
  const onOut = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null || !document.hasFocus()) return;
    // A click beside it takes the focus off what stays; what is taken away is not there any more after this task.
    queueMicrotask(() => {
      if (held?.element === target && held?.gap === null && isOpen(held.element)) held = null;
    });
  };
  take(document.activeElement);
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', onIn);
  document.addEventListener('focusout', onOut);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    document.removeEventListener('focusin', onIn);
    document.removeEventListener('focusout', onOut);
  };
}
