'use client';

import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { inputClass } from './text-field';
import { cx } from './cx';

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly note?: ReactNode;
  readonly disabled?: boolean;
}

/** One of a few. For more than a dozen use the combobox, which can be typed into. */
export function Select({
  label,
  hideLabel,
  hint,
  options,
  value,
  onChange,
  placeholder = 'Choose one',
  isDisabled,
  className,
}: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: ReactNode;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly className?: string;
}) {
  return (
    <AriaSelect
      placeholder={placeholder}
      value={value}
      onChange={(key) => (key === null ? undefined : onChange(String(key)))}
      isDisabled={isDisabled ?? false}
      className={cx('flex min-w-0 flex-col gap-1.5', className)}
    >
      <Label className={hideLabel ? 'sr-only' : 'text-sm font-medium'}>{label}</Label>
      <Button className={cx(inputClass, 'flex items-center justify-between gap-2 text-left')}>
        <SelectValue className="min-w-0 truncate data-[placeholder]:text-ink-3 [&_[slot=description]]:hidden [&_svg]:hidden" />
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-3" />
      </Button>
      {hint === undefined ? null : (
        <Text slot="description" className="text-sm text-ink-3">
          {hint}
        </Text>
      )}
      <Popover className="min-w-(--trigger-width) rounded-lg border border-line bg-raised p-1 shadow-pop">
        <ListBox className="max-h-80 overflow-auto outline-none">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.text}
              isDisabled={option.disabled ?? false}
              className="group flex cursor-pointer items-center gap-2 rounded-md px-2.5 py-1.5 outline-none data-[disabled]:text-ink-3 data-[focused]:bg-accent-soft"
            >
              <Check
                aria-hidden
                className="invisible size-4 shrink-0 text-accent group-data-[selected]:visible"
              />
              <span className="min-w-0">
                <Text slot="label">{option.text}</Text>
                {option.note === undefined ? null : (
                  <Text slot="description" className="block text-xs text-ink-3">
                    {option.note}
                  </Text>
                )}
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
