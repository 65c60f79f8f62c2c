import { counted, formatCount } from '@/components/messages/format';
import { Panel } from '@/components/ui/panel';
import type { CodeCount } from './tally';

const SHOWN = 10;

/** Peak's error codes by frequency: a table whose counts are drawn as bars. */
export function CodesChart({ codes }: { readonly codes: readonly CodeCount[] }) {
  const most = Math.max(...codes.map(({ count }) => count), 1);
  return (
    <Panel
      title="Why rows were rejected"
      note={
        codes.length > SHOWN
          ? `The ${SHOWN} most frequent of ${counted(codes.length, 'code')}, as Peak names them`
          : 'Codes as Peak names them'
      }
      flush
    >
      <div className="overflow-x-auto" role="region" aria-label="Error codes" tabIndex={0}>
        <table className="w-full text-left text-sm sm:min-w-[36rem]">
          <caption className="sr-only">Error codes by number of rows</caption>
          <thead>
            <tr className="border-b border-line text-ink-3">
              <th scope="col" className="px-5 py-2 font-medium">
                Code
              </th>
              <th scope="col" className="w-1/2 px-2 py-2 font-medium sm:min-w-48">
                Rows
              </th>
              <th scope="col" className="px-5 py-2 font-medium max-sm:hidden">
                Peak’s message, for example
              </th>
            </tr>
          </thead>
          <tbody>
            {codes.slice(0, SHOWN).map(({ code, message, count, tables }) => (
              <tr key={code} className="border-b border-line align-top last:border-0">
                <th scope="row" className="px-5 py-2 font-mono text-[0.8125rem] font-medium">
                  {code}
                  <span className="mt-1 block font-sans text-sm font-normal break-words sm:hidden">
                    {message}
                    <span className="block text-xs text-ink-3">{tables.join(', ')}</span>
                  </span>
                </th>
                <td className="px-2 py-2">
                  <span className="flex items-center gap-2">
                    <span
                      aria-hidden
                      className="h-3 min-w-0.5 rounded-sm bg-bad"
                      style={{ width: `${(count / most) * 75}%` }}
                    />
                    <span className="tabular">{formatCount(count)}</span>
                  </span>
                </td>
                <td className="px-5 py-2 max-sm:hidden">
                  {message}
                  <span className="block text-xs text-ink-3">{tables.join(', ')}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
