'use client';

import { useQuery } from '@tanstack/react-query';
import { TroubleNote } from '@/components/intake/trouble-note';
import { troubleOf } from '@/components/intake/desk-state';
import { useDesk, useDeskPart } from '@/components/intake/intake-provider';
import { useRowName } from '@/components/load-frame/row-names';
import { counted } from '@/components/messages/format';
import { appliedWords, previewWords, ruleWords } from '@/components/messages/repair';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import type { CallGive } from '@/lib/intake/protocol';
import type { ColumnRule } from '@/lib/repair/model';
import { SampleList } from './sample-list';

/** A rule with the cells of the whole file it touches. */
export interface AppliedRule {
  readonly rule: ColumnRule;
  readonly touched: number;
}

/** What a rule would do to the whole file, counted by the worker, with old → new on real cells; nothing is applied yet. */
export function RulePreview({
  loadId,
  column,
  rule,
  isKey,
  proved,
  onApply,
  onClose,
}: {
  readonly loadId: string;
  readonly column: string;
  readonly rule: ColumnRule;
  /** Whether the column is part of the key. */
  readonly isKey: boolean;
  readonly proved: boolean;
  readonly onApply: (rules: readonly AppliedRule[]) => void;
  readonly onClose: () => void;
}) {
  const desk = useDesk();
  const version = useDeskPart(loadId, (state) => state.version);
  const looking = useDeskPart(loadId, (state) => state.looking);
  const preview = useQuery({
    queryKey: ['intake-preview', loadId, version, column, rule],
    staleTime: Infinity,
    gcTime: 30_000,
    retry: false,
    queryFn: () => desk.call('preview', { loadId, column, rule }),
  });
  const { data } = preview;
  const apply = (rules: readonly AppliedRule[]) => {
    onApply(rules);
    announce(appliedWords(column, rules));
  };
  return (
    <div className="rounded-lg border border-line bg-sunken p-4">
      <p role="status" className="text-sm">
        <span className="font-medium">
          {column}: {ruleWords(rule)}.
        </span>{' '}
        {proved ? 'Cells of this column prove that it fits. ' : ''}
        {data === undefined ? '' : previewWords(data)}
      </p>
      {preview.isPending && looking?.what === 'preview' ? (
        <Progress
          label="Counting over the whole file"
          value={looking.bytes}
          max={looking.totalBytes}
          text={counted(looking.rows, 'row')}
        />
      ) : null}
      {preview.error === null ? null : <TroubleNote trouble={troubleOf(preview.error)} />}
      {isKey && (rule.rule === 'constant' || rule.rule === 'constant-when-empty') ? (
        <p className="mt-2 text-sm font-medium text-warn">
          This column is part of the key. Rows that are told apart by it alone become rows of one key, of
          which only one is sent.
        </p>
      ) : null}
      {data === undefined ? null : <Samples look={data} />}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          size="sm"
          look="primary"
          isDisabled={data === undefined || (data.touched === 0 && data.goes === 0)}
          onPress={() => (data === undefined ? undefined : apply([{ rule, touched: data.touched }]))}
        >
          Apply to the column
          {data === undefined || data.touched === 0 ? '' : `: ${counted(data.touched, 'cell')}`}
        </Button>
        <Button size="sm" onPress={onClose}>
          Leave it
        </Button>
      </div>
      {data?.next === undefined ? null : (
        <ApplyBoth next={data.next} onPress={(then) => apply([{ rule, touched: data.touched }, then])} />
      )}
    </div>
  );
}

/** The cells prove what they need after this rule: what both make of them, and one press for both. */
function ApplyBoth({
  next: { rule, cells, samples },
  onPress,
}: {
  readonly next: NonNullable<CallGive<'preview'>['next']>;
  readonly onPress: (rule: AppliedRule) => void;
}) {
  return (
    <div className="mt-4 border-t border-line pt-3">
      <p className="text-sm">
        After it {counted(cells, 'cell')} would prove the next rule: {ruleWords(rule)}. Both together:
      </p>
      <SampleList label="Samples of both" samples={samples} />
      <Button size="sm" className="mt-3" onPress={() => onPress({ rule, touched: cells })}>
        Apply both
      </Button>
    </div>
  );
}

function Samples({ look }: { readonly look: CallGive<'preview'> }) {
  const rowName = useRowName();
  return (
    <>
      <SampleList label="Samples" samples={look.samples} />
      {look.remain === 0 ? null : (
        <p className="mt-2 text-sm text-warn">
          {counted(look.remain, 'finding')} of this column would stay, for example{' '}
          {look.left.map(({ row, text }, at) => (
            <span key={row}>
              {at === 0 ? '' : ', '}
              <span className="font-mono text-xs">{text === '' ? '(empty)' : text}</span> in row{' '}
              {rowName(row)}
            </span>
          ))}
          .
        </p>
      )}
    </>
  );
}
