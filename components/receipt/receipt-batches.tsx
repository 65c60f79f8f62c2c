import { counted, formatCount } from '@/components/messages/format';
import { BATCH_STATE_WORDS } from '@/components/messages/submission';
import { DataTable } from '@/components/ui/data-table';
import { Panel } from '@/components/ui/panel';
import type { ReceiptPart } from '@/lib/submission/receipt';

/** More would make the page slow and the paper long; the JSON holds all of them. */
const SHOWN = 500;

/** Batches of one plan with their hashes and what became of them. */
export function ReceiptBatches({ part, title }: { readonly part: ReceiptPart; readonly title: string }) {
  const { batches } = part;
  return (
    <Panel
      title={title}
      note={
        batches.length > SHOWN
          ? `The first ${SHOWN} of ${formatCount(batches.length)}; all of them are in the JSON`
          : counted(batches.length, 'batch', 'batches')
      }
      flush
    >
      <DataTable
        caption={title}
        rows={batches.slice(0, SHOWN)}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            key: 'id',
            head: 'Batch',
            mono: true,
            cell: ({ index, attempts }) => `${part.loadId}.${index}.${attempts}`,
          },
          {
            key: 'rows',
            head: 'Rows of the file',
            align: 'right',
            cell: ({ firstRow, lastRow }) => `${formatCount(firstRow)}–${formatCount(lastRow)}`,
          },
          { key: 'count', head: 'Sent', align: 'right', cell: ({ rows }) => formatCount(rows) },
          {
            key: 'accepted',
            head: 'Accepted',
            align: 'right',
            cell: ({ accepted }) => formatCount(accepted),
          },
          {
            key: 'rejected',
            head: 'Rejected',
            align: 'right',
            cell: ({ rejected }) => formatCount(rejected),
          },
          { key: 'state', head: 'State', cell: ({ state }) => BATCH_STATE_WORDS[state] },
          {
            key: 'hash',
            head: 'SHA-256 of the rows',
            mono: true,
            cell: ({ hash }) => (
              <span className="block min-w-48 break-all print:min-w-0 print:text-[0.6875rem]">{hash}</span>
            ),
          },
        ]}
      />
    </Panel>
  );
}
