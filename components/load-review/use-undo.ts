'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { withRedone, withoutRepair, type LoadChange } from '@/components/load-frame/load-change';
import { useRowName } from '@/components/load-frame/row-names';
import { repairWords } from '@/components/messages/repair';
import type { Repair } from '@/lib/repair/model';
import type { Load } from '@/lib/workspace/model';
import type { Review } from './use-review';

/** Applies a change of this repair: rules read the file again, edits and skips only their rows. */
export const runChange = (review: Review, repair: Repair, change: LoadChange): void =>
  repair.kind === 'column' ? review.change(change) : review.changeRows(change);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'INPUT');

/** Undo and redo by button and by Ctrl+Z, Ctrl+Shift+Z (or Ctrl+Y) anywhere on the screen but in a field. */
export function useUndo(load: Load, review: Review, readOnly: boolean) {
  const rowName = useRowName();
  const [told, setTold] = useState('');
  const undo = () => {
    const last = load.repairs.at(-1);
    if (last === undefined || readOnly) return;
    runChange(review, last, withoutRepair());
    setTold(`Undone: ${repairWords(last, rowName)}`);
  };
  const redo = () => {
    const again = load.undone.at(-1);
    if (again === undefined || readOnly) return;
    runChange(review, again, withRedone);
    setTold(`Done again: ${repairWords(again, rowName)}`);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return { undo, redo, told };
}
