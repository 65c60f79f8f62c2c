'use client';

import { useMemo } from 'react';
import { cx } from '@/components/ui/cx';
import type { TableSpec } from '@/lib/peak/model';
import { BOX_HEIGHT, BOX_WIDTH, layOut } from './layout';
import { relativesOf } from './relations';

/** Room for arrow heads and focus rings, in pixels. */
const MARGIN = 6;
/** Characters of the fixed-width face that fit a box. */
const FITS = 22;

const short = (name: string) => (name.length > FITS ? `${name.slice(0, FITS - 1)}…` : name);

/**
 * How tables refer to each other. A picture for the eye and the mouse; the same is said in words by the list of
 * tables and by each table's details, which is what readers and the keyboard use.
 */
export function RelationsGraph({
  tables,
  selected,
  onSelect,
}: {
  readonly tables: readonly TableSpec[];
  readonly selected: string;
  readonly onSelect: (table: string) => void;
}) {
  const relatives = useMemo(() => relativesOf(tables), [tables]);
  const layout = useMemo(
    () => layOut(tables.map(({ name }) => ({ name, parents: relatives.get(name)?.parents ?? [] }))),
    [tables, relatives],
  );
  const near = relatives.get(selected);
  const labels = new Map(tables.map((table) => [table.name, table]));
  const sortedWires = [...layout.wires].sort(
    (a, b) => Number(isNear(a, selected)) - Number(isNear(b, selected)),
  );
  return (
    <div
      className="overflow-x-auto"
      tabIndex={0}
      role="region"
      aria-label="Picture of how the tables relate; the list of tables says the same in words"
    >
      <svg
        aria-hidden
        className="mx-auto block max-w-none"
        width={layout.width + 2 * MARGIN}
        height={layout.height + 2 * MARGIN}
        viewBox={`${-MARGIN} ${-MARGIN} ${layout.width + 2 * MARGIN} ${layout.height + 2 * MARGIN}`}
      >
        {sortedWires.map((wire) => (
          <path
            key={`${wire.from} ${wire.to}`}
            d={wire.path}
            fill="none"
            className={cx(isNear(wire, selected) ? 'stroke-accent' : 'stroke-line-strong opacity-50')}
            strokeWidth={isNear(wire, selected) ? 2 : 1.25}
          />
        ))}
        {layout.boxes.map((box) => {
          const table = labels.get(box.name);
          const isSelected = box.name === selected;
          const isRelated = near?.parents.includes(box.name) || near?.children.includes(box.name);
          return (
            <g key={box.name} className="cursor-pointer" onClick={() => onSelect(box.name)}>
              <title>{box.name}</title>
              <rect
                x={box.x}
                y={box.y}
                width={BOX_WIDTH}
                height={BOX_HEIGHT}
                rx={8}
                strokeWidth={isSelected ? 2 : 1}
                strokeDasharray={table?.requiredBySolution === false ? '4 3' : undefined}
                className={cx(
                  'transition-colors',
                  isSelected
                    ? 'fill-accent-soft stroke-accent'
                    : isRelated
                      ? 'fill-surface stroke-accent'
                      : 'fill-surface stroke-line-strong',
                )}
              />
              <text
                x={box.x + 12}
                y={box.y + BOX_HEIGHT / 2}
                dominantBaseline="central"
                className={cx(
                  'fill-ink font-mono text-[0.78rem]',
                  isSelected || isRelated ? 'font-semibold' : 'font-medium',
                )}
              >
                {short(table?.objectName ?? box.name)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

const isNear = (wire: { readonly from: string; readonly to: string }, table: string) =>
  wire.from === table || wire.to === table;
