'use client';

import { useState } from 'react';
import type { Ground } from '@/components/load-frame/ground';
import { counted, formatCount, formatWhen } from '@/components/messages/format';
import {
  DOUBT_EXPLANATION,
  SETTLE_CHOICES,
  reasonSentence,
  type SettleChoice,
} from '@/components/messages/submission';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { DataTable } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { Panel } from '@/components/ui/panel';
import type { Sending } from './use-sending';

const CHOICES: readonly SettleChoice[] = ['treated-as-stored', 'sent-again'];

/** Batches of which nobody here can know; the user is told what each choice means, and chooses. */
export function DoubtPanel({ ground, sending }: { readonly ground: Ground; readonly sending: Sending }) {
  const { load, solution, table } = ground;
  const { inDoubt, account, moving } = sending;
  const [busy, setBusy] = useState<SettleChoice | null>(null);
  if (inDoubt.length === 0 || moving) return null;
  const operation = load.plan?.operation ?? load.operation;
  const rows = inDoubt.reduce((sum, entry) => sum + entry.rows, 0);
  const advice = DOUBT_EXPLANATION[operation];
  const query = `SELECT COUNT(*) FROM ${solution.targetSchemaName}.${table.name};`;
  const choose = async (choice: SettleChoice) => {
    setBusy(choice);
    await sending.settle(choice);
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
          caption="Batches in doubt"
          rows={inDoubt}
          rowKey={({ index }) => String(index)}
          className="rounded-lg border border-line"
          columns={[
            { key: 'batch', head: 'Batch', align: 'right', cell: ({ index }) => formatCount(index + 1) },
            { key: 'rows', head: 'Rows', align: 'right', cell: (entry) => formatCount(entry.rows) },
            { key: 'sent', head: 'Sent', cell: ({ sentAt }) => formatWhen(sentAt, sentAt) },
            {
              key: 'why',
              head: 'Why',
              cell: ({ reason }) => (reason === undefined ? 'No answer.' : reasonSentence(reason)),
            },
          ]}
        />
        <div className="grid gap-3 md:grid-cols-3">
          <div className="flex flex-col gap-2 rounded-card border border-line p-4">
            <h3 className="font-medium">Check first</h3>
            <p className="text-sm text-ink-2">
              Count the rows in the warehouse, then choose.{' '}
              {operation === 'APPEND'
                ? `This load has ${formatCount(account?.accepted ?? 0)} rows accepted; if the batches in doubt were stored, there are ${formatCount(rows)} more.`
                : ''}{' '}
              Accepted rows may take a while to be written.
            </p>
            <Disclosure title="The query">
              <p className="mb-2 font-mono text-xs break-all">{query}</p>
              <CopyButton text={query} />
            </Disclosure>
          </div>
          {CHOICES.map((choice) => (
            <div key={choice} className="flex flex-col gap-2 rounded-card border border-line p-4">
              <h3 className="font-medium">{SETTLE_CHOICES[choice].label}</h3>
              <p className="flex-1 text-sm text-ink-2">{SETTLE_CHOICES[choice].meaning[operation]}</p>
              <Button
                size="sm"
                pending={busy === choice}
                isDisabled={busy !== null && busy !== choice}
                onPress={() => void choose(choice)}
              >
                {SETTLE_CHOICES[choice].label}: {counted(rows, 'row')}
              </Button>
            </div>
          ))}
        </div>
      </div>
    </Panel>
  );
}
