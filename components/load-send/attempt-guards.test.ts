import { expect, it } from 'vitest';
import { REJECTION_WORDS } from '@/components/messages/rejections';
import { load as sampleLoad } from '@/lib/checklist/derive-samples';
import { systemClock } from '@/lib/base/clock';
import { exportFailed } from '@/lib/intake/failed-file';
import { memoryFiles } from '@/lib/intake/memory-files';
import type { Rules } from '@/lib/intake/protocol';
import { createReading } from '@/lib/intake/reading';
import { matchRepaired } from '@/lib/intake/sending-attempt';
import type { SendingPorts } from '@/lib/intake/sending-ports';
import { freezing, loadId, SendingTrial } from '@/lib/intake/sending-trial';
import type { ColumnSpec } from '@/lib/peak/model';
import type { ColumnRule } from '@/lib/repair/model';
import { attemptMapping, attemptRepairs } from './attempt-parts';

const column = (name: string): ColumnSpec => ({
  name,
  type: 'string',
  rawType: 'string',
  required: true,
  nullable: false,
  unchecked: [],
});
const table = {
  name: 'T',
  objectName: 'T',
  columns: ['ID', 'CONTACT'].map(column),
  primaryKey: ['ID'],
  uniqueKeys: [],
  foreignKeys: [],
};

it.each<[string, ColumnRule, number]>([
  ['joined into one', { rule: 'join', positions: [1, 2], separator: ' ' }, 1],
  ['taken where another is empty', { rule: 'first-filled', positions: [2] }, 3],
])(
  'failed rows dropped back untouched send what they sent, from a column only %s',
  async (_what, rule, fed) => {
    const reading = createReading({ files: memoryFiles(), clock: systemClock, emit: () => undefined });
    const csv = 'id,name,phone,empty\nA,Ann,+49 30 12,\nB,Bob,=34,\n';
    const head = await reading.open({ loadId: 'root', file: new File([csv], 'a.csv') });
    const rules: Rules = {
      table,
      mapping: [
        { column: 'ID', source: { kind: 'file', position: 0, by: 'exact' } },
        { column: 'CONTACT', source: { kind: 'file', position: fed, by: 'user' } },
      ],
      repairs: [{ id: 'r', kind: 'column', column: 'CONTACT', rule }],
      duplicates: 'keep-all',
      operation: 'APPEND',
    };
    const sent = async (id: string, by: Rules) => {
      await reading.check({ loadId: id, runId: 1, rules: by });
      const filter = { kind: 'state', state: 'ready' } as const;
      return (await reading.rows({ loadId: id, filter, from: 0, count: 9 })).rows.map(({ tokens }) => tokens);
    };
    const before = await sent('root', rules);
    expect(before).toHaveLength(2);

    const trial = new SendingTrial();
    trial.values = ['bad', 'bad'];
    await trial.sending.freeze(freezing);
    await trial.sendToEnd();
    // Of all ports these two roads use the journal and the files alone.
    const ports = {
      journal: trial.journal,
      source: (id: string) => reading.source(id === loadId ? 'root' : id),
    } as unknown as SendingPorts;
    const made = await exportFailed(ports, {
      loadId,
      format: 'csv',
      words: REJECTION_WORDS,
      edits: [],
      name: 's',
    });
    expect(await made.file.text()).toContain("'+49 30 12");
    const now = await reading.open({ loadId: 'again', file: new File([made.file], made.name) });
    const match = await matchRepaired(ports, { loadId: 'again', of: loadId, edits: [] });
    const source = {
      name: 'a.csv',
      sizeBytes: 1,
      lastModified: 1,
      dialect: head.dialect,
      header: head.header,
    };
    const failed = { ...sampleLoad(), source, mapping: rules.mapping, repairs: rules.repairs };
    const mapping = attemptMapping(table, failed, { header: now.header, rows: [] });
    const repairs = attemptRepairs(failed, match, now, () => 'n');
    expect(await sent('again', { ...rules, mapping, repairs })).toEqual(before);
  },
);
