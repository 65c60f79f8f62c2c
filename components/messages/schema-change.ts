import type { FACTS, SchemaChange } from '@/lib/submission/schema-change';

const FACT: Record<(typeof FACTS)[number], string> = {
  type: 'type',
  precision: 'number of digits',
  scale: 'decimal places',
  format: 'format',
  required: 'required',
  nullable: 'may be empty',
  defaultValue: 'default value',
  minLength: 'shortest length',
  maxLength: 'longest length',
  allowed: 'allowed values',
  min: 'smallest value',
  max: 'largest value',
  pattern: 'pattern',
  unchecked: 'other validations',
};
const BOOLEAN: Readonly<Record<string, string>> = { true: 'yes', false: 'no', '': 'none' };
const said = (text: string): string => BOOLEAN[text] ?? text;

/** One difference between the table of a plan and the live one. */
export function schemaChangeSentence(change: SchemaChange): string {
  switch (change.kind) {
    case 'added':
      return `Column ${change.column} is new.`;
    case 'removed':
      return `Column ${change.column} is gone.`;
    case 'changed':
      return `Column ${change.column}, ${FACT[change.what]}: was ${said(change.from)}, is ${said(change.to)}.`;
    case 'key':
      return `Primary key: was ${change.from.join(', ') || 'none'}, is ${change.to.join(', ') || 'none'}.`;
  }
}
