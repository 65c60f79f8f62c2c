'use client';

import { useState } from 'react';
import type { Ground } from '@/components/load-frame/ground';
import { useRowName } from '@/components/load-frame/row-names';
import { counted, formatCount, formatWhen } from '@/components/messages/format';
import { SETTLED, doubtAdvice, reasonSentence } from '@/components/messages/submission';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { DataTable } from '@/components/ui/data-table';
import { Panel } from '@/components/ui/panel';
import { CheckBatches } from './check-batches';
import { DoubtChoices } from './doubt-choices';
import { RawAnswer } from './raw-answer';
import type { Decision, Doubt, Sending } from './use-sending';

/** Rows that one query asks for: its text stays far below the 16 MB that a Redshift statement may have. */
const QUERY_ROWS = 20_000;

/** As many of the first batches as one query asks for; at least one. */
function firstBatches(doubts: readonly Doubt[]): readonly Doubt[] {
  let rows = 0;
  return doubts.filter((doubt, at) => (rows += doubt.rows) <= QUERY_ROWS || at === 0);
}

const batchesWords = (some: number, all: number): string => {
  if (some < all) return `the first ${formatCount(some)} batches`;
  return some === 2 ? 'both batches' : `all ${formatCount(some)} batches`;
};

/** Batches of which nobody here can know; the user is told what each choice means, and chooses. */
export function DoubtPanel({ ground, sending }: { readonly ground: Ground; readonly sending: Sending }) {
  const { load } = ground;
  const { inDoubt, moving } = sending;
  const rowName = useRowName();
  const [busy, setBusy] = useState<Decision['choice'] | null>(null);
  const [looking, setLooking] = useState<readonly number[]>([]);
  if (inDoubt.length === 0 || moving) return null;
  const operation = load.plan?.operation ?? load.operation;
  const rows = inDoubt.reduce((sum, entry) => sum + entry.rows, 0);
  const reasons = inDoubt.map(({ reason }) => reason);
  const advice = doubtAdvice(operation, reasons);
  const looked = inDoubt.filter(({ index }) => looking.includes(index));
  const together = firstBatches(inDoubt);
  const decide = async (decision: Decision) => {
    setBusy(decision.choice);
    if (await sending.settle(decision)) announce(SETTLED[decision.choice]);
    setBusy(null);
  };
  return (
    <Panel title="In doubt" note={`${counted(inDoubt.length, 'batch', 'batches')}, ${counted(rows, 'row')}`}>
      <div className="flex flex-col gap-4">
        <Callout tone="bad" live title={advice.what}>
          <p>{advice.why}</p>
          <p className="font-medium text-ink">{advice.todo}</p>
        </Callout>
        <DataTable
          stacks
          caption="Batches in doubt"
          rows={inDoubt}
          rowKey={({ index }) => String(index)}
          className="rounded-lg border border-line"
          columns={[
            { key: 'batch', head: 'Batch', align: 'right', cell: ({ index }) => formatCount(index + 1) },
            { key: 'rows', head: 'Rows', align: 'right', cell: (entry) => formatCount(entry.rows) },
            {
              key: 'span',
              head: 'In the file',
              cell: ({ firstRow, lastRow }) => `rows ${rowName(firstRow)} to ${rowName(lastRow)}`,
            },
            {
              key: 'check',
              head: 'Check first',
              cell: ({ index }) => (
                <Button
                  size="sm"
                  isDisabled={busy !== null}
                  aria-label={`Get the query for batch ${formatCount(index + 1)}`}
                  onPress={() => setLooking([index])}
                >
                  Get the query
                </Button>
              ),
            },
            { key: 'sent', head: 'Sent', cell: ({ sentAt }) => formatWhen(sentAt, sentAt) },
            {
              key: 'why',
              head: 'Why',
              cell: ({ reason, raw }) => (
                <>
                  {reason === undefined ? 'No answer.' : reasonSentence(reason)}
                  <RawAnswer raw={raw} />
                </>
              ),
            },
          ]}
        />
        {together.length < 2 ? null : (
          <div>
            <Button
              size="sm"
              isDisabled={busy !== null}
              onPress={() => setLooking(together.map(({ index }) => index))}
            >
              Get one query for {batchesWords(together.length, inDoubt.length)}
            </Button>
          </div>
        )}
        {looked.length === 0 ? null : (
          <CheckBatches
            key={looked.map(({ index }) => index).join()}
            ground={ground}
            sending={sending}
            doubts={looked}
            busy={busy}
            onDecide={(decision) => void decide(decision)}
          />
        )}
        {looked.length > 0 ? (
          <p>
            <Button
              size="sm"
              look="quiet"
              className="-ml-3"
              isDisabled={busy !== null}
              onPress={() => setLooking([])}
            >
              Decide without looking
            </Button>
          </p>
        ) : (
          <DoubtChoices
            operation={operation}
            rows={rows}
            busy={busy}
            onDecide={(choice) => void decide({ choice })}
          />
        )}
      </div>
    </Panel>
  );
}
