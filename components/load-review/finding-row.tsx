'use client';

import { CircleAlert, Info, Rows3, TriangleAlert } from 'lucide-react';
import { memo, useState, type ReactNode } from 'react';
import { countedIn, findingAdvice, isOfColumn, SEVERITY_WORDS } from '@/components/messages/findings';
import { useRowName } from '@/components/load-frame/row-names';
import { counted } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import type { ColumnSpec } from '@/lib/peak/model';
import type { ColumnRule } from '@/lib/repair/model';
import type { FindingGroup } from '@/lib/validation/model';
import { ChoiceExamples } from './choice-examples';
import { FindingProofs } from './finding-proofs';
import { Actions } from './finding-actions';
import { RulePreview } from './rule-preview';
import { rulesOnOffer } from './rules-on-offer';
import { ValueTable } from './value-table';

const LOOK = {
  error: { Icon: CircleAlert, tone: 'text-bad' },
  warning: { Icon: TriangleAlert, tone: 'text-warn' },
  info: { Icon: Info, tone: 'text-ink-3' },
} as const;

interface Props {
  readonly loadId: string;
  readonly group: FindingGroup;
  readonly column: ColumnSpec | undefined;
  readonly isKey: boolean;
  readonly readOnly: boolean;
  /** What else can be done about it. */
  readonly extra: ReactNode;
  readonly onRule: (column: string, rule: ColumnRule, touched: number) => void;
  readonly onShow: () => void;
}

export const FindingRow = memo(function FindingRow({
  loadId,
  group,
  column,
  isKey,
  readOnly,
  extra,
  onRule,
  onShow,
}: Props) {
  const [looking, setLooking] = useState<ColumnRule | null>(null);
  const [listing, setListing] = useState(false);
  const nameOf = useRowName();
  const advice = findingAdvice(group.code, column);
  const offer = rulesOnOffer(group, column);
  // One thing is recommended: the rule that fits, else a look at the rows.
  const recommended =
    readOnly || group.severity !== 'error' || offer.rules.length > 0 || offer.fill || offer.map;
  const { Icon, tone } = LOOK[group.severity];
  return (
    <li className="flex flex-col gap-2 px-5 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3
          className={cx(
            'flex min-w-0 items-center gap-x-2 font-medium',
            group.column !== null && 'flex-wrap',
          )}
        >
          <Icon aria-hidden className={cx('size-4 shrink-0', tone)} />
          {group.column === null ? null : (
            <span className="font-mono text-[0.8125rem] break-all">{group.column}</span>
          )}
          {advice.what}
        </h3>
        <p className="text-sm text-ink-2 tabular">
          {counted(group.count, countedIn(group))}, {SEVERITY_WORDS[group.severity]}
        </p>
      </div>
      <p className="text-sm text-ink-2">
        {advice.why} {advice.todo}
      </p>
      <FindingProofs group={group} />
      {group.examples.length === 0 ? null : (
        <p className="text-sm text-ink-3">
          {group.examples.slice(0, 5).map(({ row, value }) => (
            <span key={row} className="mr-4 inline-block max-w-full truncate align-bottom">
              row {nameOf(row)}{' '}
              <span className="font-mono text-xs text-ink-2">{value === '' ? '(empty)' : value}</span>
            </span>
          ))}
        </p>
      )}
      {readOnly || offer.by === 'proved' ? null : (
        <ChoiceExamples rules={offer.rules} examples={group.examples} />
      )}
      <div className="flex flex-wrap items-end gap-2">
        {readOnly ? null : (
          <Actions
            offer={offer}
            looking={looking}
            listing={listing}
            onLook={setLooking}
            onList={() => setListing(!listing)}
          />
        )}
        {readOnly ? null : extra}
        {group.count === 0 || isOfColumn(group.code) ? null : (
          <Button size="sm" look={recommended ? 'secondary' : 'primary'} onPress={onShow}>
            <Rows3 aria-hidden />
            Show the rows
          </Button>
        )}
      </div>
      {listing && column !== undefined && looking === null ? (
        <ValueTable loadId={loadId} column={column} onlyErrors onTable={setLooking} />
      ) : null}
      {looking === null || group.column === null ? null : (
        <RulePreview
          loadId={loadId}
          column={group.column}
          rule={looking}
          isKey={isKey}
          proved={offer.by === 'proved'}
          onApply={(touched) => {
            onRule(group.column ?? '', looking, touched);
            setLooking(null);
            setListing(false);
          }}
          onClose={() => setLooking(null)}
        />
      )}
    </li>
  );
}, isSame);

/** Handlers are new on every render and mean the same. */
function isSame(before: Props, after: Props): boolean {
  return (
    before.loadId === after.loadId &&
    before.group === after.group &&
    before.column === after.column &&
    before.readOnly === after.readOnly &&
    before.extra === after.extra
  );
}
