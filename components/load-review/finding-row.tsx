'use client';

import { CircleAlert, Rows3, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { countedIn, findingAdvice, isOfColumn, SEVERITY_WORDS } from '@/components/messages/findings';
import { counted, formatCount } from '@/components/messages/format';
import { ruleWords } from '@/components/messages/repair';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { TextField } from '@/components/ui/text-field';
import type { ColumnSpec } from '@/lib/peak/model';
import type { ColumnRule } from '@/lib/repair/model';
import type { FindingGroup } from '@/lib/validation/model';
import { FindingProofs } from './finding-proofs';
import { RulePreview } from './rule-preview';
import { rulesOnOffer } from './rules-on-offer';

export function FindingRow({
  group,
  column,
  readOnly,
  onRule,
  onShow,
}: {
  readonly group: FindingGroup;
  readonly column: ColumnSpec | undefined;
  readonly readOnly: boolean;
  readonly onRule: (column: string, rule: ColumnRule) => void;
  readonly onShow: () => void;
}) {
  const [looking, setLooking] = useState<ColumnRule | null>(null);
  const [fill, setFill] = useState('');
  const advice = findingAdvice(group.code, column);
  const offer = rulesOnOffer(group, column);
  const error = group.severity === 'error';
  const Icon = error ? CircleAlert : TriangleAlert;
  return (
    <li className="flex flex-col gap-2 px-5 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 className="flex min-w-0 flex-wrap items-center gap-x-2 font-medium">
          <Icon aria-hidden className={cx('size-4 shrink-0', error ? 'text-bad' : 'text-warn')} />
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
              row {formatCount(row)}{' '}
              <span className="font-mono text-xs text-ink-2">{value === '' ? '(empty)' : value}</span>
            </span>
          ))}
        </p>
      )}
      <div className="flex flex-wrap items-end gap-2">
        {readOnly
          ? null
          : offer.rules.map((rule) => (
              <Button
                key={ruleWords(rule)}
                size="sm"
                look={offer.by === 'proved' ? 'primary' : 'secondary'}
                aria-expanded={looking !== null && ruleWords(looking) === ruleWords(rule)}
                onPress={() => setLooking(rule)}
              >
                {ruleWords(rule)[0]?.toUpperCase()}
                {ruleWords(rule).slice(1)}…
              </Button>
            ))}
        {readOnly || !offer.fill ? null : (
          <TextField
            label="One value for all empty cells"
            value={fill}
            onChange={setFill}
            className="w-56"
            after={
              <Button
                isDisabled={fill === ''}
                onPress={() => setLooking({ rule: 'constant-when-empty', value: fill })}
              >
                Look
              </Button>
            }
          />
        )}
        {group.count === 0 || isOfColumn(group.code) ? null : (
          <Button size="sm" onPress={onShow}>
            <Rows3 aria-hidden />
            Show the rows
          </Button>
        )}
      </div>
      {looking === null || group.column === null ? null : (
        <RulePreview
          rule={looking}
          group={group}
          proved={offer.by === 'proved'}
          onApply={() => {
            onRule(group.column ?? '', looking);
            setLooking(null);
          }}
          onClose={() => setLooking(null)}
        />
      )}
    </li>
  );
}
