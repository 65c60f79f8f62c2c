import { isProof } from './proved-rules';
import type { ColumnSpec } from '@/lib/peak/model';
import type { ColumnRule } from '@/lib/repair/model';
import type { FindingGroup } from '@/lib/validation/model';

/** What can be done about a group of findings besides holding the rows back. */
export interface OnOffer {
  /** `proved`: the column itself shows that the rule fits. `likely`: it nearly always does. `ask`: only the user can know. */
  readonly by: 'proved' | 'likely' | 'ask';
  readonly rules: readonly ColumnRule[];
  /** One value for all empty cells may be given. */
  readonly fill: boolean;
  /** The values may be replaced one by one, from a list of them. */
  readonly map: boolean;
}

/** Rules to choose from where the column proves none. Nothing of it is ever applied by itself. */
export function rulesOnOffer(group: FindingGroup, column: ColumnSpec | undefined): OnOffer {
  if (column === undefined) return { by: 'ask', rules: [], fill: false, map: false };
  if (group.offer !== undefined)
    return { by: isProof(group.offer) ? 'proved' : 'likely', rules: [group.offer], fill: false, map: false };
  if (group.choices !== undefined) return { by: 'ask', rules: group.choices, fill: false, map: false };
  switch (group.code) {
    case 'cell-error-value': {
      const words = [...new Set(group.examples.map(({ value, now = value }) => now.trim()))];
      return {
        by: 'ask',
        rules: column.nullable && words.length > 0 ? [{ rule: 'empty-words', words }] : [],
        fill: false,
        map: false,
      };
    }
    case 'value-not-allowed':
    case 'boolean-malformed':
      return { by: 'ask', rules: [], fill: false, map: true };
    case 'required-empty':
      return {
        by: 'ask',
        rules: column.type === 'string' ? [{ rule: 'empty-as', as: 'text' }] : [],
        fill: true,
        map: false,
      };
    default:
      return { by: 'ask', rules: [], fill: false, map: false };
  }
}
