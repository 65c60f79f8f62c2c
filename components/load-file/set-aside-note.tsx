import { counted } from '@/components/messages/format';
import { Callout } from '@/components/ui/callout';
import type { Load } from '@/lib/workspace/model';

/** Repairs of rows that are numbered otherwise now: they are not lost, and this is how they come back. */
export function SetAsideNote({ load }: { readonly load: Load }) {
  const count = (load.setAside ?? []).reduce((sum, { repairs }) => sum + repairs.length, 0);
  if (count === 0) return null;
  return (
    <Callout live title={`${counted(count, 'repair')} of single rows set aside`}>
      Read this way, the file has other rows under the same numbers. Choose the former quotes, line ends,
      separator or sheets again and they are back.
    </Callout>
  );
}
