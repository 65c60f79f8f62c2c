import { Callout } from '@/components/ui/callout';

/** Why nothing here can be changed any more. */
export function SentNote() {
  return (
    <Callout tone="neutral" title="For looking only: rows of this load were sent">
      What was sent must stay provable, so file, columns and repairs stand still. For other rows start another
      load of this table.
    </Callout>
  );
}
