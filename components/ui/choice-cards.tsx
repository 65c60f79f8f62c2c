'use client';

import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup, type RadioGroupProps } from 'react-aria-components';
import { cx } from './cx';

export interface ChoiceCard {
  readonly value: string;
  readonly title: string;
  readonly text?: ReactNode;
  readonly badge?: ReactNode;
  readonly disabled?: boolean;
}

/** A question with a few answers that each deserve a sentence. One tab stop, arrows inside. */
export function ChoiceCards({
  label,
  choices,
  columns = 1,
  ...rest
}: Omit<RadioGroupProps, 'children' | 'className' | 'style'> & {
  readonly label: string;
  readonly choices: readonly ChoiceCard[];
  readonly columns?: 1 | 2 | 3;
}) {
  const grid = { 1: 'grid-cols-1', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3' }[columns];
  return (
    <RadioGroup {...rest} className="flex flex-col gap-2">
      <Label className="text-sm font-medium">{label}</Label>
      <div className={cx('grid gap-3', grid)}>
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            isDisabled={choice.disabled ?? false}
            className={cx(
              'group flex cursor-pointer items-start gap-3 rounded-card border border-line-strong bg-surface p-3.5',
              'data-[selected]:border-accent data-[selected]:bg-accent-soft data-[selected]:ring-1 data-[selected]:ring-accent',
              'data-[disabled]:cursor-not-allowed data-[disabled]:border-line data-[disabled]:text-ink-3',
            )}
          >
            <span
              aria-hidden
              className="mt-1 grid size-4 shrink-0 place-items-center rounded-full border border-line-strong group-data-[selected]:border-accent"
            >
              <span className="size-2 rounded-full group-data-[selected]:bg-accent" />
            </span>
            <span className="min-w-0">
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {choice.title}
                {choice.badge}
              </span>
              {choice.text === undefined ? null : (
                <span className="mt-0.5 block text-sm text-ink-2 group-data-[disabled]:text-ink-3">
                  {choice.text}
                </span>
              )}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
