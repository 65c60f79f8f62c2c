'use client';

import type { ReactNode, Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { cx } from './cx';

export const inputClass = cx(
  'h-10 w-full min-w-0 rounded-lg border border-line-strong bg-surface px-3 text-ink placeholder:text-ink-3',
  'data-[disabled]:bg-sunken data-[disabled]:text-ink-3 data-[invalid]:border-bad',
);

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** Text of data (names of tables, tokens): set in the fixed-width face. */
  readonly mono?: boolean;
  /** Several lines of text. */
  readonly rows?: number;
  /** Shown inside the field's row, after the box. */
  readonly after?: ReactNode;
  /** The box itself, so that a form can put the focus on what is wrong. */
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string;
}

export function TextField({
  label,
  hint,
  error,
  placeholder = '',
  mono,
  rows,
  after,
  inputRef,
  className,
  ...rest
}: TextFieldProps) {
  const box = cx(inputClass, mono && 'font-mono text-sm', rows !== undefined && 'h-auto py-2');
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      className={cx('flex flex-col gap-1.5', className)}
    >
      <Label className="text-sm font-medium text-ink">
        {label}
        {rest.isRequired ? null : rest.isReadOnly ? null : <span className="sr-only"> (optional)</span>}
      </Label>
      <div className="flex items-stretch gap-2">
        {rows === undefined ? (
          <Input ref={inputRef ?? null} placeholder={placeholder} className={box} />
        ) : (
          <TextArea placeholder={placeholder} rows={rows} className={box} />
        )}
        {after}
      </div>
      {hint === undefined ? null : (
        <Text slot="description" className="text-sm text-ink-3">
          {hint}
        </Text>
      )}
      <FieldError className="text-sm font-medium text-bad">{error}</FieldError>
    </AriaTextField>
  );
}
