'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { typeWords } from '@/components/messages/mapping';
import { ComboBox } from '@/components/ui/combo-box';
import { Select } from '@/components/ui/select';
import type { Mapping } from '@/lib/mapping/model';
import type { TableSpec } from '@/lib/peak/model';
import type { ColumnRule } from '@/lib/repair/model';
import { Field } from './rule-field';
import { ruleFrom } from './rule-form';
import { RULE_FORMS } from './rule-forms';
import { RulePreview, type AppliedRule } from './rule-preview';
import { ValueTable } from './value-table';

/** The file column that feeds a table column, where one does. */
function ownPosition(mapping: Mapping, column: string | null): readonly number[] {
  const source = mapping.find((entry) => entry.column === column)?.source;
  return source?.kind === 'file' ? [source.position] : [];
}

/** Any rule for any column, tried before it is applied. */
export function RuleComposer({
  loadId,
  table,
  header,
  mapping,
  onRules,
}: {
  readonly loadId: string;
  readonly table: TableSpec;
  readonly mapping: Mapping;
  readonly header: readonly string[];
  readonly onRules: (column: string, rules: readonly AppliedRule[]) => void;
}) {
  const [column, setColumn] = useState<string | null>(null);
  const [kind, setKind] = useState<string>('replace');
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [ticked, setTicked] = useState<readonly number[] | null>(null);
  const [looking, setLooking] = useState<ColumnRule | null>(null);
  const form = RULE_FORMS.find(({ id }) => id === kind);
  const positions = ticked ?? (form?.startsWithOwn ? ownPosition(mapping, column) : []);
  const rule = form === undefined ? null : ruleFrom(form, answers, positions);
  const spec = table.columns.find(({ name }) => name === column);
  const answer = (name: string, value: string) => {
    setLooking(null);
    setAnswers((before) => ({ ...before, [name]: value }));
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-4">
        <ComboBox
          label="Column to change"
          className="w-64 max-w-full"
          value={column}
          placeholder="Choose a column"
          options={table.columns.map((each) => ({
            value: each.name,
            text: each.name,
            note: typeWords(each),
          }))}
          onChange={(name) => {
            setLooking(null);
            setTicked(null);
            setColumn(name);
          }}
        />
        <Select
          label="What to do"
          className="w-72 max-w-full"
          value={kind}
          options={[
            ...RULE_FORMS.map(({ id, title }) => ({ value: id, text: title })),
            { value: 'map-values', text: 'Replace values by a table' },
          ]}
          onChange={(next) => {
            setLooking(null);
            setAnswers({});
            setTicked(null);
            setKind(next);
          }}
        />
        {form?.fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            value={answers[field.name]}
            header={header}
            positions={positions}
            onAnswer={(value) => answer(field.name, value)}
            onPositions={(next) => {
              setLooking(null);
              setTicked(next);
            }}
          />
        ))}
        {form === undefined ? null : (
          <Button isDisabled={rule === null || column === null} onPress={() => setLooking(rule)}>
            Look at what it does
          </Button>
        )}
      </div>
      {kind === 'map-values' && spec !== undefined ? (
        <ValueTable key={spec.name} loadId={loadId} column={spec} onlyErrors={false} onTable={setLooking} />
      ) : null}
      {looking === null || column === null ? null : (
        <RulePreview
          loadId={loadId}
          column={column}
          rule={looking}
          isKey={table.primaryKey.includes(column)}
          proved={false}
          onApply={(rules) => {
            onRules(column, rules);
            setLooking(null);
          }}
          onClose={() => setLooking(null)}
        />
      )}
    </div>
  );
}
