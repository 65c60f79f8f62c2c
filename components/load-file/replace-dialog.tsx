'use client';

import { counted } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DropArea } from '@/components/ui/drop-area';
import type { Load } from '@/lib/workspace/model';
import { PasteCells } from './paste-cells';

/** Says what another file keeps and loses, before it takes the place of the one that is there. */
export function ReplaceDialog({
  load,
  accept,
  onFile,
  onClose,
}: {
  readonly load: Load;
  readonly accept: readonly string[];
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
}) {
  const ofRows = load.repairs.filter(({ kind }) => kind !== 'column').length;
  return (
    <Dialog
      title={`Replace ${load.source?.name ?? 'the file'}?`}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>Keep the file</Button>}
    >
      <p>
        Columns you chose by hand go with their headings; the others are matched anew and shown to you. Rules
        for whole columns stay.
        {ofRows === 0
          ? ''
          : ` ${counted(ofRows, 'repair')} of single rows will be dropped, because the rows are others.`}
      </p>
      <DropArea
        compact
        label="Drop the other file here"
        hint="The copy of the former file in this browser is replaced."
        accept={accept}
        onFile={onFile}
      />
      <PasteCells onFile={onFile} />
    </Dialog>
  );
}
