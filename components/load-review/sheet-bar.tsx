import { formatCount } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import { SHEET_ROWS } from './grid-sizes';
import type { Place } from './use-rows-view';

/** Turns the sheets of a list that is longer than a browser can lay out at once. */
export function SheetBar({
  total,
  place,
  onPlace,
}: {
  readonly total: number;
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
}) {
  if (total <= SHEET_ROWS) return null;
  const sheet = Math.floor(place.index / SHEET_ROWS);
  const turn = (by: 1 | -1) => onPlace({ ...place, index: (sheet + by) * SHEET_ROWS });
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line px-5 py-2 text-sm">
      <span role="status">
        {formatCount(sheet * SHEET_ROWS + 1)} to {formatCount(Math.min((sheet + 1) * SHEET_ROWS, total))} of{' '}
        {formatCount(total)}
      </span>
      <Button size="sm" isDisabled={sheet === 0} onPress={() => turn(-1)}>
        Former {formatCount(SHEET_ROWS)}
      </Button>
      <Button size="sm" isDisabled={(sheet + 1) * SHEET_ROWS >= total} onPress={() => turn(1)}>
        Next {formatCount(SHEET_ROWS)}
      </Button>
    </div>
  );
}
