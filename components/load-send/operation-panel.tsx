'use client';

import { OPERATION_WORDS } from '@/components/messages/operation';
import { operationSentence } from '@/components/messages/prepare';
import { Badge } from '@/components/ui/badge';
import { ChoiceCards } from '@/components/ui/choice-cards';
import { Panel } from '@/components/ui/panel';
import {
  OPERATION_TYPES,
  operationType,
  recommendedOperation,
  type OperationType,
  type TableSpec,
} from '@/lib/peak/model';

/** The recommended one is chosen, with its reason; the other one says what it would do. */
export function OperationPanel({
  table,
  operation,
  readOnly,
  onChange,
}: {
  readonly table: TableSpec;
  readonly operation: OperationType;
  readonly readOnly: boolean;
  readonly onChange: (operation: OperationType) => void;
}) {
  const recommended = recommendedOperation(table);
  const withoutKey = table.primaryKey.length === 0;
  return (
    <Panel title="Operation type" note={operationSentence(recommended, operation)}>
      <ChoiceCards
        label="What Peak does with the rows"
        columns={2}
        value={operation}
        isDisabled={readOnly}
        onChange={(value) => onChange(operationType.parse(value))}
        choices={OPERATION_TYPES.map((type) => ({
          value: type,
          ...OPERATION_WORDS[type],
          ...(type === recommended.operation ? { badge: <Badge tone="good">recommended</Badge> } : {}),
          disabled: type === 'UPSERT' && withoutKey,
        }))}
      />
    </Panel>
  );
}
