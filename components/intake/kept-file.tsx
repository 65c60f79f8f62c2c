'use client';

import { useEffect, type ReactNode } from 'react';
import { wantsFile } from '@/components/messages/intake';
import { Button } from '@/components/ui/button';
import { DropArea } from '@/components/ui/drop-area';
import { Skeleton } from '@/components/ui/skeleton';
import type { FileHead } from '@/lib/files/model';
import type { IntakeTrouble } from '@/lib/intake/protocol';
import type { Load } from '@/lib/workspace/model';
import { ACCEPTED_FILES } from './accepted-files';
import { useDesk, useDeskPart } from './intake-provider';
import { TroubleNote } from './trouble-note';

/** Trouble with the load's own file; any other refusal is about a file that did not take its place. */
const isAboutKept = ({ code }: IntakeTrouble): boolean =>
  code === 'file-gone' || code === 'file-changed' || code === 'file-unreadable';

/** Opens the file of a load again after a reload; asks for it where it was not kept, and takes no other one. */
export function KeptFile({
  load,
  children,
}: {
  readonly load: Load;
  readonly children: (head: FileHead) => ReactNode;
}) {
  const desk = useDesk();
  const head = useDeskPart(load.id, (state) => state.head);
  const opening = useDeskPart(load.id, (state) => state.opening);
  const openTrouble = useDeskPart(load.id, (state) => state.openTrouble);
  const { id, source } = load;
  const idle = source !== null && head === null && !opening && openTrouble === null;

  const open = (file?: File) => {
    if (source === null) return;
    const { fingerprint, dialect } = source;
    // What went wrong is news of the desk; there is nothing to add here.
    const opened = desk.open({
      loadId: id,
      dialect,
      ...(file ? { file } : {}),
      ...(fingerprint ? { fingerprint } : {}),
    });
    opened.catch(() => undefined);
  };
  useEffect(() => {
    // The desk is asked, not the render: an effect that runs twice must not open twice.
    if (idle && !desk.state(id).opening) open();
  });

  if (head !== null && openTrouble === null) return children(head);
  if (openTrouble === null) return <Skeleton label="Opening the file" />;
  const isOther = head !== null && wantsFile(openTrouble) && !isAboutKept(openTrouble);
  return (
    <div className="flex flex-col gap-4">
      <TroubleNote
        trouble={openTrouble}
        actions={
          <Button size="sm" onPress={() => open()}>
            {isOther ? `Go on with ${source?.name ?? 'the file'}` : 'Try again'}
          </Button>
        }
      />
      {wantsFile(openTrouble) && !isOther ? (
        <DropArea
          compact
          label={`Choose ${source?.name ?? 'the file'} again`}
          hint="It is compared with the one this load was made with; mapping and repairs stay."
          accept={ACCEPTED_FILES}
          onFile={open}
        />
      ) : null}
      {head === null ? null : children(head)}
    </div>
  );
}
