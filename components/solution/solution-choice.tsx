'use client';

import { counted } from '@/components/messages/format';
import { Callout } from '@/components/ui/callout';
import { ChoiceCards } from '@/components/ui/choice-cards';
import type { Solution } from '@/lib/peak/model';

export const NOT_LISTED = ' not listed';

const facts = (solution: Solution) =>
  [
    solution.tableCount === undefined ? undefined : counted(solution.tableCount, 'table'),
    solution.targetSchemaName === '' ? undefined : `in ${solution.targetSchemaName}`,
    solution.prefix + solution.suffix === ''
      ? 'plain table names'
      : `named ${solution.prefix}…${solution.suffix}`,
  ]
    .filter((fact) => fact !== undefined)
    .join(', ');

/** The tenant's own list, and the way out of it. */
export function SolutionChoice({
  solutions,
  unread,
  value,
  onChange,
}: {
  readonly solutions: readonly Solution[];
  readonly unread: boolean;
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}) {
  if (solutions.length === 0)
    return (
      <Callout title={unread ? 'The list could not be read' : 'This tenant has no rolled-out solution yet'}>
        {unread
          ? 'You can enter the details by hand meanwhile.'
          : 'Enter the details below; the next step rolls the tables out. If Peak’s staff do that for you, wait for their word and check again.'}
      </Callout>
    );
  return (
    <ChoiceCards
      label="Solutions of this tenant"
      columns={2}
      value={value}
      onChange={onChange}
      choices={[
        ...solutions.map((solution) => ({
          value: solution.solutionName,
          title: solution.solutionName,
          text: facts(solution),
        })),
        {
          value: NOT_LISTED,
          title: 'Another one',
          text: 'Not rolled out yet: enter its details, the next step makes its tables.',
        },
      ]}
    />
  );
}
