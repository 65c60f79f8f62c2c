'use client';

import { useState } from 'react';
import { Trouble } from '@/components/messages/trouble';
import type { Ready } from '@/components/connect/workspace-gate';
import { formatWhen } from '@/components/messages/format';
import { scheduleTicket } from '@/components/messages/optional';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { Ticket } from '@/components/solution/ticket';
import { Checkbox } from '@/components/ui/checkbox';
import { Panel } from '@/components/ui/panel';
import { TextField } from '@/components/ui/text-field';
import type { TableSpec } from '@/lib/peak/model';

const USUAL = 'every 30 minutes (*/30 * * * *)';

const CHANGES = [
  ['Without', 'Rows pass a queue and are stored within a few seconds of the answer.'],
  ['With', 'Rows wait in a buffer and are stored together at the next tick, by default every 30 minutes.'],
  ['The same', 'Address, headers and body of a request. A 200 means “accepted” either way, not “written”.'],
  [
    'Failures',
    'Checked once more at the tick, so a row can fail late: look into the failed-rows table after it.',
  ],
] as const;

/** Scheduled ingestion is switched on by Peak's staff: what it changes, and a text to ask for it. */
export function SchedulePanel({
  ready: { workspace, connection, solution },
  tables,
}: {
  readonly ready: Ready;
  readonly tables: readonly TableSpec[];
}) {
  const { recordFacts } = useWorkspaceActions();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [every, setEvery] = useState(USUAL);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [now] = useState(() => Date.now());
  const requested = workspace.facts.schedulingRequested;
  const mark = (is: boolean) =>
    recordFacts(workspace.id, { schedulingRequested: is ? { at: Date.now() } : undefined }).catch(setTrouble);
  return (
    <Panel
      title="Ask for scheduled ingestion"
      note="Fewer, larger writes into the warehouse. Peak’s staff switch it on, table by table; newer tenants have it everywhere."
    >
      <div className="flex flex-col gap-5">
        <dl className="grid gap-x-8 gap-y-3 text-sm md:grid-cols-2">
          {CHANGES.map(([term, text]) => (
            <div key={term} className="border-l-2 border-line pl-3">
              <dt className="font-medium">{term}</dt>
              <dd className="text-ink-2">{text}</dd>
            </div>
          ))}
        </dl>
        <fieldset className="flex flex-col gap-2">
          <legend className="pb-2 text-sm font-medium">Tables to schedule</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {tables.map(({ name }) => (
              <Checkbox
                key={name}
                isSelected={picked.includes(name)}
                onChange={(is) => setPicked(is ? [...picked, name] : picked.filter((each) => each !== name))}
              >
                <span className="font-mono text-[0.8125rem] break-all">{name}</span>
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <TextField
          label="How often"
          isRequired
          value={every}
          onChange={setEvery}
          hint="In words or as a cron line of five or six fields, in UTC. Less than a minute is refused."
        />
        <Ticket
          text={scheduleTicket({
            solutionName: solution.solutionName,
            host: connection.host,
            tables: picked,
            every,
          })}
        >
          <h3 className="text-sm font-medium">The text for Peak’s support</h3>
        </Ticket>
        {trouble === null ? null : <Trouble error={trouble} />}
        <Checkbox isSelected={requested !== undefined} onChange={(is) => void mark(is)}>
          I have sent the request
          {requested === undefined ? null : (
            <span className="text-ink-3">
              , marked {formatWhen(requested.at, Math.max(now, requested.at))}
            </span>
          )}
        </Checkbox>
      </div>
    </Panel>
  );
}
