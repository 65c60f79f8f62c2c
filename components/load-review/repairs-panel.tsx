'use client';

import { useRef } from 'react';
import { Redo2, Undo2, X } from 'lucide-react';
import type { Ground } from '@/components/load-frame/ground';
import { useRowName } from '@/components/load-frame/row-names';
import { withRepairs, withoutRepair } from '@/components/load-frame/load-change';
import { counted } from '@/components/messages/format';
import { repairWords } from '@/components/messages/repair';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { Disclosure } from '@/components/ui/disclosure';
import { newId } from '@/lib/base/ids';
import type { FileHead } from '@/lib/files/model';
import { RuleComposer } from './rule-composer';
import type { AppliedRule } from './rule-preview';
import { TotalsRule } from './totals-rule';
import type { Review } from './use-review';
import { runChange, useUndo } from './use-undo';

/** The newest are listed one by one; a list of thousands of edits is looked at in the rows, by the filter "edited". */
const LISTED = 50;

/** Everything that was done about the file's values, each to be taken back, and any rule for any column. */
export function RepairsPanel({
  ground,
  head,
  readOnly,
  review,
}: {
  readonly ground: Ground;
  readonly head: FileHead;
  readonly readOnly: boolean;
  readonly review: Review;
}) {
  const { load, table } = ground;
  const rowName = useRowName();
  const list = useRef<HTMLOListElement>(null);
  const last = load.repairs.at(-1);
  const again = load.undone.at(-1);
  const { undo, redo, told } = useUndo(load, review, readOnly);
  const onRules = (column: string, rules: readonly AppliedRule[]) =>
    review.change(withRepairs(rules.map((rule) => ({ id: newId(), kind: 'column', column, ...rule }))));
  if (readOnly && last === undefined) return null;
  return (
    <Panel
      title="Repairs"
      note={
        last === undefined
          ? 'Nothing changed yet. Repairs are rules replayed on the file; the file itself stays as it is.'
          : `${counted(load.repairs.length, 'repair')}, replayed on the file in this order; the file itself stays as it is`
      }
      actions={
        readOnly ? undefined : (
          <div className="flex flex-wrap gap-2">
            <Button size="sm" isDisabled={last === undefined} aria-keyshortcuts="Control+Z" onPress={undo}>
              <Undo2 aria-hidden />
              Undo
            </Button>
            <Button
              size="sm"
              isDisabled={again === undefined}
              aria-keyshortcuts="Control+Shift+Z"
              onPress={redo}
            >
              <Redo2 aria-hidden />
              Redo
            </Button>
          </div>
        )
      }
    >
      <p role="status" className={told === '' ? 'sr-only' : 'mb-2 text-sm text-ink-2'}>
        {told}
      </p>
      <TotalsRule ground={ground} readOnly={readOnly} />
      <ol ref={list} tabIndex={-1} aria-label="Repairs" className="flex flex-col gap-1 outline-offset-4">
        {load.repairs.length > LISTED ? (
          <li className="text-sm text-ink-3">
            {counted(load.repairs.length - LISTED, 'older repair')} before these
          </li>
        ) : null}
        {load.repairs.slice(-LISTED).map((repair) => (
          <li key={repair.id} className="flex items-center justify-between gap-3 text-sm">
            <span className="min-w-0 break-words">{repairWords(repair, rowName)}</span>
            {readOnly ? null : (
              <Button
                size="sm"
                look="quiet"
                aria-label={`Take back: ${repairWords(repair, rowName)}`}
                onPress={() => {
                  runChange(review, repair, withoutRepair(repair.id));
                  // The button goes away with its repair.
                  list.current?.focus();
                }}
              >
                <X aria-hidden />
              </Button>
            )}
          </li>
        ))}
        {again === undefined ? null : (
          <li className="text-sm text-ink-3">Taken back last: {repairWords(again, rowName)}</li>
        )}
      </ol>
      {readOnly ? null : (
        <Disclosure
          title="Change a whole column: find and replace, fill, split, join …"
          lazy
          className="mt-3"
        >
          <RuleComposer
            loadId={load.id}
            table={table}
            header={head.header}
            mapping={load.mapping}
            onRules={onRules}
          />
        </Disclosure>
      )}
    </Panel>
  );
}
