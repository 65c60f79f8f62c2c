'use client';

import { headingOf } from '@/components/messages/files';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { usualAnswer, type RuleField } from './rule-form';

/** One question of a rule: a text, one of a few, or file columns in the order they are ticked. */
export function Field({
  field,
  value,
  header,
  positions,
  onAnswer,
  onPositions,
}: {
  readonly field: RuleField;
  readonly value: string | undefined;
  readonly header: readonly string[];
  readonly positions: readonly number[];
  readonly onAnswer: (value: string) => void;
  readonly onPositions: (positions: readonly number[]) => void;
}) {
  const { label, options = [], hint } = field;
  if (field.kind === 'choice')
    return (
      <Select
        label={label}
        className="w-60"
        value={value ?? usualAnswer(field) ?? null}
        options={options}
        onChange={onAnswer}
      />
    );
  if (field.kind === 'text')
    return (
      <TextField
        label={label}
        hint={hint}
        className="w-60"
        value={value ?? usualAnswer(field) ?? ''}
        onChange={onAnswer}
      />
    );
  return (
    <fieldset className="flex max-h-56 w-full flex-wrap gap-x-5 gap-y-1.5 overflow-auto">
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      {header.map((_, position) => (
        <Checkbox
          key={position}
          className="text-sm"
          isSelected={positions.includes(position)}
          onChange={(on) =>
            onPositions(on ? [...positions, position] : positions.filter((other) => other !== position))
          }
        >
          {positions.includes(position) ? `${positions.indexOf(position) + 1}. ` : ''}
          {headingOf(header, position)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
