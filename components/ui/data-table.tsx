import type { ReactNode } from 'react';
import { cx } from './cx';

export interface DataColumn<T> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: T) => ReactNode;
  readonly align?: 'left' | 'right';
  readonly mono?: boolean;
}

const STACKED =
  'max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-4 max-sm:text-right max-sm:py-0.5 max-sm:before:font-sans max-sm:before:text-sm max-sm:before:text-ink-3 max-sm:before:content-[attr(data-head)]';

/** A plain table for facts; scrolls sideways by itself on narrow screens, and by keyboard. On paper, which cannot, it is set closer. */
export function DataTable<T>({
  caption,
  columns,
  rows,
  rowKey,
  empty,
  stacks = false,
  className,
}: {
  readonly caption: string;
  readonly columns: readonly DataColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly empty?: ReactNode;
  /** On a narrow screen each row is a list of its own, so that no column is out of sight; heads must be texts. */
  readonly stacks?: boolean;
  readonly className?: string;
}) {
  if (rows.length === 0 && empty !== undefined) return <div className="p-5 text-ink-3">{empty}</div>;
  return (
    <div
      className={cx('overflow-x-auto print:overflow-visible', className)}
      tabIndex={0}
      role="region"
      aria-label={caption}
    >
      <table className={cx('w-full text-left text-sm print:text-xs', stacks && 'max-sm:block')}>
        <caption className="sr-only">{caption}</caption>
        <thead className={cx(stacks && 'max-sm:sr-only')}>
          <tr className="border-b border-line text-ink-3">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cx(
                  'px-4 py-2 font-medium whitespace-nowrap print:px-1.5 print:py-1 print:whitespace-normal',
                  column.align === 'right' && 'text-right',
                )}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={cx(stacks && 'max-sm:block')}>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className={cx('border-b border-line last:border-0', stacks && 'max-sm:block max-sm:py-2')}
            >
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-head={stacks ? column.head : undefined}
                  className={cx(
                    'px-4 py-2 align-baseline print:px-1.5 print:py-1',
                    column.align === 'right' && 'text-right tabular',
                    column.mono === true && 'font-mono text-[0.8125rem] print:text-[0.6875rem]',
                    stacks && STACKED,
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
