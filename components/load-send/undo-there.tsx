'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { FailureNote } from '@/components/intake/failure-note';
import { useDesk } from '@/components/intake/intake-provider';
import { saveFile } from '@/components/intake/save-file';
import type { Ground } from '@/components/load-frame/ground';
import { counted } from '@/components/messages/format';
import { undoNotes, unsureRows } from '@/components/messages/undo';
import { useAttempts } from '@/components/queries/workspace';
import { Button } from '@/components/ui/button';
import type { Plan } from '@/lib/submission/model';
import { partsOf } from './parts-of';
import { SqlBox } from './sql-box';

/** More is to be had as a file only: a page that shows megabytes of text stands still. */
const SHOWN_BYTES = 20_000;

interface Made {
  readonly file: Blob;
  readonly text: string | null;
  readonly rows: number;
  readonly unsure: number;
}

/** SQL that finds, counts and removes the rows of this load. */
export function UndoThere({ ground, plan }: { readonly ground: Ground; readonly plan: Plan }) {
  const { load, solution, table } = ground;
  const desk = useDesk();
  const attempts = useAttempts(load).data ?? [];
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [made, setMade] = useState<Made | null>(null);
  const write = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const keyed = (plan.frozenFor ?? table).primaryKey.length > 0;
      const file = load.source?.name ?? 'a file';
      const { operation } = plan;
      const script = await desk.call('undoScript', {
        loadId: load.id,
        parts: partsOf(load, attempts, table),
        schemaName: solution.targetSchemaName,
        notes: undoNotes({ table: plan.table, operation, file, loadId: load.id, keyed }),
      });
      setMade({ ...script, text: script.file.size <= SHOWN_BYTES ? await script.file.text() : null });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-col items-start gap-3">
      {failure === null ? null : <FailureNote error={failure} />}
      <Button size="sm" pending={busy} onPress={() => void write()}>
        Write the SQL
      </Button>
      {made === null ? null : (
        <div className="flex w-full flex-col items-start gap-3">
          <p role="status" className="text-sm">
            It names {counted(made.rows, 'accepted row')}.
            {made.unsure > 0 ? ` And ${unsureRows(made.unsure)}` : ''}
          </p>
          {made.text === null ? null : (
            <div className="w-full">
              <SqlBox label="SQL that undoes this load" text={made.text} />
            </div>
          )}
          <Button size="sm" onPress={() => saveFile(made.file, `undo-${plan.table}-${load.id}.sql`)}>
            <Download aria-hidden />
            Download as SQL
          </Button>
        </div>
      )}
    </div>
  );
}
