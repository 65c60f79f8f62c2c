'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { KeptFile } from '@/components/intake/kept-file';
import { TroubleNote } from '@/components/intake/trouble-note';
import { useDeskPart } from '@/components/intake/intake-provider';
import { hasSent, withStage } from '@/components/load-frame/load-change';
import type { Ground } from '@/components/load-frame/ground';
import { isMatchedByName } from '@/components/load-frame/steps';
import { useCheckAhead } from '@/components/load-frame/use-check-ahead';
import { SentNote } from '@/components/load-frame/sent-note';
import { ENCODING_OPEN } from '@/components/messages/files';
import { joinOpen } from '@/components/messages/sheets';
import { Trouble } from '@/components/messages/trouble';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { DropArea } from '@/components/ui/drop-area';
import { focusPageHead } from '@/components/ui/focus-page-head';
import { ACCEPTED_FILES } from '@/components/intake/accepted-files';
import { ColumnsWanted } from './columns-wanted';
import { FileBar } from './file-bar';
import { FileAsRead } from './file-as-read';
import { KeepingNote } from './keeping-note';
import { PasteCells } from './paste-cells';
import { ReplaceDialog } from './replace-dialog';
import { SetAsideNote } from './set-aside-note';
import { SheetsPanel } from './sheets-panel';
import { UnpackingNote } from './unpacking-note';
import { useTakeFile } from './use-take-file';

/** What the table wants, the file as it is read, and where its bytes are kept. */
export function LoadFile({ ground }: { readonly ground: Ground }) {
  const { load, table, described, workspace } = ground;
  const opening = useDeskPart(load.id, (state) => state.opening);
  const openTrouble = useDeskPart(load.id, (state) => state.openTrouble);
  const { take, read, failure } = useTakeFile(ground);
  const { updateLoad } = useWorkspaceActions();
  const [replacing, setReplacing] = useState(false);
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const router = useRouter();
  useCheckAhead(ground);
  const takeFirst = async (file: File) => {
    // What was pressed goes away with the question for a file.
    if (await take(file)) focusPageHead();
  };

  if (load.source === null)
    return (
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex flex-col gap-4">
          <DropArea
            label={opening ? 'Reading the first rows…' : 'Drop the file for this table here'}
            hint="CSV or another text table (also as .gz), or an Excel workbook (.xlsx), of any size. The file stays on this computer: rows leave it only when you send them, at the last step."
            accept={ACCEPTED_FILES}
            onFile={(file) => void takeFirst(file)}
          />
          <PasteCells onFile={(file) => void takeFirst(file)} />
          {openTrouble === null ? null : <TroubleNote trouble={openTrouble} />}
          {failure === null ? null : <Trouble error={failure} />}
        </div>
        <ColumnsWanted table={described.find(({ name }) => name === table.name) ?? table} />
      </div>
    );

  const sent = hasSent(load);
  const isOpen = load.source.dialect.decidedBy.encoding === 'undecided';
  const waits = isOpen ? ENCODING_OPEN : asked === null ? null : joinOpen(asked);
  const next = isMatchedByName(load, table) ? 'review' : 'columns';
  const go = async () => {
    await updateLoad(load.id, (before) =>
      before.stage === 'file' || before.stage === 'columns' ? withStage(next)(before) : before,
    );
    router.push(address.load(workspace.id, load.id, next));
  };
  return (
    <div className="flex flex-col gap-6">
      {sent ? <SentNote /> : null}
      <FileBar
        source={load.source}
        next={next}
        waits={waits}
        sent={sent}
        onReplace={() => setReplacing(true)}
        onGo={() => void go()}
      />
      <KeepingNote load={load} />
      <UnpackingNote loadId={load.id} />
      <SetAsideNote load={load} busy={opening} onBack={sent ? undefined : (former) => void read(former)} />
      {failure === null ? null : <Trouble error={failure} />}
      <KeptFile load={load}>
        {(head) => (
          <>
            {head.sheets === undefined || head.dialect.workbook === undefined ? null : (
              <SheetsPanel
                sheets={head.sheets}
                choice={head.dialect.workbook}
                readOnly={sent}
                busy={opening}
                asked={asked}
                onAsk={setAsked}
                onChange={(workbook) =>
                  read({
                    workbook,
                    ...(workbook.sheets[0] === head.dialect.workbook?.sheets[0]
                      ? {}
                      : { headerRow: undefined }),
                  })
                }
              />
            )}
            <FileAsRead
              key={`${load.source?.name} ${load.source?.lastModified}`}
              head={head}
              dialect={load.source?.dialect ?? head.dialect}
              readOnly={sent}
              busy={opening}
              onChange={(dialect) => void read(dialect)}
            />
          </>
        )}
      </KeptFile>
      {replacing ? (
        <ReplaceDialog
          load={load}
          accept={ACCEPTED_FILES}
          onClose={() => setReplacing(false)}
          onFile={(file) => {
            setReplacing(false);
            setAsked(null);
            void take(file);
          }}
        />
      ) : null}
    </div>
  );
}
