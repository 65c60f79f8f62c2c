'use client';

import { useEffect, useRef, useState } from 'react';
import type { Ground } from '@/components/load-frame/ground';
import { withRepairs, type LoadChange } from '@/components/load-frame/load-change';
import {
  isAccepted,
  withAccepted,
  withFoundLeftOut,
  withFoundTakenIn,
  withoutAccepted,
} from '@/components/load-frame/settled';
import { counted } from '@/components/messages/format';
import { Trouble } from '@/components/messages/trouble';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { Panel } from '@/components/ui/panel';
import { newId } from '@/lib/base/ids';
import type { RowFilter } from '@/lib/intake/protocol';
import type { FindingGroup, GroupSeverity } from '@/lib/validation/model';
import { FindingRow, type Answer } from './finding-row';
import { ProvedPanel } from './proved-panel';
import { provedRules } from './proved-rules';
import { SettledFindings } from './settled-findings';

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
  const { updateLoad } = useWorkspaceActions();
  const [failure, setFailure] = useState<unknown>(null);
  const found = groups.filter(({ code }) => !code.startsWith('key-duplicate'));
  const isSettled = (group: FindingGroup) => group.leftOut === true || isAccepted(load, group);
  const [settled, shown] = [found.filter(isSettled), found.filter((group) => !isSettled(group))];
  const kinds = (severity: GroupSeverity) => shown.filter((group) => group.severity === severity).length;
  const [errors, warnings] = [kinds('error'), kinds('warning')];
  const proved = provedRules(shown);
  const nothing = errors + warnings === 0;
  const keep = (change: LoadChange) => void updateLoad(load.id, change).catch(setFailure);
  // The button that was pressed goes away with its finding: the next one takes the focus.
  const list = useRef<HTMLUListElement>(null);
  const settledAt = useRef<number | null>(null);
  useEffect(() => {
    const at = settledAt.current;
    settledAt.current = null;
    if (at === null) return;
    const next = list.current?.children[Math.min(at, shown.length - 1)];
    const heir = next ?? document.getElementById('settled');
    if (heir instanceof HTMLElement) heir.focus();
  }, [shown.length]);
  const settle = (group: FindingGroup, answer: Answer) => {
    // Asked of the screen: a finding that has not changed keeps the handlers of an earlier list.
    const items = [...(list.current?.children ?? [])];
    const at = items.findIndex((item) => item.contains(document.activeElement));
    settledAt.current = at < 0 ? null : at;
    if (answer === 'leave-out') onChange(withFoundLeftOut(group));
    else keep(withAccepted(group));
  };
  const open = (group: FindingGroup) => {
    if (group.leftOut) onChange(withFoundTakenIn(group));
    else keep(withoutAccepted(group));
  };
  return (
    <Panel
      title="Findings"
      note={
        nothing
          ? undefined
          : [
              errors > 0
                ? `${counted(errors, 'kind')} that ${errors === 1 ? 'keeps' : 'keep'} rows back`
                : '',
              warnings > 0 ? `${counted(warnings, 'kind')} worth a look` : '',
            ]
              .filter((part) => part !== '')
              .join(', ')
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
          {settled.length > 0
            ? 'Nothing is left to look at.'
            : 'Nothing found in the cells. Every value fits the type and rules of its column.'}
        </p>
      ) : null}
      <ul ref={list} className={nothing ? 'border-t border-line empty:hidden' : 'divide-y divide-line'}>
        {shown.map((group) => (
          <FindingRow
            key={`${group.code} ${group.column ?? ''}`}
            loadId={load.id}
            group={group}
            column={table.columns.find(({ name }) => name === group.column)}
            isKey={group.column !== null && table.primaryKey.includes(group.column)}
            readOnly={readOnly}
            onRules={(column, rules) =>
              onChange(withRepairs(rules.map((rule) => ({ id: newId(), kind: 'column', column, ...rule }))))
            }
            onSettle={(answer) => settle(group, answer)}
            onShow={() => onShow({ kind: 'finding', code: group.code, column: group.column })}
          />
        ))}
      </ul>
      <SettledFindings groups={settled} columns={table.columns} readOnly={readOnly} onOpen={open} />
      {failure === null ? null : <Trouble error={failure} />}
    </Panel>
  );
}
