import { expect, it } from 'vitest';
import { REJECTION_WORDS } from '@/components/messages/rejections';
import { load as sampleLoad } from '@/lib/checklist/derive-samples';
import { exportFailed } from '@/lib/intake/failed-file';
import { readingTrial, sampleRules } from '@/lib/intake/reading-trial';
import { matchRepaired } from '@/lib/intake/sending-attempt';
import type { SendingPorts } from '@/lib/intake/sending-ports';
import { freezing, loadId, SendingTrial } from '@/lib/intake/sending-trial';
import type { Rules } from '@/lib/intake/protocol';
import type { ColumnSource } from '@/lib/mapping/model';
import { sampleColumn, sampleTable } from '@/lib/peak/sample-table';
import type { ColumnRule, Repair } from '@/lib/repair/model';
import { attemptMapping, attemptRepairs, columnPlaces, editedCells, leftByFiles } from './attempt-parts';

const table = sampleTable([sampleColumn('ID'), sampleColumn('CONTACT')]);
const fed = (position: number): ColumnSource => ({ kind: 'file', position, by: 'user' });
const ofColumn = (rule: ColumnRule): Repair => ({ id: 'r', kind: 'column', column: 'CONTACT', rule });
const written = (row: number, text: string): Repair => ({
  id: `${row}${text}`,
  kind: 'cell',
  row,
  column: 'CONTACT',
  text,
});
const PEOPLE = 'id,name,phone,note\nA,Ann,+49 30 12,\nB,Bob,=34,""\nC,Cy,5,\n';

it.each<[string, ColumnSource, Repair[], readonly [string, string]]>([
  [
    'joined into one',
    fed(1),
    [ofColumn({ rule: 'join', positions: [1, 2], separator: ' ' })],
    ['"Ann +49 30 12"', '"Bob =34"'],
  ],
  [
    'taken where another is empty',
    fed(3),
    [ofColumn({ rule: 'first-filled', positions: [2] })],
    ['"+49 30 12"', '"=34"'],
  ],
  [
    'written by hand, with none in the file',
    { kind: 'omit' },
    [written(2, 'at home'), written(3, 'first'), written(3, 'ask Ann'), written(4, 'not failed')],
    ['"at home"', '"ask Ann"'],
  ],
  [
    'empty, whose quotes tell a text from no value',
    fed(3),
    [ofColumn({ rule: 'empty-as', as: 'quoted-text' })],
    ['null', '""'],
  ],
  [
    'emptied by hand between quotes',
    fed(3),
    [ofColumn({ rule: 'empty-as', as: 'quoted-text' }), written(3, 'x'), written(3, '')],
    ['null', 'null'],
  ],
])(
  'failed rows dropped back untouched send what they sent, from a column %s',
  async (_what, source, repairs, contacts) => {
    const { reading } = readingTrial();
    const head = await reading.open({ loadId: 'root', file: new File([PEOPLE], 'a.csv') });
    const mapping = [
      { column: 'ID', source: fed(0) },
      { column: 'CONTACT', source },
    ];
    const rules = sampleRules(table, { mapping, repairs, duplicates: 'keep-all', operation: 'APPEND' });
    const sent = async (id: string, by: Rules) => {
      await reading.check({ loadId: id, runId: 1, rules: by });
      const filter = { kind: 'state', state: 'ready' } as const;
      const { rows } = await reading.rows({ loadId: id, filter, from: 0, count: 9 });
      return rows.map(({ tokens }) => tokens[1]);
    };
    expect((await sent('root', rules)).slice(0, 2)).toEqual(contacts);

    const trial = new SendingTrial();
    trial.values = ['bad', 'bad', 'ok'];
    await trial.sending.freeze(freezing);
    await trial.sendToEnd();
    // Of all ports these two roads use the journal and the files alone.
    const ports = {
      journal: trial.journal,
      source: (id: string) => reading.source(id === loadId ? 'root' : id),
    } as unknown as SendingPorts;
    const { dialect, header } = head;
    const file = { name: 'a.csv', sizeBytes: 1, lastModified: 1, dialect, header };
    const failed = { ...sampleLoad(), source: file, mapping, repairs };
    for (const format of ['csv', 'xlsx'] as const) {
      const edits = editedCells(failed);
      const told = { words: REJECTION_WORDS, places: columnPlaces(failed), edits };
      const made = await exportFailed(ports, { loadId, format, ...told, name: 's' });
      const again = `again as ${format}`;
      // What a spreadsheet makes of quotes around nothing when it saves the file.
      const text = (await made.file.text()).replaceAll('""', '');
      const back = format === 'csv' ? text : made.file;
      const now = await reading.open({ loadId: again, file: new File([back], made.name) });
      const match = await matchRepaired(ports, { loadId: again, of: loadId, edits, ...leftByFiles(failed) });
      const columns = attemptMapping(table, failed, { header: now.header, rows: [] });
      const carried = attemptRepairs(failed, match, { ...now, mapping: columns }, () => 'n');
      expect(await sent(again, { ...rules, mapping: columns, repairs: carried })).toEqual(contacts);
    }
  },
);
