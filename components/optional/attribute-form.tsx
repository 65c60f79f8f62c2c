'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { ATTRIBUTE_FIELD, ATTRIBUTE_TYPE } from '@/components/messages/optional';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceCards } from '@/components/ui/choice-cards';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { TableSpec } from '@/lib/peak/model';
import {
  ATTRIBUTE_TYPES,
  EMPTY_ATTRIBUTE,
  asColumnName,
  attributeFields,
  type AttributeFieldCode,
  type AttributeFields,
} from './attribute-fields';

export function AttributeForm({
  tables,
  onAsk,
}: {
  readonly tables: readonly TableSpec[];
  readonly onAsk: (fields: AttributeFields) => void;
}) {
  const resolver = useMemo(() => zodResolver(attributeFields(tables)), [tables]);
  const { control, handleSubmit, formState, setValue } = useForm<AttributeFields>({
    resolver,
    defaultValues: EMPTY_ATTRIBUTE,
  });
  const presence = useWatch({ control, name: 'presence' });
  const dataType = useWatch({ control, name: 'dataType' });
  const table = useWatch({ control, name: 'table' });
  const nonNull = useWatch({ control, name: 'nonNull' });
  const errorAt = (name: keyof AttributeFields) => {
    const message = formState.errors[name]?.message;
    return message === undefined ? undefined : ATTRIBUTE_FIELD[message as AttributeFieldCode];
  };
  const submit = handleSubmit(onAsk);
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        <div className="flex flex-col gap-1.5">
          <Select
            label="Table"
            options={tables.map((each) => ({ value: each.name, text: each.name }))}
            value={table === '' ? null : table}
            onChange={(value) => setValue('table', value, { shouldValidate: formState.isSubmitted })}
          />
          {errorAt('table') === undefined ? null : (
            <p role="alert" className="text-sm font-medium text-bad">
              {errorAt('table')}
            </p>
          )}
        </div>
        <Controller
          control={control}
          name="columnName"
          render={({ field }) => (
            <TextField
              label="Column name"
              inputRef={field.ref}
              isRequired
              mono
              autoComplete="off"
              spellCheck="false"
              placeholder="SUPPLIER_CODE"
              value={field.value}
              onChange={(value) => field.onChange(asColumnName(value))}
              hint="Peak wants capitals; what you type is turned into them."
              error={errorAt('columnName')}
            />
          )}
        />
        <Select
          label="Type"
          options={ATTRIBUTE_TYPES.map((value) => ({ value, ...ATTRIBUTE_TYPE[value] }))}
          value={dataType}
          onChange={(value) => {
            const type = ATTRIBUTE_TYPES.find((each) => each === value);
            if (type !== undefined) setValue('dataType', type, { shouldValidate: formState.isSubmitted });
          }}
        />
        {presence === 'required' ? null : (
          <Controller
            control={control}
            name="defaultValue"
            render={({ field }) => (
              <TextField
                label="Default"
                inputRef={field.ref}
                mono
                autoComplete="off"
                value={field.value}
                onChange={field.onChange}
                hint="Stored when a row leaves the column out. Empty: null."
                error={errorAt('defaultValue')}
              />
            )}
          />
        )}
      </div>
      <ChoiceCards
        label="Must every row have it?"
        columns={2}
        value={presence}
        onChange={(value) => setValue('presence', value === 'required' ? 'required' : 'optional')}
        choices={[
          {
            value: 'optional',
            title: 'Optional',
            text: 'Rows may leave it out. Files you already have stay good.',
          },
          { value: 'required', title: 'Required', text: 'A row without it is refused by Peak.' },
        ]}
      />
      {presence === 'required' ? (
        <Checkbox isSelected={nonNull} onChange={(value) => setValue('nonNull', value)}>
          Refuse null as well: an empty cell makes the row fail
        </Checkbox>
      ) : null}
      <div>
        <Button type="submit" look="primary">
          Add the column
        </Button>
      </div>
    </form>
  );
}
