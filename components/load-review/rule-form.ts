import type { ColumnRule } from '@/lib/repair/model';
import { columnRule } from '@/lib/repair/model';

/** A question a rule asks before it can be tried. */
export interface RuleField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'choice' | 'columns';
  readonly options?: readonly { readonly value: string; readonly text: string }[];
  readonly hint?: string;
  /** The answer until another one is typed. */
  readonly usual?: string;
}

export interface RuleForm {
  readonly id: ColumnRule['rule'];
  readonly title: string;
  readonly fields: readonly RuleField[];
  /** Whether the file column that feeds the table column is ticked from the start. */
  readonly startsWithOwn?: true;
  /** Answers as they were given, by field; file columns by position in the order they were ticked. */
  readonly make: (answers: Readonly<Record<string, string>>, positions: readonly number[]) => unknown;
}

/** What stands in a field until it is answered: the first option of a choice, the usual text. */
export const usualAnswer = ({ options, usual }: RuleField): string | undefined =>
  options?.[0]?.value ?? usual;

/** The rule the answers make; null while they do not make one. The usual answer counts until another is given. */
export function ruleFrom(
  form: RuleForm,
  answers: Readonly<Record<string, string>>,
  positions: readonly number[],
): ColumnRule | null {
  const first: Record<string, string> = {};
  for (const field of form.fields) {
    const usual = usualAnswer(field);
    if (usual !== undefined) first[field.name] = usual;
  }
  const made = columnRule.safeParse(form.make({ ...first, ...answers }, positions));
  return made.success ? made.data : null;
}
