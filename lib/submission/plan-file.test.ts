import { describe, expect, it } from 'vitest';
import { hostChoiceOf } from '../gateway/contract';
import { sampleLoad } from '../workspace/sample-load';
import { headerChanges, parsePlanFile, planFileOf } from './plan-file';

const load = sampleLoad({
  table: 'QP_SALE_OOTB',
  createdAt: 1,
  changedAt: 2,
  stage: 'send',
  source: {
    name: 'sales.csv',
    sizeBytes: 10,
    lastModified: 1,
    fingerprint: 'f'.repeat(64),
    kept: 'stored',
    dialect: {
      encoding: 'utf-8',
      bom: false,
      delimiter: ';',
      newline: '\n',
      quote: '"',
      headerRow: 1,
      decidedBy: { encoding: 'valid-utf-8', delimiter: 'consistent' },
    },
    header: ['id', 'amount'],
  },
  mapping: [{ column: 'SALE_ID', source: { kind: 'file', position: 0, by: 'exact' } }],
  repairs: [
    { id: 'r1', kind: 'column', column: 'AMOUNT', rule: { rule: 'decimal-comma' } },
    { id: 'r2', kind: 'skip', row: 7 },
  ],
});
const to = { host: { kind: 'hub' }, solutionName: 'QP_OOTB', schemaFingerprint: 's' } as const;

describe('a plan for the command line', () => {
  it('says all that decides what is sent, and survives the way through a file', () => {
    const plan = planFileOf(load, to);
    expect(plan).toMatchObject({
      ...to,
      table: 'QP_SALE_OOTB',
      operation: 'UPSERT',
      duplicates: 'keep-last',
      header: ['id', 'amount'],
      repairs: load.repairs,
      madeFor: { name: 'sales.csv', fingerprint: 'f'.repeat(64) },
    });
    expect(parsePlanFile(JSON.stringify(plan))).toEqual({ ok: true, value: plan });
  });

  it.each([
    ['carries the column that tells the newest row', 'keep-newest', 'AT', { version: 2, newestBy: 'AT' }],
    ['carries no such column where it means nothing', 'keep-last', 'AT', { version: 1 }],
    ['is read as older programs wrote it', 'keep-newest', undefined, { version: 1 }],
  ] as const)('%s', (_, duplicates, newestBy, expected) => {
    const plan = planFileOf({ ...load, duplicates, ...(newestBy && { newestBy }) }, to);
    const parsed = parsePlanFile(JSON.stringify(plan));
    expect(parsed).toMatchObject({ ok: true, value: { duplicates, ...expected } });
    expect(parsed.ok && 'newestBy' in parsed.value).toBe('newestBy' in expected);
  });

  it('is not there before a file is', () => {
    expect(planFileOf({ ...load, source: null }, to)).toBeUndefined();
  });

  it.each([
    ['plan-not-json', '{'],
    ['plan-other-kind', '{"kind":"peak-onramp-handover","version":1}'],
    ['plan-newer', '{"kind":"peak-onramp-plan","version":3}'],
    ['plan-malformed', '{"kind":"peak-onramp-plan","version":1}'],
  ])('is refused as %s', (code, text) => {
    expect(parsePlanFile(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('names the columns in which a header differs, by position', () => {
    expect(headerChanges(['a', 'b'], ['a', 'b'])).toEqual([]);
    expect(headerChanges(['a', 'b'], ['b', 'b', 'c'])).toEqual([
      { position: 0, plan: 'a', file: 'b' },
      { position: 2, plan: '', file: 'c' },
    ]);
  });

  it.each([
    ['hub', 'https://ingestion.peak.ai', { kind: 'hub' }],
    ['regional', 'https://ingestion.eu-1.peak.ai', { kind: 'regional', cluster: 'eu-1' }],
    ['allowed', 'https://peak.example', { kind: 'allowed', origin: 'https://peak.example' }],
    ['sandbox', 'http://127.0.0.1:4010', { kind: 'sandbox', tenant: 'a' }],
  ] as const)('leads back to the host of a connection: %s', (hostKind, host, choice) => {
    expect(hostChoiceOf({ host, hostKind })).toEqual(choice);
  });
});
