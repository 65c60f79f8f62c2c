import { exportFailed, failedFile } from './failed-file';
import type { CallGive, CallTake } from './protocol';
import { rehearse } from './rehearse';
import { matchRepaired } from './sending-attempt';
import { receiptOf } from './sending-joined';
import type { SendingPorts } from './sending-ports';
import { journalTold } from './sending-record';
import { rejectedRows } from './sending-rejected';

/** The worker's calls that send nothing for good: rehearsal, failed rows, receipt. */
export function afterwards(ports: SendingPorts) {
  const { journal } = ports;
  const rehearsing = new Map<string, AbortController>();
  return {
    rejectedRows: (take: CallTake<'rejectedRows'>): Promise<CallGive<'rejectedRows'>> =>
      journalTold(() => rejectedRows(ports, take)),

    exportFailed: (take: CallTake<'exportFailed'>): Promise<CallGive<'exportFailed'>> =>
      journalTold(() => exportFailed(ports, take)),

    receipt: (take: CallTake<'receipt'>): Promise<CallGive<'receipt'>> =>
      journalTold(() => receiptOf(journal, take.loadId)),

    /** One at a time for each load: a newer one ends the one before. */
    async rehearse(take: CallTake<'rehearse'>): Promise<CallGive<'rehearse'>> {
      rehearsing.get(take.loadId)?.abort();
      const stop = new AbortController();
      rehearsing.set(take.loadId, stop);
      const prepared = await ports.prepared(take.loadId, take.rules);
      const { loadId } = take;
      return rehearse(ports, take, prepared, stop.signal, (rows) =>
        ports.emit({ event: 'rehearsing', loadId, rows }),
      );
    },

    async stopRehearsal(take: CallTake<'stopRehearsal'>): Promise<null> {
      rehearsing.get(take.loadId)?.abort();
      return null;
    },

    failedFile: (take: CallTake<'failedFile'>): Promise<CallGive<'failedFile'>> =>
      journalTold(() => failedFile(ports, take)),

    matchRepaired: (take: CallTake<'matchRepaired'>): Promise<CallGive<'matchRepaired'>> =>
      journalTold(() => matchRepaired(ports, take)),
  };
}
