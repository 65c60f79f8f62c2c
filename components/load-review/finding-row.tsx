'use client';

import { Rows3 } from 'lucide-react';
import { memo, useState } from 'react';
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

/** What mends nothing: its rows stay out, or are right as they are. */
export type Answer = 'leave-out' | 'fine';

interface Props {
  readonly loadId: string;
  readonly group: FindingGroup;
  readonly column: ColumnSpec | undefined;
  readonly isKey: boolean;
  readonly readOnly: boolean;
  readonly onRules: (column: string, rules: readonly AppliedRule[]) => void;
  readonly onShow: () => void;
  readonly onSettle: (answer: Answer) => void;
}

export const FindingRow = memo(function FindingRow({
  loadId,
  group,
  column,
  isKey,
  readOnly,
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

/** The answers that mend nothing. Of warnings only rows of sums may be left out: a product may be called so. */
function Settle({ group, onPress }: { readonly group: FindingGroup; readonly onPress: Props['onSettle'] }) {
  const { code, count, severity } = group;
  const isOut = severity === 'error' ? count > 0 && !isOfColumn(code) : code === 'row-total-like';
  return (
    <>
      {isOut ? (
        <Button size="sm" look="quiet" onPress={() => onPress('leave-out')}>
          {count === 1 ? 'Leave this row out' : `Leave these ${formatCount(count)} rows out`}
        </Button>
      ) : null}
      {severity === 'warning' ? (
        <Button size="sm" look="quiet" onPress={() => onPress('fine')}>
          Fine as it is
        </Button>
      ) : null}
    </>
  );
}

/** Handlers are new on every render and mean the same. */
function isSame(before: Props, after: Props): boolean {
  return (
    before.loadId === after.loadId &&
    before.group === after.group &&
    before.column === after.column &&
    before.readOnly === after.readOnly
  );
}
