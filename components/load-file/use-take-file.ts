'use client';

import { useState } from 'react';
import { useDesk } from '@/components/intake/intake-provider';
import { headingsBefore } from '@/components/load-frame/carry-rules';
import { withReading, withSource, type LoadChange } from '@/components/load-frame/load-change';
import type { Ground } from '@/components/load-frame/ground';
import { readAs } from '@/components/messages/files';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { announce } from '@/components/ui/announcer';
import type { FileHead } from '@/lib/files/model';
import type { CallTake } from '@/lib/intake/protocol';
import type { Load } from '@/lib/workspace/model';
import { carryMapping } from './carry-mapping';
import { chosenWith } from './chosen-so-far';

type Source = NonNullable<Load['source']>;

/** Takes a file into a load, or reads the same one by another dialect, and saves what follows from it. */
export function useTakeFile({ load, table, schema, workspace }: Ground) {
  const desk = useDesk();
  const { updateLoad } = useWorkspaceActions();
  const [failure, setFailure] = useState<unknown>(null);

  const save = (head: FileHead, source: Source, change: (source: Source, before: Load) => LoadChange) =>
    updateLoad(load.id, (before) => {
      // Keeping a small file may end before this record is written; then its end was news to nobody.
      const { fingerprint, kept } = desk.state(load.id).keeping ?? {};
      const full = { ...source, ...(fingerprint ? { fingerprint } : {}), ...(kept ? { kept } : {}) };
      const { dialect, header, sections } = head;
      return change({ ...full, dialect, header, ...(sections ? { sections } : {}) }, before)(before);
    });
  const mappingFor = (head: FileHead, before: Load) =>
    carryMapping(
      table,
      { mapping: before.mapping, header: headingsBefore(before.source, head) },
      { header: head.header, rows: head.rows.map(({ cells }) => cells) },
      { saved: workspace.savedMappings ?? [], schemaFingerprint: schema.fingerprint },
    );

  /** False where it failed. Refusals are news of the desk (`openTrouble`); only what could not be written down ends up here. */
  const run = async (work: () => Promise<unknown>) => {
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      if (desk.state(load.id).openTrouble === null) setFailure(error);
      return false;
    }
  };
  const take = (file: File) =>
    run(async () => {
      const head = await desk.open({ loadId: load.id, file });
      const source: Source = {
        name: file.name,
        sizeBytes: head.sizeBytes,
        lastModified: file.lastModified,
        dialect: head.dialect,
        header: head.header,
      };
      await save(head, source, (full, before) => withSource(full, mappingFor(head, before)));
      announce(readAs(head));
    });
  const read = (dialect: NonNullable<CallTake<'open'>['dialect']>) =>
    run(async () => {
      if (load.source === null) return;
      const choice = chosenWith(load.source.dialect, dialect);
      const head = await desk.open({ loadId: load.id, dialect: choice });
      await save(head, load.source, (full, before) => withReading(full, mappingFor(head, before)));
      announce(readAs(head));
    });
  return { take, read, failure };
}
