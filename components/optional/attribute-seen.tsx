'use client';

import { formatWhen } from '@/components/messages/format';
import { typeText } from '@/components/prepare/templates';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { TableSpec } from '@/lib/peak/model';
import type { Facts } from '@/lib/workspace/model';

/** Peak took the request; the column counts as there only once the live schema shows it. */
export function AttributeSeen({
  added,
  tables,
  isReading,
  onRead,
}: {
  readonly added: NonNullable<Facts['attributeAdded']>;
  readonly tables: readonly TableSpec[];
  readonly isReading: boolean;
  readonly onRead: () => void;
}) {
  const column = tables
    .find((table) => table.name === added.table)
    ?.columns.find((each) => each.name.toUpperCase() === added.column.toUpperCase());
  if (column !== undefined)
    return (
      <Callout tone="good" live title={`${column.name} is in the live schema of ${added.table}`}>
        Type {typeText(column)}, {column.required ? 'required in every row' : 'may be left out'},{' '}
        {column.nullable ? 'null allowed' : 'null refused'}.
      </Callout>
    );
  return (
    <Callout
      tone="warn"
      live
      title={`${added.column} does not show in the live schema yet`}
      actions={
        <Button size="sm" pending={isReading} onPress={onRead}>
          Read the schema again
        </Button>
      }
    >
      Peak took the request for {added.table} at {formatWhen(added.at, added.at)}. Send nothing into the
      column before it shows.
    </Callout>
  );
}
