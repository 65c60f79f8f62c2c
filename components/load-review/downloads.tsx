import { DownloadButton } from '@/components/intake/download-button';
import { counted } from '@/components/messages/format';
import { Panel } from '@/components/ui/panel';
import type { CheckSummary } from '@/lib/validation/model';
import type { Load } from '@/lib/workspace/model';

/** What was found and what stays here, to take to a spreadsheet or to whoever owns the source. */
export function Downloads({
  load,
  summary,
  isChecked,
}: {
  readonly load: Load;
  readonly summary: CheckSummary;
  readonly isChecked: boolean;
}) {
  const found = summary.errors + summary.warnings;
  if (found === 0 && summary.held === 0) return null;
  return (
    <Panel title="Take it with you" note="CSV in your own columns and order, with the reasons at the end">
      <div className="flex flex-wrap gap-2">
        <DownloadButton
          loadId={load.id}
          what="findings"
          label={`${counted(found, 'finding')} (CSV)`}
          isDisabled={!isChecked || found === 0}
        />
        <DownloadButton
          loadId={load.id}
          what="held-rows"
          label={`${counted(summary.held, 'row')} held back (CSV)`}
          isDisabled={!isChecked || summary.held === 0}
        />
      </div>
    </Panel>
  );
}
