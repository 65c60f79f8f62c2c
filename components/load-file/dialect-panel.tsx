'use client';

import {
  DELIMITER_PROOF,
  ENCODING_PROOF,
  ENCODING_WORDS,
  NEWLINE_WORDS,
  fileNote,
} from '@/components/messages/files';
import { counted } from '@/components/messages/format';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import { ENCODINGS, type Dialect, type FileHead } from '@/lib/files/model';
import { delimiterOptions, QUOTING, quotingOf, quotingOptions } from './choices';
import { EncodingLines } from './encoding-lines';
import { TotalsNote } from './totals-note';

/** Header rows offered without scrolling through a file; a longer preamble is rare. */
const HEADER_ROWS = 20;

const isEncoding = (value: string): value is Dialect['encoding'] =>
  ENCODINGS.some((encoding) => encoding === value);

/** How the text is cut into cells, what decided it, and the way to decide otherwise; the preview follows at once. */
export function DialectPanel({
  dialect,
  head,
  readOnly,
  busy,
  onChange,
}: {
  readonly dialect: Dialect;
  readonly head: FileHead;
  readonly readOnly: boolean;
  readonly busy: boolean;
  readonly onChange: (change: Partial<Dialect>) => void;
}) {
  const lines = Math.max(dialect.headerRow, Math.min(head.rawLines.length, HEADER_ROWS));
  return (
    <Panel
      title="How the file is read"
      note={`${counted(head.header.length, 'column')}, lines end with ${NEWLINE_WORDS[dialect.newline]}${dialect.bom ? ', byte order mark at the start' : ''}`}
    >
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4" aria-busy={busy}>
        <Select
          label="Encoding"
          hint={`Because ${ENCODING_PROOF[dialect.decidedBy.encoding]}.`}
          isDisabled={readOnly}
          value={dialect.encoding}
          options={ENCODINGS.map((value) => ({ value, text: ENCODING_WORDS[value] }))}
          onChange={(value) => (isEncoding(value) ? onChange({ encoding: value }) : undefined)}
        />
        <Select
          label="Separator"
          hint={`Because ${DELIMITER_PROOF[dialect.decidedBy.delimiter]}.`}
          isDisabled={readOnly}
          value={dialect.delimiter}
          options={delimiterOptions(dialect.delimiter)}
          onChange={(delimiter) => onChange({ delimiter })}
        />
        <Select
          label="Quotes"
          hint={
            dialect.decidedBy.quote === 'user'
              ? 'Because chosen by you.'
              : 'What holds cells with separators or line breaks together.'
          }
          isDisabled={readOnly}
          value={quotingOf(dialect)}
          options={quotingOptions}
          onChange={(name) => {
            const chosen = QUOTING[name];
            if (chosen !== undefined) onChange({ quote: chosen.quote, escape: chosen.escape });
          }}
        />
        <Select
          label="Header row"
          hint="The row that holds the headings; rows above it are left out. A click on a row number below chooses it, too."
          isDisabled={readOnly}
          value={String(dialect.headerRow)}
          options={Array.from({ length: lines }, (_, index) => ({
            value: String(index + 1),
            text: `Row ${index + 1}`,
            note: <span className="block max-w-72 truncate font-mono">{head.rawLines[index] ?? ''}</span>,
          }))}
          onChange={(row) => onChange({ headerRow: Number(row) })}
        />
      </div>
      <EncodingLines
        dialect={dialect}
        evidence={head.evidence}
        readOnly={readOnly}
        onChoose={(encoding) => onChange({ encoding })}
      />
      <TotalsNote dialect={dialect} totals={head.totals ?? []} readOnly={readOnly} onChange={onChange} />
      {head.notes.length === 0 ? null : (
        <Callout tone="warn" title="Worth a look" live className="mt-4">
          <ul className="list-disc pl-4">
            {head.notes.map((note) => (
              <li key={note.code}>{fileNote(note)}</li>
            ))}
          </ul>
        </Callout>
      )}
    </Panel>
  );
}
