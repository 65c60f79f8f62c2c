'use client';

import { fileNote } from '@/components/messages/files';
import { counted } from '@/components/messages/format';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import type { Dialect, FileHead } from '@/lib/files/model';
import { asksForEncoding, EncodingProof, EncodingQuestion } from './encoding-lines';
import { PlacesNote } from './places-note';
import { TextChoices } from './text-choices';
import { TotalsNote } from './totals-note';
import { UnnamedNote } from './unnamed-note';

/** Header rows offered without scrolling through a file; a longer preamble is rare. */
const HEADER_ROWS = 20;

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
  const columns = counted(head.header.length, 'column');
  const isText = dialect.workbook === undefined;
  const asks = isText && asksForEncoding(dialect, head.evidence);
  const notes = head.notes.filter(
    ({ code }) =>
      (code !== 'encoding-undecided' || !asks) && code !== 'columns-by-place' && code !== 'header-short',
  );
  return (
    <Panel
      title="How the file is read"
      note={isText ? `${columns}${dialect.bom ? ', byte order mark at the start' : ''}` : columns}
    >
      {/* What waits for an answer or a look stands first: below the choices it would be out of sight. */}
      <div className="mb-4 flex flex-col gap-4 empty:hidden">
        {asks ? (
          <EncodingQuestion
            dialect={dialect}
            evidence={head.evidence}
            readOnly={readOnly}
            onChoose={(encoding) => onChange({ encoding })}
          />
        ) : null}
        <UnnamedNote dialect={dialect} head={head} readOnly={readOnly} onChange={onChange} />
        <PlacesNote head={head} readOnly={readOnly} onChange={onChange} />
        <TotalsNote dialect={dialect} totals={head.totals ?? []} readOnly={readOnly} onChange={onChange} />
        {notes.length === 0 ? null : (
          <Callout tone="warn" title="Worth a look" live>
            <ul className="list-disc pl-4">
              {notes.map((note) => (
                <li key={`${note.code} ${note.params.sheet ?? ''}`}>{fileNote(note)}</li>
              ))}
            </ul>
          </Callout>
        )}
      </div>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3" aria-busy={busy}>
        {isText ? (
          <TextChoices dialect={dialect} offered={head.places} readOnly={readOnly} onChange={onChange} />
        ) : null}
        <Select
          label="Header row"
          hint="Rows above the headings are left out. A click on a row number of the preview chooses it, too."
          isDisabled={readOnly}
          value={String(dialect.headerRow)}
          options={[
            { value: '0', text: 'No headings', note: 'The first row is data.' },
            ...Array.from({ length: lines }, (_, index) => ({
              value: String(index + 1),
              text: `Row ${index + 1}`,
              note: <span className="block max-w-72 truncate font-mono">{head.rawLines[index] ?? ''}</span>,
            })),
          ]}
          onChange={(row) => onChange({ headerRow: Number(row) })}
        />
      </div>
      {isText && !asks ? <EncodingProof dialect={dialect} evidence={head.evidence} /> : null}
    </Panel>
  );
}
