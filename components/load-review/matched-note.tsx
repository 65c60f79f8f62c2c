import { address } from '@/components/road/addresses';
import { isMatchedByName } from '@/components/load-frame/steps';
import type { Ground } from '@/components/load-frame/ground';
import { counted } from '@/components/messages/format';
import { LinkButton } from '@/components/ui/button';

/** What took the place of the columns screen, which is passed by when every name is the table's own. */
export function MatchedNote({ ground: { load, table, workspace } }: { readonly ground: Ground }) {
  if (!isMatchedByName(load, table)) return null;
  const fed = load.source?.header.length ?? 0;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
      <span>
        All {counted(fed, 'column')} of the file {fed === 1 ? 'has' : 'have'} the name of a table column, so
        nothing had to be matched.
      </span>
      <LinkButton size="sm" href={address.load(workspace.id, load.id, 'columns')}>
        Change
      </LinkButton>
    </p>
  );
}
