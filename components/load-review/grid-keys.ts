import { ROW_PX, VIEW_PX } from './grid-sizes';
import type { Place } from './rows-view';

const PAGE_ROWS = Math.floor(VIEW_PX / ROW_PX) - 2;

/** Where a key moves the cursor of the grid; null for keys that do not. */
function moveOf(
  key: string,
  toTheEnd: boolean,
  { index, column }: Place,
  size: { readonly rows: number; readonly columns: number },
): Place | null {
  const last = { index: Math.max(size.rows - 1, 0), column: Math.max(size.columns - 1, 0) };
  const at = (nextIndex: number, nextColumn: number) => ({
    index: Math.min(Math.max(nextIndex, 0), last.index),
    column: Math.min(Math.max(nextColumn, 0), last.column),
  });
  switch (key) {
    case 'ArrowDown':
      return at(toTheEnd ? last.index : index + 1, column);
    case 'ArrowUp':
      return at(toTheEnd ? 0 : index - 1, column);
    case 'ArrowRight':
      return at(index, toTheEnd ? last.column : column + 1);
    case 'ArrowLeft':
      return at(index, toTheEnd ? 0 : column - 1);
    case 'PageDown':
      return at(index + PAGE_ROWS, column);
    case 'PageUp':
      return at(index - PAGE_ROWS, column);
    case 'Home':
      return at(toTheEnd ? 0 : index, 0);
    case 'End':
      return at(toTheEnd ? last.index : index, last.column);
    default:
      return null;
  }
}

type Wish =
  | { readonly kind: 'move'; readonly place: Place }
  | { readonly kind: 'find'; readonly direction: 1 | -1 }
  | { readonly kind: 'edit' };

interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What a key asks of the grid; null where it asks nothing, so that the browser may have it. */
export function wishOf(
  { key, ctrlKey, shiftKey, altKey, metaKey }: Stroke,
  place: Place,
  size: { readonly rows: number; readonly columns: number },
): Wish | null {
  if (altKey || metaKey) return null;
  const move = moveOf(key, ctrlKey, place, size);
  if (move !== null) return { kind: 'move', place: move };
  if (ctrlKey) return null;
  if (key === 'F8') return { kind: 'find', direction: shiftKey ? -1 : 1 };
  if (key === 'n' || key === 'p') return { kind: 'find', direction: key === 'n' ? 1 : -1 };
  return key === 'Enter' || key === 'F2' ? { kind: 'edit' } : null;
}
