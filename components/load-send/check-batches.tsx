'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNote } from '@/components/intake/failure-note';
import type { Ground } from '@/components/load-frame/ground';
import { counted, formatCount } from '@/components/messages/format';
import { MISSING_HINT, checkAdvice } from '@/components/messages/submission';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import { SqlBox } from './sql-box';
import type { Decision, Doubt, Sending } from './use-sending';

/** Whatever stands between the numbers of a copied column. */
const rowNumbers = (text: string): number[] =>
  text
    .split(/[^0-9]+/)
    .filter((part) => part !== '')
    .map(Number);

/** Lines of a query that are put on screen; copying takes all of them. */
const SHOWN_LINES = 200;

function beginningOf(query: string): string {
  const lines = query.split('\n');
  if (lines.length <= SHOWN_LINES) return query;
  const more = counted(lines.length - SHOWN_LINES, 'more line');
  return [...lines.slice(0, SHOWN_LINES), `… ${more}; copying takes the whole query.`].join('\n');
}

/** A look into the warehouse for the rows of batches in doubt, and the user's word on what it found. */
export function CheckBatches({
  ground,
  sending,
  doubts,
  busy,
  onDecide,
}: {
  readonly ground: Ground;
  readonly sending: Sending;
  /** At least one. */
  readonly doubts: readonly Doubt[];
  readonly busy: Decision['choice'] | null;
  readonly onDecide: (decision: Decision) => void;
}) {
  const { load, solution } = ground;
  const batches = doubts.map(({ index }) => index);
  const rows = doubts.reduce((sum, doubt) => sum + doubt.rows, 0);
  const [first = 0, ...others] = batches;
  const isOne = others.length === 0;
  const which = isOne ? `batch ${formatCount(first + 1)}` : counted(batches.length, 'batch', 'batches');
  const operation = load.plan?.operation ?? load.operation;
  const [missing, setMissing] = useState('');
  const query = useQuery({
    queryKey: ['doubt-query', load.id, batches, solution.targetSchemaName],
    queryFn: () => sending.query(batches, solution.targetSchemaName),
    retry: false,
  });
  const listed = [...new Set(rowNumbers(missing))];
  const act = (choice: Decision['choice'], label: string, more: Partial<Decision> = {}) => (
    <Button
      size="sm"
      pending={busy === choice}
      isDisabled={busy !== null || (choice === 'found-partly' && listed.length === 0)}
      onPress={() => onDecide({ choice, batches, ...more })}
    >
      {label}
    </Button>
  );
  return (
    <section
      aria-label={`Check ${which}`}
      className="flex flex-col gap-3 rounded-card border border-line p-4"
    >
      <h3 className="font-medium">
        {isOne ? `Is ${which}` : `Are these ${which}`} in the warehouse? ({counted(rows, 'row')})
      </h3>
      <p className="text-sm text-ink-2">{checkAdvice(operation, isOne)}</p>
      {query.isPending ? <Skeleton label="Reading the rows" /> : null}
      {query.error === null ? null : <FailureNote error={query.error} />}
      {query.data === undefined ? null : (
        <SqlBox label="The query" text={query.data} shown={beginningOf(query.data)} />
      )}
      <TextField
        label="Row numbers that the query gave"
        hint={isOne ? MISSING_HINT.one : MISSING_HINT.many}
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
