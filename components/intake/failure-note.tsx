import { Trouble } from '@/components/messages/trouble';
import { hasName } from '@/lib/base/errors';
import { troubleOf } from './desk-state';
import { TroubleNote } from './trouble-note';

/** Whatever a call of the worker was rejected with: expected trouble in its own words, a broken worker as what it is. */
export function FailureNote({ error }: { readonly error: unknown }) {
  return hasName(error, 'IntakeError') ? (
    <TroubleNote trouble={troubleOf(error)} />
  ) : (
    <Trouble error={error} />
  );
}
