'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { counted } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import type { CallTake, IntakeTrouble } from '@/lib/intake/protocol';
import { troubleOf } from './desk-state';
import { useDesk } from './intake-provider';
import { saveFile } from './save-file';
import { TroubleNote } from './trouble-note';

/** A file made by the worker: formula-safe, in the user's own columns. */
export function DownloadButton({
  loadId,
  what,
  label,
  isDisabled = false,
  words,
}: {
  readonly loadId: string;
  readonly what: CallTake<'export'>['what'];
  readonly label: string;
  readonly isDisabled?: boolean;
  /** What findings mean, by their code, for the notes of a workbook. */
  readonly words?: Readonly<Record<string, string>>;
}) {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const [leftOut, setLeftOut] = useState(0);
  const [trouble, setTrouble] = useState<IntakeTrouble | null>(null);
  const make = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      const made = await desk.call('export', { loadId, what, ...(words === undefined ? {} : { words }) });
      saveFile(made.file, made.name);
      setLeftOut(made.notesLeftOut ?? 0);
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
      {leftOut === 0 ? null : (
        <p role="status" className="w-full text-sm text-warn">
          {counted(leftOut, 'note')} left out: a workbook with more than 20,000 of them takes minutes to open.
          The findings file (CSV) names them all.
        </p>
      )}
      {trouble === null ? null : <TroubleNote trouble={trouble} />}
    </>
  );
}
