'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatBytes, formatCount } from '@/components/messages/format';
import { usageQuery } from '@/components/queries/usage';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { Stat } from '@/components/ui/stat';
import type { Usage } from '@/lib/workspace/usage';

/** How much is kept, how much room there is, and whether the browser promised to leave it alone. */
export function SpacePanel({ usage }: { readonly usage: Usage }) {
  const files = usage.files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <Panel>
      <dl className="grid grid-cols-2 gap-5 sm:grid-cols-4">
        <Stat label="Kept in all" value={formatBytes(usage.usedBytes)} note="the browser’s estimate" />
        <Stat
          label="Files"
          value={formatBytes(files)}
          note={usage.files.length === 1 ? '1 file' : `${formatCount(usage.files.length)} files`}
        />
        <Stat label="Room there is" value={formatBytes(usage.quotaBytes)} note="as the browser allows" />
        <Stat
          label="Kept for good"
          value={usage.persisted ? 'Yes' : 'Not promised'}
          tone={usage.persisted ? 'good' : 'warn'}
        />
      </dl>
      {usage.persisted ? null : <AskToKeep />}
    </Panel>
  );
}

function AskToKeep() {
  const client = useQueryClient();
  const [answer, setAnswer] = useState<'unasked' | 'refused'>('unasked');
  const ask = async () => {
    const isGranted = await navigator.storage.persist();
    if (isGranted) await client.invalidateQueries({ queryKey: usageQuery().queryKey });
    else setAnswer('refused');
  };
  return (
    <Callout
      className="mt-5"
      tone="warn"
      live={answer === 'refused'}
      title={
        answer === 'refused'
          ? 'The browser did not promise it'
          : 'The browser may clear this by itself when the disk fills up'
      }
      actions={
        <Button size="sm" onPress={() => void ask().catch(() => setAnswer('refused'))}>
          {answer === 'refused' ? 'Ask once more' : 'Ask it to keep everything'}
        </Button>
      }
    >
      {answer === 'refused'
        ? 'Some browsers agree once a site is bookmarked or used for a while. Until then keep your own copy of each file, and export a handover before a long break.'
        : 'Kept files, repairs and the record of what was sent would be gone. It usually agrees when asked.'}
    </Callout>
  );
}
