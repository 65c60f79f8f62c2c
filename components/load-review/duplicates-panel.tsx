'use client';

import type { Ground } from '@/components/load-frame/ground';
import { withDuplicates, type LoadChange } from '@/components/load-frame/load-change';
import { keysUndecided } from '@/components/load-frame/said-of-copies';
import { counted, formatCount } from '@/components/messages/format';
import { duplicateWords, tiedKeys, undecidedKeys } from '@/components/messages/repair';
import { ChoiceCards } from '@/components/ui/choice-cards';
import { cx } from '@/components/ui/cx';
import { Disclosure } from '@/components/ui/disclosure';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import type { FileHead } from '@/lib/files/model';
import type { RowFilter } from '@/lib/intake/protocol';
import { DUPLICATE_POLICIES, duplicatePolicy } from '@/lib/repair/model';
import type { CheckSummary } from '@/lib/validation/model';
import { hasMoments } from '@/lib/validation/date-check';
import { newestProblem } from '@/lib/validation/rank';
import { DuplicateExamples } from './duplicate-examples';

/** Rows of one key: how many give way, how many of them say something else, and whose word counts. */
export function DuplicatesPanel({
  ground,
  summary,
  isChecked,
  head,
  readOnly,
  onChange,
  onShow,
}: {
  readonly ground: Ground;
  readonly summary: CheckSummary;
  readonly isChecked: boolean;
  readonly head: FileHead;
  readonly readOnly: boolean;
  readonly onChange: (change: LoadChange) => void;
  readonly onShow: (filter: RowFilter, row?: number) => void;
}) {
  const { load, table } = ground;
  const { duplicates } = summary;
  if (duplicates.keys === 0) return null;
  const ranked = table.columns.filter(({ name }) => newestProblem(name, table, load.mapping) === undefined);
  // A moment tells which row is the newest; a number may be a version. It is shown, and another one can be chosen.
  const chosen = ranked.find(({ name }) => name === load.newestBy);
  const newestBy = chosen ?? ranked.find(({ type }) => type === 'timestamp' || type === 'date') ?? ranked[0];
  const isOpen = load.duplicates === 'keep-newest' && chosen === undefined;
  const undecided = readOnly ? 0 : keysUndecided(load, summary);
  const staysOne = load.duplicates !== 'hold-all' && !isOpen;
  const zoned = table.columns.some((column) => table.primaryKey.includes(column.name) && hasMoments(column));
  const choices = DUPLICATE_POLICIES.filter((policy) => policy !== 'keep-newest' || newestBy !== undefined);
  return (
    <Panel
      title="Rows of the same key"
      note={`The key of this table is ${table.primaryKey.join(' + ')}. ${counted(duplicates.keys, 'key')} ${duplicates.keys === 1 ? 'occurs' : 'occur'} more than once.${zoned ? ' Times in two zones that are one moment are one key.' : ''}`}
    >
      <div className="flex flex-col gap-4">
        <p
          id="same-key"
          tabIndex={-1}
          role="status"
          className={cx('font-medium', (isOpen || undecided > 0) && 'text-warn')}
        >
          {undecided > 0 ? undecidedKeys(undecided) : outcome(load.duplicates, summary, chosen !== undefined)}
          {undecided === 0 && duplicates.conflicting > 0 && load.duplicates !== 'keep-all' ? (
            <span className="text-warn"> {differing(duplicates.conflicting, staysOne)}</span>
          ) : null}
          {duplicates.tied === undefined || chosen === undefined ? null : (
            <span className="text-warn"> {tiedKeys(duplicates.tied, duplicates.keys, chosen.name)}</span>
          )}
        </p>
        <ChoiceCards
          label="What to do with them"
          columns={choices.length % 2 === 1 ? 3 : 2}
          value={undecided > 0 ? null : load.duplicates}
          isDisabled={readOnly}
          onChange={(value) => onChange(withDuplicates(duplicatePolicy.parse(value), newestBy?.name))}
          choices={choices.map((policy) => ({ value: policy, ...duplicateWords(policy, load.operation) }))}
        />
        {load.duplicates !== 'keep-newest' || newestBy === undefined ? null : (
          <Select
            label="The newest is told by"
            className="w-72 max-w-full"
            placeholder="Choose a column"
            hint={
              isOpen
                ? 'Take the one that grows with every change of a row, such as a time or a version.'
                : undefined
            }
            isDisabled={readOnly}
            value={chosen?.name ?? null}
            options={ranked.map(({ name, type }) => ({ value: name, text: name, note: type }))}
            onChange={(name) => onChange(withDuplicates('keep-newest', name))}
          />
        )}
        {duplicates.examples.length === 0 ? null : (
          <Disclosure title="Rows that differ, for example" open>
            <DuplicateExamples
              loadId={load.id}
              table={table}
              examples={duplicates.examples}
              isChecked={isChecked}
              headerRow={head.dialect.headerRow}
              onShow={onShow}
            />
          </Disclosure>
        )}
      </div>
    </Panel>
  );
}

const differing = (count: number, staysOne: boolean): string =>
  staysOne
    ? `${formatCount(count)} of them ${count === 1 ? 'differs' : 'differ'} from the row that stays, so what they say is not sent.`
    : `${counted(count, 'row')} ${count === 1 ? 'differs' : 'differ'} from another of the same key.`;

function outcome(
  policy: Ground['load']['duplicates'],
  { duplicates, superseded, held }: CheckSummary,
  isNewestKnown: boolean,
): string {
  switch (policy) {
    case 'keep-all':
      return `Every row is sent: ${counted(duplicates.extraRows, 'row')} more than there are keys.`;
    case 'hold-all':
      return `All rows of these keys are held back; ${counted(held, 'row is', 'rows are')} held back in all.`;
    case 'keep-last':
      return `${counted(superseded, 'row')} will be superseded by a later row of the same key.`;
    case 'keep-newest':
      if (!isNewestKnown)
        return 'No column is chosen that tells the newest: all rows of these keys are held back until one is.';
      return `${counted(superseded, 'row')} will be superseded by a newer row of the same key.`;
    case 'keep-first':
      return `${counted(superseded, 'row')} will be superseded by an earlier row of the same key.`;
  }
}
