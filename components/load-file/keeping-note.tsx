'use client';

import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useDeskPart } from '@/components/intake/intake-provider';
import { formatBytes } from '@/components/messages/format';
import { KEPT_WORDS, PERSIST_WORDS } from '@/components/messages/intake';
import { Progress } from '@/components/ui/progress';
import type { Load } from '@/lib/workspace/model';

type Answer = keyof typeof PERSIST_WORDS;

/** Asked once per tab; some browsers put the question to the user. */
let asked: Promise<Answer> | undefined;

async function ask(): Promise<Answer> {
  try {
    if (await navigator.storage.persisted()) return 'granted';
    return (await navigator.storage.persist()) ? 'granted' : 'denied';
  } catch {
    return 'unknown';
  }
}

/** Where the bytes of the file are, and whether they will still be there after a reload. */
export function KeepingNote({ load }: { readonly load: Load }) {
  const keeping = useDeskPart(load.id, (state) => state.keeping);
  const [answer, setAnswer] = useState<Answer>('asking');
  useEffect(() => {
    let gone = false;
    asked ??= ask();
    void asked.then((answered) => (gone ? undefined : setAnswer(answered)));
    return () => {
      gone = true;
    };
  }, []);

  const kept = load.source?.kept ?? keeping?.kept;
  if (kept === undefined && keeping !== null)
    return (
      <Progress
        label="Copying the file into this browser’s storage"
        value={keeping.bytes}
        max={keeping.totalBytes}
        text={`${formatBytes(keeping.bytes)} of ${formatBytes(keeping.totalBytes)}`}
      />
    );
  if (kept === undefined) return null;
  const stored = kept === 'stored';
  const Icon = stored ? CircleCheck : TriangleAlert;
  return (
    <p role="status" className="flex items-start gap-2 text-sm text-ink-2">
      <Icon
        aria-hidden
        className={stored ? 'mt-0.5 size-4 shrink-0 text-good' : 'mt-0.5 size-4 shrink-0 text-warn'}
      />
      <span>
        {KEPT_WORDS[kept]}
        {stored ? ` ${PERSIST_WORDS[answer]}` : ''}
      </span>
    </p>
  );
}
