'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { counted } from '@/components/messages/format';
import { ruleWords } from '@/components/messages/repair';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import type { ColumnRule } from '@/lib/repair/model';
import { isProof, type ProvedRule } from './proved-rules';

const nameOf = ({ column, rule }: ProvedRule): string => JSON.stringify([column, rule]);

/** All rules that columns prove, looked at together and applied at once; each can be taken back by itself. */
export function ProvedPanel({
  rules,
  onApply,
}: {
  readonly rules: readonly ProvedRule[];
  readonly onApply: (rules: readonly { readonly column: string; readonly rule: ColumnRule }[]) => void;
}) {
  const [open, setOpen] = useState(false);
  /** What was ticked otherwise than it is proposed: errors are to be mended, warnings and words for nothing only on wish. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isProposed = ({ severity, rule }: ProvedRule) => severity === 'error' && isProof(rule);
  const isOn = (rule: ProvedRule) => isProposed(rule) !== turned.has(nameOf(rule));
  const chosen = rules.filter(isOn);
  const turn = (rule: ProvedRule) =>
    setTurned((before) => {
      const after = new Set(before);
      if (!after.delete(nameOf(rule))) after.add(nameOf(rule));
      return after;
    });
  return (
    <div className="border-b border-line px-5 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-sm text-ink-2">
          Rules that fit the cells mend {counted(rules.length, 'kind')} of these findings. Ticked is what the
          cells prove.
        </p>
        <Button
          size="sm"
          look={open ? 'secondary' : 'primary'}
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        >
          Look at all {rules.length} rules
        </Button>
      </div>
      {open ? (
        <div className="mt-3 rounded-lg border border-line bg-sunken p-4">
          <ul aria-label="Rules that the columns prove" className="flex flex-col gap-2">
            {rules.map((rule) => (
              <li key={nameOf(rule)} className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
                <Checkbox isSelected={isOn(rule)} onChange={() => turn(rule)}>
                  <span className="font-mono text-xs font-medium">{rule.column}</span>: {ruleWords(rule.rule)}
                  , offered for {counted(rule.cells, 'finding')}
                </Checkbox>
                {rule.sample === null ? null : (
                  <span className="flex basis-full flex-wrap items-center gap-x-2 pl-7.5 font-mono text-xs">
                    <span className="break-all whitespace-pre-wrap text-ink-2">{rule.sample.before}</span>
                    <ArrowRight role="img" aria-label="becomes" className="size-3.5 text-ink-3" />
                    <span className="font-semibold break-all whitespace-pre-wrap">
                      {rule.sample.after === '' ? '(empty)' : rule.sample.after}
                    </span>
                  </span>
                )}
              </li>
            ))}
          </ul>
          <Button
            size="sm"
            look="primary"
            className="mt-3"
            isDisabled={chosen.length === 0}
            onPress={() => {
              onApply(chosen);
              announce(`${counted(chosen.length, 'rule')} applied.`);
              setOpen(false);
              setTurned(new Set());
            }}
          >
            Apply {counted(chosen.length, 'rule')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
