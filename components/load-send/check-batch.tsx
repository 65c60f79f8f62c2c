'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNote } from '@/components/intake/failure-note';
import type { Ground } from '@/components/load-frame/ground';
import { counted, formatCount } from '@/components/messages/format';
import { CHECK_ADVICE } from '@/components/messages/submission';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import type { Decision, Doubt, Sending } from './use-sending';

/** Whatever stands between the numbers of a copied column. */
const rowNumbers = (text: string): number[] =>
  text
    .split(/[^0-9]+/)
    .filter((part) => part !== '')
    .map(Number);

/** A look into the warehouse for the rows of one batch in doubt, and the user's word on what it found. */
export function CheckBatch({
  ground,
  sending,
  doubt,
  busy,
  onDecide,
}: {
  readonly ground: Ground;
  readonly sending: Sending;
  readonly doubt: Doubt;
  readonly busy: Decision['choice'] | null;
  readonly onDecide: (decision: Decision) => void;
}) {
  const { load, solution } = ground;
  const { index, rows } = doubt;
  const operation = load.plan?.operation ?? load.operation;
  const [missing, setMissing] = useState('');
  const query = useQuery({
    queryKey: ['doubt-query', load.id, index, solution.targetSchemaName],
    queryFn: () => sending.query(index, solution.targetSchemaName),
    retry: false,
  });
  const listed = [...new Set(rowNumbers(missing))];
  const act = (choice: Decision['choice'], label: string, more: Partial<Decision> = {}) => (
    <Button
      size="sm"
      pending={busy === choice}
      isDisabled={busy !== null || (choice === 'found-partly' && listed.length === 0)}
      onPress={() => onDecide({ choice, batches: [index], ...more })}
    >
      {label}
    </Button>
  );
  return (
    <section
      aria-label={`Check batch ${formatCount(index + 1)}`}
      className="flex flex-col gap-3 rounded-card border border-line p-4"
    >
      <h3 className="font-medium">
        Is batch {formatCount(index + 1)} in the warehouse? ({counted(rows, 'row')})
      </h3>
      <p className="text-sm text-ink-2">{CHECK_ADVICE[operation]}</p>
      {query.isPending ? <Skeleton label="Reading the rows of this batch" /> : null}
      {query.error === null ? null : <FailureNote error={query.error} />}
      {query.data === undefined ? null : (
        <>
          <pre
            tabIndex={0}
            role="region"
            aria-label="The query"
            className="max-h-64 overflow-auto rounded-lg border border-line bg-sunken p-3 font-mono text-xs"
          >
            {query.data}
          </pre>
          <div>
            <CopyButton text={query.data} label="Copy the query" />
          </div>
        </>
      )}
      <TextField
        label="Row numbers that the query gave"
        hint="Copy the column source_row here. Missing rows are listed among the failed rows, from where they can be sent again."
        rows={3}
        mono
        value={missing}
        onChange={setMissing}
      />
      <div className="flex flex-wrap gap-2">
        {act('found-stored', 'It gave none: all are stored')}
        {act('found-partly', `Only these are missing: ${counted(listed.length, 'row')}`, { missing: listed })}
        {act('found-missing', 'It gave every row: none is stored, send them')}
      </div>
    </section>
  );
}
