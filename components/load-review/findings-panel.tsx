'use client';

import type { Ground } from '@/components/load-frame/ground';
import { withRepairs, type LoadChange } from '@/components/load-frame/load-change';
import { counted } from '@/components/messages/format';
import { Panel } from '@/components/ui/panel';
import { newId } from '@/lib/base/ids';
import type { RowFilter } from '@/lib/intake/protocol';
import type { FindingGroup, GroupSeverity } from '@/lib/validation/model';
import { FindingRow } from './finding-row';
import { ProvedPanel } from './proved-panel';
import { provedRules } from './proved-rules';
import { LeaveTotalsOut } from './totals-rule';

/** What is wrong, by kind and column, the largest first; each with one thing to do about it. */
export function FindingsPanel({
  ground,
  groups,
  readOnly,
  onChange,
  onShow,
}: {
  readonly ground: Ground;
  readonly groups: readonly FindingGroup[];
  readonly readOnly: boolean;
  readonly onChange: (change: LoadChange) => void;
  readonly onShow: (filter: RowFilter, row?: number) => void;
}) {
  const { load, table } = ground;
  const shown = groups.filter(({ code }) => !code.startsWith('key-duplicate'));
  const kinds = (severity: GroupSeverity) => shown.filter((group) => group.severity === severity).length;
  const [errors, warnings] = [kinds('error'), kinds('warning')];
  const proved = provedRules(shown);
  const nothing = errors + warnings === 0;
  return (
    <Panel
      title="Findings"
      note={
        nothing
          ? undefined
          : `${counted(errors, 'kind')} that ${errors === 1 ? 'keeps' : 'keep'} rows back, ${counted(warnings, 'kind')} worth a look`
      }
      flush
    >
      {proved.length < 2 || readOnly ? null : (
        <ProvedPanel
          rules={proved}
          onApply={(rules) =>
            onChange(
              withRepairs(rules.map(({ column, rule }) => ({ id: newId(), kind: 'column', column, rule }))),
            )
          }
        />
      )}
      {nothing ? (
        <p className="px-5 py-4 text-ink-2">
          Nothing found in the cells. Every value fits the type and rules of its column.
        </p>
      ) : null}
      <ul className={nothing ? 'border-t border-line empty:hidden' : 'divide-y divide-line'}>
        {shown.map((group) => (
          <FindingRow
            key={`${group.code} ${group.column ?? ''}`}
            loadId={load.id}
            group={group}
            column={table.columns.find(({ name }) => name === group.column)}
            isKey={group.column !== null && table.primaryKey.includes(group.column)}
            readOnly={readOnly}
            extra={group.code === 'row-total-like' ? <LeaveTotalsOut ground={ground} /> : null}
            onRule={(column, rule, touched) =>
              onChange(withRepairs([{ id: newId(), kind: 'column', column, rule, touched }]))
            }
            onShow={() => onShow({ kind: 'finding', code: group.code, column: group.column })}
          />
        ))}
      </ul>
    </Panel>
  );
}
