'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { CallTake, IntakeTrouble } from '@/lib/intake/protocol';
import { troubleOf } from './desk-state';
import { useDesk } from './intake-provider';
import { saveFile } from './save-file';
import { TroubleNote } from './trouble-note';

/** A CSV made by the worker: formula-safe, in the user's own columns. */
export function DownloadButton({
  loadId,
  what,
  label,
  isDisabled = false,
}: {
  readonly loadId: string;
  readonly what: CallTake<'export'>['what'];
  readonly label: string;
  readonly isDisabled?: boolean;
}) {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<IntakeTrouble | null>(null);
  const make = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      const { file, name } = await desk.call('export', { loadId, what });
      saveFile(file, name);
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button size="sm" pending={busy} isDisabled={isDisabled} onPress={() => void make()}>
        {busy ? null : <Download aria-hidden />}
        {label}
      </Button>
      {trouble === null ? null : <TroubleNote trouble={trouble} />}
    </>
  );
}
