import { headingOf, readingWords } from '@/components/messages/files';
import { rowName } from '@/components/messages/sheets';
import { AfterFrames } from '@/components/ui/after-frames';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { FileHead } from '@/lib/files/model';

/** Enough to see whether separator and encoding are right; more would only make changing them, and leaving the screen, slow. */
const ROWS = 20;
/** The others, and the lines above them, come a frame later: laid out and painted at once they hold the page. */
const FIRST_ROWS = 10;

interface Shown {
  readonly head: FileHead;
  /** Absent where nothing can be changed any more. */
  readonly onHeader?: ((row: number) => void) | undefined;
}

/** A row's own number, and with a click the header. By keyboard the header is chosen in the panel of the reading. */
function RowNumber({
  row,
  name,
  onHeader,
}: {
  readonly row: number;
  readonly name: string;
  readonly onHeader: ((row: number) => void) | undefined;
}) {
  if (onHeader === undefined) return name;
  return (
    <button
      type="button"
      tabIndex={-1}
      title={`Row ${row} holds the headings`}
      className="rounded px-1 tabular hover:bg-accent-soft hover:text-accent"
      onClick={() => onHeader(row)}
    >
      {name}
    </button>
  );
}

function Rows({ head, rows, onHeader }: Shown & { readonly rows: FileHead['rows'] }) {
  return rows.map(({ row, cells }) => (
    <tr key={row}>
      <th
        scope="row"
        className="sticky left-0 border-b border-line bg-sunken px-3 py-1 text-right font-normal whitespace-nowrap text-ink-3 tabular"
      >
        <RowNumber row={row} name={rowName(row, head.sections)} onHeader={onHeader} />
      </th>
      {Array.from({ length: Math.max(cells.length, head.header.length) }, (_, position) => (
        <td
          key={position}
          className="max-w-80 truncate border-b border-l border-line px-3 py-1 whitespace-pre"
        >
          {cells[position] ?? ''}
        </td>
      ))}
    </tr>
  ));
}

/** The first rows, cut into cells: a wrong separator or encoding shows at once. */
export function Preview({
  head,
  onHeader,
  onHow,
}: Shown & {
  /** Leads to where the reading is decided, where that is not in sight. */
  readonly onHow: (() => void) | undefined;
}) {
  const { headerRow } = head.dialect;
  const widest = Math.max(...head.rows.slice(0, ROWS).map(({ cells }) => cells.length), 0);
  return (
    <Panel
      title="As it is read"
      note={`First rows: ${readingWords(head.dialect)}. Numbered as in a spreadsheet.`}
      actions={
        onHow === undefined ? undefined : (
          <Button size="sm" look="quiet" onPress={onHow}>
            How it is read
          </Button>
        )
      }
      flush
    >
      <div
        role="region"
        aria-label="First rows as they are read"
        tabIndex={0}
        className="max-h-96 overflow-auto rounded-b-card"
      >
        <table className="min-w-full border-separate border-spacing-0 font-mono text-xs">
          <caption className="sr-only">First rows of the file, cut into cells</caption>
          <thead className="sticky top-0 z-20 bg-sunken text-left">
            {head.above?.map(({ row, cells }) => (
              <tr key={row} className="text-ink-3">
                <th scope="row" className="border-b border-line px-3 py-1 text-right font-normal">
                  <RowNumber row={row} name={rowName(row, head.sections)} onHeader={onHeader} />
                </th>
                <td
                  colSpan={head.header.length}
                  className="border-b border-l border-line px-3 py-1 whitespace-pre"
                >
                  {cells.join(' ').trim()}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="col" className="sticky left-0 z-10 border-b border-line bg-sunken px-3 py-2">
                <span className="sr-only">Row</span>
                <span aria-hidden className="block text-right font-normal text-ink-3 tabular">
                  {headerRow === 0 ? '' : headerRow}
                </span>
              </th>
              {head.header.map((_, position) => (
                <th
                  key={position}
                  scope="col"
                  className="border-b border-l border-line px-3 py-2 font-semibold whitespace-nowrap"
                >
                  {headingOf(head.header, position)}
                </th>
              ))}
              {widest > head.header.length ? (
                <td colSpan={widest - head.header.length} className="border-b border-l border-line" />
              ) : null}
            </tr>
          </thead>
          <tbody>
            <Rows head={head} rows={head.rows.slice(0, FIRST_ROWS)} onHeader={onHeader} />
            <AfterFrames count={2}>
              <Rows head={head} rows={head.rows.slice(FIRST_ROWS, ROWS)} onHeader={onHeader} />
            </AfterFrames>
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
