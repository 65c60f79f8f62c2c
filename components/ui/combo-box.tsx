'use client';

import { Check, ChevronDown } from 'lucide-react';
import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import type { Option } from './select';
import { inputClass } from './text-field';
import { cx } from './cx';

/** One of many: type to narrow, arrows to move. */
export function ComboBox({
  label,
  hideLabel,
  options,
  value,
  onChange,
  placeholder = '',
  className,
}: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly placeholder?: string;
  readonly className?: string;
}) {
  return (
    <AriaComboBox
      selectedKey={value}
      onSelectionChange={(key) => onChange(key === null ? null : String(key))}
      defaultItems={options.map((option) => ({ ...option, id: option.value }))}
      menuTrigger="focus"
      className={cx('flex min-w-0 flex-col gap-1.5', className)}
    >
      <Label className={hideLabel ? 'sr-only' : 'text-sm font-medium'}>{label}</Label>
      <div className="relative">
        <Input placeholder={placeholder} className={cx(inputClass, 'pr-9')} />
        <Button className="absolute inset-y-0 right-0 grid w-9 place-items-center text-ink-3">
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      </div>
      <Popover className="w-(--trigger-width) rounded-lg border border-line bg-raised p-1 shadow-pop">
        <ListBox<Option>
          className="max-h-80 overflow-auto outline-none"
          renderEmptyState={() => <p className="px-2.5 py-1.5 text-ink-3">Nothing matches.</p>}
        >
          {(option) => (
            <ListBoxItem
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
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
