'use client';

import { Download, Wrench } from 'lucide-react';
import { useState } from 'react';
import { FailureNote } from '@/components/intake/failure-note';
import { useDesk } from '@/components/intake/intake-provider';
import { saveFile } from '@/components/intake/save-file';
import { counted } from '@/components/messages/format';
import { REJECTION_WORDS } from '@/components/messages/rejections';
import { Button } from '@/components/ui/button';
import { DropArea } from '@/components/ui/drop-area';
import type { TableSpec } from '@/lib/peak/model';
import type { Load } from '@/lib/workspace/model';
import { columnPlaces, editedCells } from './attempt-parts';
import { useAttempt } from './use-attempt';

/** The failed rows as a file for a spreadsheet. */
export function FailedDownloads({ load }: { readonly load: Load }) {
  const desk = useDesk();
  const [busy, setBusy] = useState<'csv' | 'xlsx' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [cut, setCut] = useState('');
  const make = async (format: 'csv' | 'xlsx') => {
    setBusy(format);
    setFailure(null);
    try {
      const name = (load.source?.name ?? load.table).replace(/\.[^.]*$/, '');
      const take = {
        ...{ loadId: load.id, format, words: REJECTION_WORDS, name },
        ...{ places: columnPlaces(load), edits: editedCells(load) },
      };
      const made = await desk.call('exportFailed', take);
      setCut(
        [
          made.sheets > 1 ? `The rows go on over ${made.sheets} sheets.` : '',
          made.cutCells > 0
            ? `${counted(made.cutCells, 'cell was', 'cells were')} cut at 32,767 characters; use the CSV for those.`
            : '',
        ]
          .join(' ')
          .trim(),
      );
      saveFile(made.file, made.name);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(null);
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="sm" pending={busy === 'xlsx'} onPress={() => void make('xlsx')}>
        <Download aria-hidden />
        Download for Excel
      </Button>
      <Button size="sm" pending={busy === 'csv'} onPress={() => void make('csv')}>
        <Download aria-hidden />
        Download as CSV
      </Button>
      {cut === '' ? null : (
        <p role="status" className="text-sm text-warn">
          {cut}
        </p>
      )}
      {failure === null ? null : <FailureNote error={failure} />}
    </div>
  );
}

/** The two ways to repair failed rows and send only those again. */
export function RepairFailed({ load, table }: { readonly load: Load; readonly table: TableSpec }) {
  const attempt = useAttempt(load, table);
  return (
    <div
      role="group"
      aria-label="Repair failed rows"
      className="flex flex-col gap-4 border-t border-line p-5"
    >
      <p className="text-sm text-ink-2">
        Only rows of this list are sent again, each once, and they count in this load’s account. Repair them
        in the app, or download them, repair them in a spreadsheet (leave{' '}
        <span className="font-mono">source_row</span> as it is) and drop the file here.
      </p>
      <div className="grid items-start gap-4 md:grid-cols-[auto_minmax(0,1fr)]">
        <Button look="primary" pending={attempt.busy} onPress={() => void attempt.here()}>
          <Wrench aria-hidden />
          Repair them here
        </Button>
        <DropArea
          compact
          quiet
          label="Drop the repaired rows"
          hint="Rows that are not failed rows of this load are skipped and shown."
          accept={['.csv', '.tsv', '.txt', '.xlsx']}
          onFile={(file) => void attempt.withFile(file)}
        />
      </div>
      {attempt.failure === null ? null : <FailureNote error={attempt.failure} />}
    </div>
  );
}
