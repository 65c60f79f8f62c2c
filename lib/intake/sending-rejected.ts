import type { CallGive, CallTake } from './protocol';
import { openRows } from './sending-joined';
import type { SendingPorts } from './sending-ports';

/** A window of the rows that failed and are not on their way again, in file order, with the user's own cells. */
export async function rejectedRows(
  ports: SendingPorts,
  take: CallTake<'rejectedRows'>,
): Promise<CallGive<'rejectedRows'>> {
  const all = [...(await openRows(ports.journal, take.loadId)).values()];
  const page = all.slice(take.from, take.from + take.count);
  if (page.length === 0) return { total: all.length, rows: [] };
  const source = await ports.source(take.loadId);
  const cells = await source.cells(page.map(({ row }) => row));
  return {
    total: all.length,
    rows: page.map(({ row, errors }) => ({ row, cells: [...(cells.get(row) ?? [])], errors })),
  };
}
