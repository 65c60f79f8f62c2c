import type { TableSpec } from '../peak/model';
import { memoryJournal } from '../submission/journal/memory';
import type { SendProgress } from '../submission/model';
import { PretendPeak, pretendRows } from '../submission/pretend-peak';
import type { Fault } from '../submission/pretend-peak';
import { sha256Over } from '../submission/sha256';
import { SimulatedClock } from '../submission/simulated-clock';
import type { IntakeEvent, Rules } from './protocol';
import type { FileCells } from './prepared';
import { createSending } from './sending';
import type { Sending } from './sending';

const column = (name: string): TableSpec['columns'][number] => ({
  name,
  type: 'string',
  rawType: 'string',
  required: true,
  nullable: false,
  unchecked: [],
});
export const rules: Rules = {
  table: {
    name: 'QP_SALE_OOTB',
    objectName: 'SALE',
    columns: [column('ID'), column('V')],
    primaryKey: ['ID'],
    uniqueKeys: [],
    foreignKeys: [],
  },
  mapping: [],
  repairs: [],
  duplicates: 'keep-all',
  operation: 'APPEND',
};
export const loadId = 'load';
export const connectionId = `c${'a'.repeat(24)}`;
export const freezing = {
  loadId,
  rules,
  connectionId,
  solutionName: 'QP_OOTB',
  schemaFingerprint: 'schema',
  rowsPerBatch: 2,
  maxBodyBytes: 1_000_000,
};
export const sendTake = { loadId, rules, connectionId };
export const testing = { ...sendTake, solutionName: 'QP_OOTB', rows: 3 };

/** For tests: the sending half of a worker over a pretended Peak, with time, journal and locks at hand. */
export class SendingTrial {
  values: (string | null)[] = ['ok', 'ok', null, 'ok', 'bad', 'ok', 'echo', 'ok', 'ok'];
  faults: Record<number, Fault> = {};
  /** The file of an attempt: its cells from row 2 on. */
  repaired: [id: string, value: string, sourceRow: string][] = [];
  /** Its columns from left to right, of the three there are. */
  repairedOrder = [0, 1, 2];
  /** Given where the load's file is a workbook: which of its cells are numbers. */
  numbers: FileCells['numbers'];
  emptyTexts: FileCells['emptyTexts'];
  readonly clock = new SimulatedClock();
  readonly peak = new PretendPeak(this.clock, (n) => this.faults[n]);
  readonly journal = memoryJournal();
  readonly events: IntakeEvent[] = [];
  readonly held = new Set<string>();
  /** What happens before somebody hears that a lock is taken. */
  whenRefused: (() => Promise<void>) | undefined;
  checkedYet = true;
  readonly sending: Sending = this.open();

  /** A worker of its own over the same journal and locks, as another tab or a later life has. */
  open(): Sending {
    return createSending({
      journal: this.journal,
      transport: this.peak,
      clock: this.clock,
      sha256: sha256Over(crypto.subtle),
      random: () => 0.5,
      lock: async (name) => {
        if (this.held.has(name)) {
          await this.whenRefused?.();
          return null;
        }
        this.held.add(name);
        return () => this.held.delete(name);
      },
      prepared: async (id) =>
        pretendRows(id === loadId ? this.values : this.repaired.map(([, value]) => value)),
      source: async (id) =>
        id !== loadId
          ? this.repairedFile()
          : {
              header: ['ID', 'V'],
              ...(this.numbers && { numbers: this.numbers }),
              ...(this.emptyTexts && { emptyTexts: this.emptyTexts }),
              cells: async (rows) =>
                new Map(rows.map((row) => [row, [`=${row}`, this.values[row - 2] ?? '']])),
            },
      checked: (id) => {
        const values = id === loadId ? this.values : this.repaired;
        const ready = values.filter((value) => value !== null).length;
        const rows = values.length;
        return this.checkedYet ? { rows, ready, held: rows - ready, skipped: 0, superseded: 0 } : undefined;
      },
      keepStates: async () => undefined,
      sourceFingerprint: () => 'source',
      emit: (event) => this.events.push(event),
    });
  }

  private repairedFile() {
    const all = [['ID', 'V', 'source_row'], ...this.repaired].map((cells) =>
      this.repairedOrder.map((at) => cells[at] ?? ''),
    );
    const header = all[0] ?? [];
    const cells = async (rows: readonly number[]) =>
      new Map(
        rows.flatMap((row) => {
          const own = all[row - 1];
          return own === undefined ? [] : [[row, own] as const];
        }),
      );
    return { header, cells };
  }

  progress(): SendProgress[] {
    return this.events.flatMap((event) => (event.event === 'sending' ? [event.progress] : []));
  }

  async sendToEnd(by = this.sending, take: Parameters<Sending['send']>[0] = sendTake): Promise<SendProgress> {
    const before = this.progress().length;
    const first = await by.send(take);
    if (first.state !== 'sending') return first;
    for (;;) {
      const last = this.progress().slice(before).at(-1);
      if (last && last.state !== 'sending' && last.state !== 'pausing') return last;
      await this.clock.wait(50);
    }
  }
}
