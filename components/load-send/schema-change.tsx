'use client';

import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { schemaChangeSentence } from '@/components/messages/schema-change';
import type { SchemaChange as Change } from '@/lib/submission/schema-change';

/** What is not the same any more since the plan was frozen; nothing is sent, and the plan is made anew only when asked for. */
export function SchemaChange({
  changes,
  moved,
  onRebuild,
}: {
  /** Empty when the plan is too old to know the table it was made for. */
  readonly changes: readonly Change[];
  readonly moved: boolean;
  readonly onRebuild: () => void;
}) {
  return (
    <Callout
      tone="bad"
      live
      title="The live schema changed since this plan was made"
      {...(moved
        ? {}
        : {
            actions: (
              <Button size="sm" look="primary" onPress={onRebuild}>
                Make the plan anew
              </Button>
            ),
          })}
    >
      {changes.length === 0 ? null : (
        <ul className="my-1 list-disc pl-5">
          {changes.map((change) => (
            <li key={JSON.stringify(change)}>{schemaChangeSentence(change)}</li>
          ))}
        </ul>
      )}
      A plan frozen under one schema never runs under another.{' '}
      {moved
        ? 'Start a new load for the rows that are left.'
        : 'Make the plan anew: columns and rows are then checked by the schema there is now.'}
    </Callout>
  );
}
