import type { ColumnRule } from '../repair/model';
import type { FindingGroup } from './model';

/** What a column's evidence has to say about one kind of finding: a rule it proves, or rules to choose from. */
export type Offers = Pick<FindingGroup, 'offer' | 'choices' | 'proofs'>;

export const choose = (choices: readonly ColumnRule[]): Offers =>
  choices.length === 0 ? {} : { choices: [...choices] };
