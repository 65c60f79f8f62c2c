'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { troubleOf } from '@/components/intake/desk-state';
import { useDesk } from '@/components/intake/intake-provider';
import { TroubleNote } from '@/components/intake/trouble-note';
import { useRowName } from '@/components/load-frame/row-names';
import { withRepairs } from '@/components/load-frame/load-change';
import { counted } from '@/components/messages/format';
import { broughtBackWords, editedColumn } from '@/components/messages/repair';
import { Button } from '@/components/ui/button';
import { DropArea } from '@/components/ui/drop-area';
import { newId } from '@/lib/base/ids';
import type { CallGive, IntakeTrouble } from '@/lib/intake/protocol';
import type { Review } from './use-review';

interface Brought {
  readonly name: string;
  readonly back: CallGive<'readBack'>;
}

/** Takes a file of repaired rows, says what it would change, and changes just that once it is told to. */
export function BringBack({ loadId, review }: { readonly loadId: string; readonly review: Review }) {
  const desk = useDesk();
  const rowName = useRowName();
  const [brought, setBrought] = useState<Brought | null>(null);
  const [trouble, setTrouble] = useState<IntakeTrouble | null>(null);
  const take = async (file: File) => {
    setBrought(null);
    setTrouble(null);
    try {
      setBrought({ name: file.name, back: await desk.call('readBack', { loadId, file }) });
    } catch (error) {
      setTrouble(troubleOf(error));
    }
  };
  const apply = ({ name, back }: Brought) => {
    review.changeRows(withRepairs([{ id: newId(), kind: 'cells', from: name, edits: back.edits }]));
    setBrought(null);
  };
  return (
    <div className="flex flex-col gap-3">
      <DropArea
        compact
        label="Drop the repaired rows here"
        hint="The file of rows held back, after you worked on it. Only those rows change, and only where a cell differs."
        accept={['.csv', '.tsv', '.txt', '.xlsx']}
        onFile={(file) => void take(file)}
      />
      {trouble === null ? null : <TroubleNote trouble={trouble} />}
      {brought === null ? null : (
        <div className="rounded-lg border border-line bg-sunken p-4 text-sm">
          <div role="status" className="flex flex-col gap-1">
            {broughtBackWords(brought.back, brought.name).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <ul aria-label="Samples" className="mt-3 flex flex-col gap-1 font-mono text-xs">
            {brought.back.samples.map(({ row, column, position, before, text }) => (
              <li key={`${row} ${position ?? column}`} className="flex flex-wrap items-center gap-x-2">
                <span className="text-ink-3">
                  row {rowName(row)}, {editedColumn({ column, position })}
                </span>
                <span className="break-all">{before === '' ? '(empty)' : before}</span>
                <ArrowRight role="img" aria-label="becomes" className="size-3.5 shrink-0 text-ink-3" />
                <span className="font-semibold break-all">{text === '' ? '(empty)' : text}</span>
              </li>
            ))}
          </ul>
          <div className="mt-3 flex flex-wrap gap-2">
            <Button
              size="sm"
              look="primary"
              isDisabled={brought.back.edits.length === 0}
              onPress={() => apply(brought)}
            >
              Take over {counted(brought.back.edits.length, 'cell')}
            </Button>
            <Button size="sm" onPress={() => setBrought(null)}>
              Leave it
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
