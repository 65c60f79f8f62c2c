import type { ReactNode } from 'react';
import { cx } from './cx';

export interface DataColumn<T> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: T) => ReactNode;
  readonly align?: 'left' | 'right';
  readonly mono?: boolean;
}

/** A plain table for facts; scrolls sideways by itself on narrow screens, and by keyboard. On paper, which cannot, it is set closer. */
export function DataTable<T>({
  caption,
  columns,
  rows,
  rowKey,
  empty,
  className,
}: {
  readonly caption: string;
  readonly columns: readonly DataColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly empty?: ReactNode;
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
      <table className="w-full text-left text-sm print:text-xs">
        <caption className="sr-only">{caption}</caption>
        <thead>
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
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-0">
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={cx(
                    'px-4 py-2 align-top print:px-1.5 print:py-1',
                    column.align === 'right' && 'text-right tabular',
                    column.mono === true && 'font-mono text-[0.8125rem] print:text-[0.6875rem]',
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
