import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeWorkbook, type MadeSheet } from '../../e2e/files/make-workbook';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import { troubleOf } from './errors';
import { memoryFiles } from './memory-files';
import { readingTrial, sampleRules } from './reading-trial';

const table = sampleTable(
  ['ID', 'CITY'].map((name) => sampleColumn(name, 'string', { required: false })),
  { name: 'QP_SALE_OOTB', objectName: 'SALE' },
);
const rules = sampleRules(table);
const file = (bytes: Uint8Array<ArrayBuffer>, name: string) => new File([bytes], name);
const cities = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => [`id ${from + at}`, `City ${at % 7}`]);
const january: MadeSheet = { name: 'January', rows: [['id', 'city'], ...cities(30)] };
const february: MadeSheet = { name: 'February', rows: [['id', 'city'], ...cities(20, 30)] };
const book = () => file(makeWorkbook({ sheets: [january, february] }), 'sales.xlsx');
const csv = `id,city\n${cities(60_000)
  .map((cells) => cells.join(','))
  .join('\n')}\n`;
/** Longer than what is made again rather than stored. */
const long = `id,city,note\n${cities(60_000)
  .map((cells) => `${cells.join(',')},${'n'.repeat(300)}`)
  .join('\n')}\n`;
const [packed, packedLong] = [csv, long].map((text) => new Uint8Array(gzipSync(text)));
const gz = (bytes = packed) => file(bytes ?? new Uint8Array(0), 'sales.csv.gz');

const codeOf = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  return error instanceof Error ? troubleOf(error).code : error;
};
const load = { loadId: 'l' };
const check = { ...load, runId: 1, rules };

describe('a workbook whose text is not what it seems', () => {
  const opened = (sheet: MadeSheet) =>
    readingTrial().reading.open({ loadId: 'a', file: file(makeWorkbook({ sheets: [sheet] }), 'a.xlsx') });

  it('is read although its rows begin in row 700,000', async () => {
    const at = (row: number) =>
      `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>id ${row}</t></is></c><c r="B${row}"><v>1</v></c></row>`;
    const head = await opened({ name: 'Low', data: [700_000, 700_001, 700_002].map(at).join('') });
    expect(head).toMatchObject({ header: ['id 700000', '1'], dialect: { headerRow: 700_000 } });
    expect(head.rows[0]).toMatchObject({ row: 700_001, cells: ['id 700001', '1'] });
  });

  it.each(['%PDF-1.7', 'PAR1', '{"a":1}', '<table>', 'SQLite format 3'])(
    'is a table although its first cell is %s',
    async (first) => {
      const head = await opened({ name: 'A', rows: [[first, 'city'], ...cities(3)] });
      expect(head.header).toEqual([first, 'city']);
    },
  );
});

describe('a compressed text', () => {
  it('shows its head at once and is checked whole, whatever row is asked for', async () => {
    const { reading, events } = readingTrial();
    const head = await reading.open({ ...load, file: gz() });
    expect(head).toMatchObject({ header: ['id', 'city'], dialect: { delimiter: ',' }, sizeBytes: gz().size });
    expect(await reading.check(check)).toMatchObject({ rows: 60_000, ready: 60_000 });
    const window = await reading.rows({ ...load, filter: { kind: 'all' }, from: 59_990, count: 5 });
    expect(window.rows[0]).toMatchObject({ row: 59_992, cells: ['id 59990', 'City 0'] });
    const unpacking = events.filter((event) => event.event === 'unpacking');
    expect(unpacking.at(-1)).toMatchObject({ ended: { sections: [] } });
  });

  it('that is long is opened again from what was kept, without being unpacked again', async () => {
    const { reading, files } = readingTrial();
    const head = await reading.open({ ...load, file: gz(packedLong) });
    await reading.check(check);
    const again = readingTrial({ files: files });
    expect(await again.reading.open({ ...load, dialect: head.dialect })).toEqual(head);
    expect(await again.reading.check(check)).toMatchObject({ ready: 60_000 });
    expect(again.events.filter((event) => event.event === 'unpacking')).toEqual([]);
  });

  it('that is short is made again, and takes no room, whatever was kept before', async () => {
    const { reading, files } = readingTrial();
    await reading.open({ ...load, file: gz(packedLong) });
    await reading.check(check);
    await reading.open({ ...load, file: gz() });
    expect(await reading.check({ ...check, runId: 2 })).toMatchObject({ ready: 60_000 });
    await reading.sourceFingerprint('l');
    expect((await files.read('l', 'text'))?.size ?? 0).toBe(0);
    const again = readingTrial({ files: files });
    await again.reading.open(load);
    expect(await again.reading.check(check)).toMatchObject({ ready: 60_000 });
    expect(again.events.some((event) => event.event === 'unpacking')).toBe(true);
  });

  it('is unpacked again where the copy of its text was cut short', async () => {
    const { reading, files } = readingTrial();
    await reading.open({ ...load, file: gz(packedLong) });
    await reading.check(check);
    const writer = await files.writer('l', 'text');
    writer.close();
    const again = readingTrial({ files: files });
    await again.reading.open(load);
    expect(await again.reading.check(check)).toMatchObject({ ready: 60_000 });
  });

  it.each([
    ['without private storage', 0],
    ['with private storage that is soon full', 5_000_000],
    ['with private storage that is full at once', 500_000],
  ])('is read %s', async (_where, room) => {
    const { reading } = readingTrial({ files: memoryFiles(room) });
    await reading.open({ ...load, file: gz(packedLong) });
    expect(await reading.check(check)).toMatchObject({ ready: 60_000 });
    const window = await reading.rows({ ...load, filter: { kind: 'all' }, from: 59_999, count: 1 });
    expect(window.rows[0]?.cells.slice(0, 2)).toEqual(['id 59999', 'City 2']);
  });

  it('that is cut off is refused when its end is reached, never checked in part', async () => {
    const { reading, events } = readingTrial();
    const whole = new Uint8Array(await gz().arrayBuffer());
    const cut = file(whole.slice(0, whole.length - 2000), 'cut.csv.gz');
    const opened = await codeOf(reading.open({ ...load, file: cut }));
    // The engine decides how much comes out before the cut is seen.
    if (opened !== 'file-damaged') {
      expect(await codeOf(reading.check(check))).toBe('file-damaged');
      expect(events.at(-1)).toMatchObject({ event: 'unpacking', refusal: 'file-damaged' });
    }
  });

  it.each([
    ['another compressed file', gzipSync(gzipSync('a,b\n1,2\n')), 'file-is-gzip'],
    ['a workbook', gzipSync(makeWorkbook({ sheets: [january] })), 'file-is-xlsx'],
    ['a heading alone', gzipSync('a,b\n'), 'file-header-only'],
    ['nothing', gzipSync(''), 'file-empty'],
  ])('that holds %s is refused', async (_what, bytes, code) => {
    const { reading } = readingTrial();
    expect(await codeOf(reading.open({ ...load, file: file(new Uint8Array(bytes), 'x.gz') }))).toBe(code);
  });
});

describe('a workbook', () => {
  it('offers its sheets, reads the first, and another choice reads others', async () => {
    const { reading } = readingTrial();
    const head = await reading.open({ ...load, file: book() });
    expect(head).toMatchObject({
      header: ['id', 'city'],
      dialect: { workbook: { sheets: ['January'], byName: false } },
      sheets: [
        { name: 'January', rows: 31 },
        { name: 'February', rows: 21 },
      ],
    });
    expect(await reading.check(check)).toMatchObject({ rows: 30 });
    const workbook = { sheets: ['January', 'February'], byName: false };
    await reading.open({ ...load, dialect: { workbook } });
    expect(await codeOf(reading.rows({ ...load, filter: { kind: 'all' }, from: 0, count: 1 }))).toBe(
      'not-checked',
    );
    expect(await reading.check({ ...check, runId: 2 })).toMatchObject({ rows: 50 });
    expect((await reading.open(load)).sections).toEqual([
      { sheet: 'January', textRow: 1, sheetRow: 1 },
      { sheet: 'February', textRow: 32, sheetRow: 2 },
    ]);
    const window = await reading.rows({ ...load, filter: { kind: 'all' }, from: 30, count: 1 });
    expect(window.rows[0]).toMatchObject({ row: 32, cells: ['id 30', 'City 0'] });
  });

  it('is joined whole where the headings of a further sheet stand below rows of data', async () => {
    const { reading } = readingTrial();
    const late = { name: 'February', rows: [...cities(3, 30), ['ID', 'City'], ...cities(2, 33)] };
    const workbook = { sheets: ['January', 'February'], byName: false };
    const sheets = file(makeWorkbook({ sheets: [january, late] }), 'a.xlsx');
    const head = await reading.open({ ...load, file: sheets, dialect: { workbook } });
    expect(head.notes.map(({ code }) => code)).toContain('sheet-headings-within');
    expect(await reading.check(check)).toMatchObject({ rows: 35, ready: 35, held: 0 });
  });

  it('is asked about texts without letters as any file is, where it also leaves cells bare', async () => {
    const { reading } = readingTrial();
    const empty = { xml: '<c t="inlineStr"><is><t></t></is></c>' };
    const rows = [['id', 'city'], ['1', 'Yangon'], ['2', empty], ['3']];
    await reading.open({ ...load, file: file(makeWorkbook({ sheets: [{ name: 'A', rows }] }), 'a.xlsx') });
    expect(await reading.check(check)).toMatchObject({
      ready: 2,
      held: 1,
      groups: [{ code: 'text-empty-quoted', column: 'CITY' }],
    });
  });

  it('keeps the text of the former choice when another one is refused', async () => {
    const { reading } = readingTrial();
    await reading.open({ ...load, file: book() });
    const workbook = { sheets: ['March'], byName: false };
    expect(await codeOf(reading.open({ ...load, dialect: { workbook } }))).toBe('sheet-gone');
    expect(await reading.check(check)).toMatchObject({ rows: 30 });
  });

  it('is sent from the states kept when it was planned, also after its sheets were chosen again', async () => {
    const { reading, files } = readingTrial();
    await reading.open({
      ...load,
      file: book(),
      dialect: { workbook: { sheets: ['February'], byName: false } },
    });
    await reading.check(check);
    await reading.keepStates('l', rules);
    const again = readingTrial({ files: files }).reading;
    await again.open({ ...load, dialect: { workbook: { sheets: ['January'], byName: false } } });
    const prepared = await again.prepared('l', rules);
    const rows: string[] = [];
    for await (const block of prepared.walk({}, new AbortController().signal)) {
      rows.push(...block.map(({ json }) => json ?? ''));
    }
    expect(rows).toHaveLength(20);
    expect(rows[0]).toBe('{"ID":"id 30","CITY":"City 0"}');
  });

  it('gives the same head when it is opened again', async () => {
    const { reading, files } = readingTrial();
    const odd: MadeSheet = { ...january, after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' };
    await reading.open({ ...load, file: file(makeWorkbook({ sheets: [odd] }), 'odd.xlsx') });
    await reading.check(check);
    await reading.sourceFingerprint('l');
    const whole = await reading.open(load);
    expect(whole.notes).toContainEqual({
      code: 'sheet-cells-merged',
      params: { sheet: 'January', count: 1, range: 'A1:B1' },
    });
    const again = readingTrial({ files: files }).reading;
    await again.open({ ...load, dialect: whole.dialect });
    // A short text is made again; what the sheet holds besides rows is known at its end.
    await again.check(check);
    expect(await again.open(load)).toEqual(whole);
  });

  it('another header row of a single sheet is read without making the text again', async () => {
    const { reading, events } = readingTrial();
    const titled: MadeSheet = { name: 'T', rows: [['Report of', 'January'], ['id', 'city'], ...cities(3)] };
    await reading.open({ ...load, file: file(makeWorkbook({ sheets: [titled] }), 't.xlsx') });
    await reading.check(check);
    const made = events.filter((event) => event.event === 'unpacking').length;
    const head = await reading.open({ ...load, dialect: { headerRow: 2 } });
    expect(head).toMatchObject({ header: ['id', 'city'], rows: [{ row: 3 }, { row: 4 }, { row: 5 }] });
    expect(events.filter((event) => event.event === 'unpacking')).toHaveLength(made);
  });

  it('is read behind blank lines', async () => {
    const zip = { before: new TextEncoder().encode('\ufeff\r\n') };
    const head = await readingTrial().reading.open({
      ...load,
      file: file(makeWorkbook({ sheets: [january], zip }), 'a'),
    });
    expect(head).toMatchObject({ header: ['id', 'city'], sheets: [{ name: 'January' }] });
  });

  it('is refused by name of what it is when it is not one', async () => {
    const { reading } = readingTrial();
    const bytes = makeWorkbook({ sheets: [january] });
    expect(
      await codeOf(reading.open({ ...load, file: file(bytes.slice(0, bytes.length - 300), 'x.xlsx') })),
    ).toBe('file-damaged');
    const empty = makeWorkbook({ sheets: [{ name: 'Nothing' }] });
    expect(await codeOf(reading.open({ ...load, file: file(empty, 'x.xlsx') }))).toBe(
      'workbook-without-rows',
    );
  });
});
