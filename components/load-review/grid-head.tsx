import { HEAD_PX, LEFT_PX, STATE_PX } from './grid-sizes';
import type { GridColumn } from './grid-columns';

/** The user's headings, with the table column each one feeds underneath. */
export function GridHead({
  columns,
  width,
}: {
  readonly columns: readonly GridColumn[];
  readonly width: number;
}) {
  return (
    <div role="rowgroup" className="sticky top-0 z-20" style={{ width }}>
      <div
        role="row"
        aria-rowindex={1}
        className="flex border-b border-line bg-sunken"
        style={{ height: HEAD_PX }}
      >
        <div
          role="columnheader"
          className="sticky left-0 z-10 flex items-center justify-end border-r border-line bg-sunken px-2 font-semibold"
          style={{ width: LEFT_PX }}
        >
          Row
        </div>
        <div
          role="columnheader"
          className="flex items-center border-r border-line px-2 font-semibold"
          style={{ width: STATE_PX }}
        >
          State
        </div>
        {columns.map(({ position, heading, target, width: own }) => (
          <div
            key={position}
            role="columnheader"
            className="flex shrink-0 flex-col justify-center border-r border-line px-2"
            style={{ width: own }}
          >
            <span className="truncate font-semibold">{heading}</span>
            <span className="truncate text-ink-3">{target === null ? 'not sent' : `→ ${target.name}`}</span>
            {target === null ? null : <span className="truncate text-ink-3">{target.about}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
