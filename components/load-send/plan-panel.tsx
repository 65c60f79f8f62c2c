import type { ReactNode } from 'react';
import { counted, formatBytes, formatCount, formatWhen } from '@/components/messages/format';
import { Panel } from '@/components/ui/panel';
import { Stat } from '@/components/ui/stat';
import type { Plan } from '@/lib/submission/model';

/** What was frozen: nothing is sent that is not in it. */
export function PlanPanel({ plan, actions }: { readonly plan: Plan; readonly actions?: ReactNode }) {
  const { counts } = plan;
  const aside = [
    counts.held > 0 ? `${formatCount(counts.held)} held back` : '',
    counts.superseded > 0 ? `${formatCount(counts.superseded)} superseded` : '',
    counts.skipped > 0 ? `${formatCount(counts.skipped)} skipped` : '',
  ].filter((part) => part !== '');
  return (
    <Panel
      title="Plan"
      note={`Frozen ${formatWhen(plan.createdAt, plan.createdAt)}: ${plan.operation}, up to ${counted(plan.rowsPerBatch, 'row')} a batch`}
      actions={actions}
    >
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Stat label="rows to send" value={formatCount(counts.planned)} />
        <Stat
          label="not sent"
          value={formatCount(counts.held + counts.superseded + counts.skipped)}
          note={aside.join(', ')}
        />
        <Stat
          label={counts.batches === 1 ? 'batch' : 'batches'}
          value={formatCount(counts.batches)}
          note={formatBytes(counts.bytes)}
        />
        {counts.distinctKeys === undefined ? (
          <Stat label="rows added to the table" value={formatCount(counts.planned)} note="APPEND only adds" />
        ) : (
          <Stat
            label="rows the table gains at most"
            value={formatCount(counts.distinctKeys)}
            note="one for each key that is new to it"
          />
        )}
      </dl>
    </Panel>
  );
}
