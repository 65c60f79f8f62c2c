'use client';

import { useRef } from 'react';
import { FailureNote } from '@/components/intake/failure-note';
import type { Ground } from '@/components/load-frame/ground';
import { counted } from '@/components/messages/format';
import { enteredLines, flushWords, leftLines } from '@/components/messages/late';
import { useNow } from '@/components/road/now';
import { Callout } from '@/components/ui/callout';
import { Disclosure } from '@/components/ui/disclosure';
import { Panel } from '@/components/ui/panel';
import type { LateReading } from '@/lib/intake/protocol-late';
import { LateForm } from './late-form';
import { LateTold } from './late-told';
import { useLate } from './use-late';

/** Accepted is not written: what failed afterwards is told here, and moves the account. */
export function LatePanel({ ground }: { readonly ground: Ground }) {
  const { load, table, connection } = ground;
  const late = useLate(load, table);
  const now = useNow();
  const teller = useRef<HTMLDivElement>(null);
  const { told } = late;
  return (
    <Panel
      title="Did the warehouse refuse any later?"
      note="Accepted rows can still fail when they are written; only the warehouse knows"
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm text-ink-2">{flushWords(connection.hostKind, told?.lastAcceptedAt, now)}</p>
        {late.failure === null ? null : <FailureNote error={late.failure} />}
        {late.reading === null ? null : <Read reading={late.reading} />}
        {told === undefined || told.told.length === 0 ? null : (
          <LateTold
            late={late}
            told={told.told}
            standing={load.account?.laterFailed}
            // What was pressed is gone then, and the next thing to do may be to tell it anew.
            onTakenBack={() => teller.current?.querySelector('button')?.focus()}
          />
        )}
        <div ref={teller}>
          <Disclosure title="Tell of rows that failed later">
            <LateForm ground={ground} late={late} />
          </Disclosure>
        </div>
      </div>
    </Panel>
  );
}

/** What became of the lines of an export. */
function Read({ reading }: { readonly reading: LateReading }) {
  const { lines, moved } = reading;
  const left = [...enteredLines(reading), ...leftLines(reading)];
  return (
    <Callout
      live
      tone={moved > 0 ? 'warn' : 'neutral'}
      title={
        moved > 0
          ? `${counted(moved, 'row')} failed after ${moved === 1 ? 'it was' : 'they were'} accepted`
          : 'No row of this load failed later, by this file'
      }
    >
      <p>{counted(lines, 'line')} read.</p>
      {left.length === 0 ? null : (
        <ul className="list-disc pl-5">
          {left.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Callout>
  );
}
