'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowRight, FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { useLanding } from '@/components/connect/landing';
import { ITEM_ACTION } from '@/components/messages/next-action';
import { Trouble } from '@/components/messages/trouble';
import { sessionQuery, useConnect } from '@/components/queries/gateway';
import { address } from '@/components/road/addresses';
import { ImportHandover } from '@/components/storage/import-handover';
import { Button, LinkButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { derive } from '@/lib/checklist/derive';
import { ChecklistSections } from './checklist-sections';
import { ActionCard } from './action-card';

const NOTHING_DONE = derive({ workspace: null, loads: [], session: 'unknown', schema: null, now: 0 });

/** Nobody was here before: what this is, how to begin, and the whole road at a glance. */
export function FirstRun() {
  const hasSandbox = useQuery(sessionQuery()).data?.hosts.sandbox === true;
  return (
    <>
      <PageHead
        title="From your spreadsheets to rows in Peak"
        lead="Peak Onramp walks you down the onboarding checklist of Data Ingestion API v2. Files are read and checked in this browser; you see every problem before a single row is sent, and get an account of every row after."
      />
      <ActionCard
        eyebrow="Start here"
        words={ITEM_ACTION['token-generated']}
        button={
          <>
            <LinkButton look="primary" href={address.connect()}>
              Connect
              <ArrowRight aria-hidden />
            </LinkButton>
            {hasSandbox ? <TrySandbox /> : null}
          </>
        }
      />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="max-w-2xl text-sm text-ink-3">
          What follows is the vendor’s checklist, item by item. Whatever the app can prove ticks itself and
          names the proof. Taking over from a colleague? Import their handover.
        </p>
        <ImportHandover />
      </div>
      <ChecklistSections checklist={NOTHING_DONE} now={0} />
    </>
  );
}

function TrySandbox() {
  const connect = useConnect();
  const land = useLanding();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const begin = async () => {
    setTrouble(null);
    setBusy(true);
    try {
      await land(await connect.mutateAsync({ name: 'Sandbox', host: { kind: 'sandbox', tenant: 'a' } }));
    } catch (error) {
      setTrouble(error);
      setBusy(false);
    }
  };
  return (
    <>
      <Button pending={isBusy} onPress={() => void begin()}>
        {isBusy ? null : <FlaskConical aria-hidden />}
        Try it with the sandbox
      </Button>
      {trouble === null ? null : <Trouble error={trouble} onRetry={() => void begin()} />}
    </>
  );
}
