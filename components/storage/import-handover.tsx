'use client';

import { Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { HANDOVER_WORDS } from '@/components/messages/handover';
import { Trouble } from '@/components/messages/trouble';
import { useImportHandover } from '@/components/queries/handover';
import { address } from '@/components/road/addresses';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { HandoverRefusal } from '@/lib/workspace/handover';

/** Takes in what a colleague exported: a new onboarding, nothing overwritten. */
export function ImportHandover() {
  const router = useRouter();
  const take = useImportHandover();
  const [refusal, setRefusal] = useState<{ code: HandoverRefusal; detail?: string } | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const read = async (file: File) => {
    setRefusal(null);
    setTrouble(null);
    try {
      const taken = await take(file);
      if (taken.ok) router.push(address.home(taken.value.id));
      else setRefusal(taken.error);
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <FileTrigger
        acceptedFileTypes={['application/json', '.json']}
        onSelect={(files) => {
          const file = files?.item(0);
          if (file !== null && file !== undefined) void read(file);
        }}
      >
        <Button>
          <Upload aria-hidden />
          Import a handover
        </Button>
      </FileTrigger>
      {refusal === null ? null : (
        <Callout tone="bad" live title={HANDOVER_WORDS[refusal.code].what}>
          {HANDOVER_WORDS[refusal.code].todo}
          {refusal.detail === undefined ? null : (
            <span className="mt-1 block font-mono text-xs">{refusal.detail}</span>
          )}
        </Callout>
      )}
      {trouble === null ? null : <Trouble error={trouble} />}
    </div>
  );
}
