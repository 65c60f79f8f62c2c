'use client';

import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps } from 'react-aria-components';
import { cx } from './cx';

export function Checkbox({
  children,
  className,
  ...rest
}: Omit<CheckboxProps, 'children' | 'className' | 'style'> & {
  readonly children?: ReactNode;
  readonly className?: string;
}) {
  return (
    <AriaCheckbox {...rest} className={cx('group flex items-start gap-2.5', className)}>
      <span
        aria-hidden
        className="mt-0.5 grid size-5 shrink-0 place-items-center rounded border border-line-strong bg-surface text-on-accent group-data-[indeterminate]:border-accent group-data-[indeterminate]:bg-accent group-data-[selected]:border-accent group-data-[selected]:bg-accent"
      >
        <Check className="hidden size-3.5 stroke-3 group-data-[indeterminate]:hidden group-data-[selected]:block" />
        <Minus className="hidden size-3.5 stroke-3 group-data-[indeterminate]:block" />
      </span>
      <span className="min-w-0">{children}</span>
    </AriaCheckbox>
  );
}
