import type { ReactNode } from 'react';
import { counted, formatBytes, formatCount } from '@/components/messages/format';
import { duplicatesInShort } from '@/components/messages/repair';
import { Panel } from '@/components/ui/panel';
import type { Receipt } from '@/lib/submission/receipt';
import { ReceiptAccount } from './receipt-account';
import { ReceiptBatches } from './receipt-batches';
import { timeOf } from './time-of';

function Fact({
  label,
  mono = false,
  children,
}: {
  readonly label: string;
  readonly mono?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className={mono ? 'font-mono text-[0.8125rem] break-all' : 'break-words'}>{children}</dd>
    </div>
  );
}

/** The receipt for the eye and for paper. */
export function ReceiptSheet({ receipt }: { readonly receipt: Receipt }) {
  const { file, connection, repairs, parts } = receipt;
  const [own] = parts;
  const decisions = parts.flatMap(({ batches }) =>
    batches.filter(({ settledBy }) => settledBy === 'treated-as-stored' || settledBy === 'sent-again'),
  );
  return (
    <>
      <Panel title="What was sent where">
        <dl className="grid gap-4 sm:grid-cols-2">
          <Fact label="File">
            {file.name}, {formatBytes(file.bytes)}
          </Fact>
          <Fact label="Fingerprint of the file (SHA-256 over SHA-256 of 4 MB slices)" mono>
            {file.fingerprint}
          </Fact>
          <Fact label="Host">{connection.host}</Fact>
          <Fact label="Connection">{connection.name}</Fact>
          <Fact label="Solution and table" mono>
            {receipt.solution}, {receipt.table}
          </Fact>
          <Fact label="Operation type">{receipt.operation}</Fact>
          <Fact label="Fingerprint of the schema" mono>
            {own?.schemaFingerprint}
          </Fact>
          <Fact label="Fingerprint of columns and repairs" mono>
            {own?.rulesFingerprint}
          </Fact>
          <Fact label="Planned">{timeOf(own?.plannedAt)}</Fact>
          <Fact label="First sent, last settled">
            {timeOf(own?.firstSentAt)}, {timeOf(own?.lastSettledAt)}
          </Fact>
        </dl>
      </Panel>
      <ReceiptAccount receipt={receipt} />
      <Panel title="Columns and repairs">
        <ul className="grid gap-x-6 text-sm sm:grid-cols-2">
          {receipt.columns.map(({ column, heading, source }) => (
            <li key={column}>
              <span className="font-mono">{column}</span> ←{' '}
              {heading ?? (source === 'null' ? 'empty in every row' : 'left out')}
            </li>
          ))}
        </ul>
        <ul className="mt-3 list-disc pl-5 text-sm">
          {repairs.rules.map((rule, at) => (
            <li key={at}>{rule}</li>
          ))}
          <li>
            {counted(repairs.cells, 'cell')} edited by hand, {counted(repairs.rowsSkipped, 'row')} skipped
            {repairs.totalsLeftOut ? ', rows of sums left out' : ''}, rows of the same key:{' '}
            {duplicatesInShort(receipt.duplicates)}
          </li>
        </ul>
      </Panel>
      {decisions.length === 0 ? null : (
        <Panel title="Decisions about batches in doubt">
          <ul className="text-sm">
            {decisions.map(({ index, firstRow, lastRow, settledBy }) => (
              <li key={`${index}-${firstRow}`}>
                Batch {index + 1}, rows {formatCount(firstRow)} to {formatCount(lastRow)}:{' '}
                {settledBy === 'sent-again' ? 'sent again' : 'treated as stored'} by the user’s word
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {parts.map((part, at) => (
        <ReceiptBatches
          key={part.loadId}
          part={part}
          title={at === 0 ? 'Batches' : `Batches of attempt ${at}`}
        />
      ))}
    </>
  );
}
