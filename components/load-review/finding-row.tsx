'use client';

import { Rows3 } from 'lucide-react';
import { memo, useState, type ReactNode } from 'react';
import { isOfColumn } from '@/components/messages/findings';
import { formatCount } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import type { ColumnSpec } from '@/lib/peak/model';
import type { ColumnRule } from '@/lib/repair/model';
import type { FindingGroup } from '@/lib/validation/model';
import { ChoiceExamples } from './choice-examples';
import { FindingHead } from './finding-head';
import { Actions } from './finding-actions';
import { RulePreview, type AppliedRule } from './rule-preview';
import { rulesOnOffer } from './rules-on-offer';
import { ValueTable } from './value-table';

interface Props {
  readonly loadId: string;
  readonly group: FindingGroup;
  readonly column: ColumnSpec | undefined;
  readonly isKey: boolean;
  readonly readOnly: boolean;
  /** What else can be done about it. */
  readonly extra: ReactNode;
  readonly onRules: (column: string, rules: readonly AppliedRule[]) => void;
  readonly onShow: () => void;
  /** Leaves its rows out (errors), or calls them right as they are (warnings). */
  readonly onSettle: () => void;
}

export const FindingRow = memo(function FindingRow({
  loadId,
  group,
  column,
  isKey,
  readOnly,
  extra,
  onRules,
  onShow,
  onSettle,
}: Props) {
  const [looking, setLooking] = useState<ColumnRule | null>(null);
  const [listing, setListing] = useState(false);
  const offer = rulesOnOffer(group, column);
  // One thing is recommended: the rule that fits, else a look at the rows.
  const recommended =
    readOnly || group.severity !== 'error' || offer.rules.length > 0 || offer.fill || offer.map;
  return (
    <li tabIndex={-1} className="flex flex-col gap-2 px-5 py-4 -outline-offset-2">
      <FindingHead group={group} column={column} />
      {readOnly || offer.by === 'proved' ? null : (
        <ChoiceExamples rules={offer.rules} examples={group.examples} />
      )}
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
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
        {readOnly ? null : <Settle group={group} onPress={onSettle} />}
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
          onApply={(rules) => {
            onRules(group.column ?? '', rules);
            setLooking(null);
            setListing(false);
          }}
          onClose={() => setLooking(null)}
        />
      )}
    </li>
  );
}, isSame);

/** The answer that mends nothing. Rows of sums have one of their own. */
function Settle({ group, onPress }: { readonly group: FindingGroup; readonly onPress: () => void }) {
  const { code, count, severity } = group;
  const isOfRows = count > 0 && !isOfColumn(code) && code !== 'row-total-like';
  if (severity === 'info' || (severity === 'error' && !isOfRows)) return null;
  return (
    <Button size="sm" look="quiet" onPress={onPress}>
      {severity === 'warning'
        ? 'Fine as it is'
        : count === 1
          ? 'Leave this row out'
          : `Leave these ${formatCount(count)} rows out`}
    </Button>
  );
}

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
