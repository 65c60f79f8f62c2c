'use client';

import { ArrowRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { troubleOf } from '@/components/intake/desk-state';
import { useDesk } from '@/components/intake/intake-provider';
import { TroubleNote } from '@/components/intake/trouble-note';
import { useRowName } from '@/components/load-frame/row-names';
import { withRepairs } from '@/components/load-frame/load-change';
import { counted } from '@/components/messages/format';
import { broughtBackWords, editedColumn } from '@/components/messages/repair';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { DropArea } from '@/components/ui/drop-area';
import { focusPageHead } from '@/components/ui/focus-page-head';
import { newId } from '@/lib/base/ids';
import type { CallGive, IntakeTrouble } from '@/lib/intake/protocol';
import type { Review } from './use-review';

interface Brought {
  readonly name: string;
  readonly back: CallGive<'readBack'>;
}

const EMPTY = <i className="font-sans font-normal text-ink-3">empty</i>;

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
  const box = useRef<HTMLDivElement>(null);
  const close = () => {
    setBrought(null);
    // The button that was pressed is gone; the next file is chosen where the last one was.
    box.current?.querySelector<HTMLElement>('button:not([aria-labelledby])')?.focus();
  };
  const apply = ({ name, back }: Brought) => {
    review.changeRows(withRepairs([{ id: newId(), kind: 'cells', from: name, edits: back.edits }]));
    setBrought(null);
    // With the last row that was held back this panel goes, too.
    focusPageHead();
  };
  const more = brought === null ? 0 : brought.back.edits.length - brought.back.samples.length;
  return (
    <div ref={box} className="flex flex-col gap-3">
      <DropArea
        compact
        quiet={brought !== null}
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
              <p key={sentence} className={cx(brought.back.missing.length > 0 && 'font-medium text-warn')}>
                {sentence}
              </p>
            ))}
          </div>
          <ul aria-label="Samples" className="mt-3 flex flex-col gap-1 font-mono text-xs empty:hidden">
            {brought.back.samples.map(({ row, column, position, before, text }) => (
              <li key={`${row} ${position ?? column}`} className="flex flex-wrap items-center gap-x-2">
                <span className="text-ink-3">
                  row {rowName(row)}, {editedColumn({ column, position })}
                </span>
                <span className="break-all">{before === '' ? EMPTY : before}</span>
                <ArrowRight role="img" aria-label="becomes" className="size-3.5 shrink-0 text-ink-3" />
                <span className="font-semibold break-all">{text === '' ? EMPTY : text}</span>
              </li>
            ))}
            {more > 0 ? (
              <li className="font-sans text-ink-3">and {counted(more, 'more cell', 'more cells')}</li>
            ) : null}
          </ul>
          <div className="mt-3 flex flex-wrap gap-2">
            {brought.back.edits.length === 0 ? null : (
              <Button size="sm" look="primary" onPress={() => apply(brought)}>
                Take over {counted(brought.back.edits.length, 'cell')}
              </Button>
            )}
            <Button size="sm" onPress={close}>
              {brought.back.edits.length === 0 ? 'Close' : 'Leave it'}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
