'use client';

import { ArrowLeft, KeyRound } from 'lucide-react';
import { MATCH_WORDS, mappingProblem, typeWords } from '@/components/messages/mapping';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ComboBox } from '@/components/ui/combo-box';
import { cx } from '@/components/ui/cx';
import type { Tone } from '@/components/ui/tone';
import type { FileHead } from '@/lib/files/model';
import type { ColumnSource, Mapping, MappingProblem } from '@/lib/mapping/model';
import type { ColumnSpec } from '@/lib/peak/model';
import { ColumnNotes } from './column-notes';
import { choiceOf, choicesFor, samplesOf, sourceOf } from './choices';

const MATCH_TONE: Record<keyof typeof MATCH_WORDS, Tone> = {
  exact: 'good',
  alias: 'good',
  guess: 'warn',
  user: 'accent',
  saved: 'accent',
};

export function ColumnRow({
  column,
  isKey,
  source,
  problems,
  head,
  mapping,
  readOnly,
  onChoose,
  onConfirm,
}: {
  readonly column: ColumnSpec;
  readonly isKey: boolean;
  readonly source: ColumnSource;
  readonly problems: readonly MappingProblem[];
  readonly head: FileHead;
  readonly mapping: Mapping;
  readonly readOnly: boolean;
  readonly onChoose: (source: ColumnSource) => void;
  readonly onConfirm: () => void;
}) {
  const samples = source.kind === 'file' ? samplesOf(head.rows, source.position) : [];
  const guessed = source.kind === 'file' && source.by === 'guess';
  return (
    <li
      className={cx(
        'grid gap-x-5 gap-y-2 px-5 py-3 md:grid-cols-[minmax(0,5fr)_1.25rem_minmax(0,6fr)_7.5rem]',
        problems.length > 0 && 'bg-bad-soft',
        guessed && 'bg-warn-soft',
      )}
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 font-mono text-[0.8125rem] font-medium">
          <span className="break-all">{column.name}</span>
          {isKey ? <KeyRound role="img" aria-label="part of the primary key" className="size-3.5" /> : null}
        </p>
        <p className="text-sm text-ink-2">
          {typeWords(column)}, {column.required ? 'column required' : 'optional'}
          {column.nullable ? ', cells may be empty' : ', no empty cells'}
        </p>
        {column.description === undefined ? null : <p className="text-sm text-ink-3">{column.description}</p>}
      </div>
      <ArrowLeft aria-hidden className="mt-2.5 hidden size-4 text-ink-3 md:block" />
      <div className="min-w-0">
        {readOnly ? (
          <p className="py-2 text-sm">
            {choicesFor(column, isKey, head, mapping).find(
              ({ value }) => value === choiceOf(source, column, isKey),
            )?.text ?? 'Nothing'}
          </p>
        ) : (
          <ComboBox
            label={`File column for ${column.name}`}
            hideLabel
            placeholder="Nothing chosen"
            options={choicesFor(column, isKey, head, mapping)}
            value={choiceOf(source, column, isKey)}
            onChange={(value) => (value === null ? undefined : onChoose(sourceOf(value)))}
          />
        )}
        {samples.length === 0 ? null : (
          <p className="mt-1 truncate font-mono text-xs text-ink-2">{samples.join(' · ')}</p>
        )}
        {source.kind === 'null' && column.nullable ? (
          <p className="mt-1 text-sm text-ink-2">
            Empty (null) in every row, unless you choose a file column.
          </p>
        ) : null}
        <ColumnNotes
          column={column}
          values={source.kind === 'file' ? head.rows.map(({ cells }) => cells[source.position] ?? '') : []}
        />
        {problems.map((problem) => (
          <p key={problem.code} className="mt-1 text-sm font-medium text-bad">
            {mappingProblem(problem)}
          </p>
        ))}
      </div>
      <div className="flex items-start gap-2 md:flex-col">
        {source.kind === 'file' ? (
          <Badge tone={MATCH_TONE[source.by]}>
            {MATCH_WORDS[source.by].label}
            <span className="sr-only">: {MATCH_WORDS[source.by].meaning}</span>
          </Badge>
        ) : null}
        {guessed && !readOnly ? (
          <Button
            size="sm"
            data-guess
            aria-label={`Confirm the guess for ${column.name}`}
            onPress={({ target }) => {
              toNextGuess(target);
              onConfirm();
            }}
          >
            Confirm
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** The button that was pressed goes away: the next guess is looked at next. */
function toNextGuess(pressed: Element): void {
  const guesses = [...document.querySelectorAll<HTMLElement>('[data-guess]')];
  guesses[guesses.findIndex((guess) => guess === pressed) + 1]?.focus();
}
