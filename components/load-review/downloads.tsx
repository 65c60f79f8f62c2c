import { DownloadButton } from '@/components/intake/download-button';
import { findingAdvice } from '@/components/messages/findings';
import { counted } from '@/components/messages/format';
import { Panel } from '@/components/ui/panel';
import { FINDING_CODES, type CheckSummary } from '@/lib/validation/model';
import type { Load } from '@/lib/workspace/model';
import { BringBack } from './bring-back';
import type { Review } from './use-review';

/** Sentences for the notes of a workbook; without the figures of one column, which its schema page shows. */
const WORDS = Object.fromEntries(
  FINDING_CODES.map((code) => {
    const { what, todo } = findingAdvice(code);
    return [code, `${what}. ${todo}`];
  }),
);

/** What was found and what stays here, to take to a spreadsheet, and back again once it is repaired there. */
export function Downloads({
  load,
  summary,
  review,
  readOnly,
}: {
  readonly load: Load;
  readonly summary: CheckSummary;
  readonly review: Review;
  readonly readOnly: boolean;
}) {
  const found = summary.errors + summary.warnings;
  if (found === 0 && summary.held === 0) return null;
  const noneFound = !review.isChecked || found === 0;
  const noneHeld = !review.isChecked || summary.held === 0;
  const rows = counted(summary.held, 'row');
  return (
    <Panel
      title="Work in a spreadsheet"
      note="Your own columns and order. In workbooks each cell at fault has a note; beyond Excel’s 1,048,576 rows a second sheet goes on. Keep the last column: by it the rows find their way back."
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap gap-2">
          <DownloadButton
            loadId={load.id}
            what="held-rows-xlsx"
            words={WORDS}
            label={`${rows} held back (Excel)`}
            isDisabled={noneHeld}
          />
          <DownloadButton
            loadId={load.id}
            what="held-rows"
            label={`${rows} held back (CSV)`}
            isDisabled={noneHeld}
          />
          <DownloadButton
            loadId={load.id}
            what="findings-xlsx"
            words={WORDS}
            label={`${counted(found, 'finding')} (Excel)`}
            isDisabled={noneFound}
          />
          <DownloadButton
            loadId={load.id}
            what="findings"
            label={`${counted(found, 'finding')} (CSV)`}
            isDisabled={noneFound}
          />
        </div>
        {readOnly ? null : <BringBack loadId={load.id} review={review} />}
      </div>
    </Panel>
  );
}
