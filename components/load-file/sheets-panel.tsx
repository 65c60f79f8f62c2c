'use client';

import { counted } from '@/components/messages/format';
import { fitWords, joinQuestion, notJoined, sheetRows } from '@/components/messages/sheets';
import { announce } from '@/components/ui/announcer';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { Panel } from '@/components/ui/panel';
import type { SheetChoice, SheetInfo } from '@/lib/files/model';
import { chosenSheets, fitOf, withSheet } from './sheet-list';
import { useSheetChoice } from './use-sheet-choice';

/** Which sheets of a workbook make up the table. Nothing is joined that the user did not tick. */
export function SheetsPanel({
  sheets,
  choice: standing,
  readOnly,
  busy,
  asked,
  onAsk,
  onChange,
}: {
  readonly sheets: readonly SheetInfo[];
  readonly choice: SheetChoice;
  readonly readOnly: boolean;
  readonly busy: boolean;
  /** The sheets that are joined by heading or not: a question that is open, and whoever goes on waits for its answer. */
  readonly asked: readonly string[] | null;
  readonly onAsk: (names: readonly string[] | null) => void;
  readonly onChange: (choice: SheetChoice) => Promise<unknown>;
}) {
  const { wanted: choice, change } = useSheetChoice(standing, onChange);
  const chosen = chosenSheets(sheets, choice);
  const [first] = chosen;
  const read = chosenSheets(sheets, standing);

  const tick = (name: string, on: boolean) => {
    const { names, mustJoin } = withSheet(sheets, choice, name, on);
    if (names.length === 0) return;
    if (mustJoin && !choice.byName) return onAsk(names);
    onAsk(null);
    change({ sheets: [...names], byName: mustJoin });
  };

  return (
    <Panel
      title="Sheets"
      note={`${counted(sheets.length, 'sheet')} in this workbook, ${read.map(({ name }) => name).join(', ')} read${standing.byName ? ', joined by heading' : ''}`}
    >
      <ul aria-label="Sheets of the workbook" aria-busy={busy} className="divide-y divide-line">
        {sheets.map((sheet) => {
          const isChosen = choice.sheets.includes(sheet.name);
          const fit = fitOf(sheet, first);
          const isLast = isChosen && choice.sheets.length === 1;
          return (
            <li key={sheet.name} className="py-2.5 first:pt-0 last:pb-0">
              <Checkbox
                isSelected={isChosen}
                isDisabled={readOnly || isLast || fit.kind === 'empty'}
                onChange={(on) => tick(sheet.name, on)}
              >
                <span className="flex flex-wrap items-center gap-x-2">
                  <span className="font-medium break-all">{sheet.name}</span>
                  {sheet.hidden ? <Badge tone="warn">hidden in Excel</Badge> : null}
                  <span className="text-sm text-ink-3">{sheetRows(sheet)}</span>
                </span>
                <span className="block text-sm text-ink-3">{fitWords(fit, first?.name ?? '')}</span>
              </Checkbox>
            </li>
          );
        })}
      </ul>
      {asked === null ? null : (
        <Callout tone="warn" title={joinQuestion(asked)} live className="mt-4">
          <p>
            Columns of one heading come together whatever their place. A column that a sheet lacks is empty in
            its rows.
          </p>
          <div className="mt-3 flex flex-wrap gap-2">
            <Button
              size="sm"
              onPress={() => {
                onAsk(null);
                change({ sheets: [...asked], byName: true });
              }}
            >
              Join by heading
            </Button>
            <Button
              size="sm"
              look="quiet"
              onPress={() => {
                onAsk(null);
                announce(notJoined(read.map(({ name }) => name)));
              }}
            >
              Leave it out
            </Button>
          </div>
        </Callout>
      )}
    </Panel>
  );
}
