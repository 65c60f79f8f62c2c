import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnSpec } from '../peak/model';
import type { ColumnRule } from '../repair/model';
import type { FindingCode } from './model';
import { column, groupsOf } from './one-column';

const order = (name: 'day-first' | 'month-first' | 'year-first', pivot?: number): ColumnRule => ({
  rule: 'date-order',
  order: name,
  ...(pivot === undefined ? {} : { pivot }),
});
const comma: ColumnRule = { rule: 'decimal-comma' };
const point: ColumnRule = { rule: 'thousands-comma' };

type Case = [
  what: string,
  spec: ColumnSpec,
  cells: string[],
  code: FindingCode,
  want: { offer?: ColumnRule; choices?: ColumnRule[]; rows?: number[] },
];

describe('what a column proves, and what it leaves to ask', () => {
  const date = column('date');
  const float = column('float');
  const cases: Case[] = [
    [
      'month first by one row',
      date,
      ['03/04/2024', '04/13/2024'],
      'date-order-unknown',
      { offer: order('month-first'), rows: [3] },
    ],
    [
      'day first by one row',
      date,
      ['03.04.2024', '13.04.2024'],
      'date-order-unknown',
      { offer: order('day-first'), rows: [3] },
    ],
    [
      'nothing',
      date,
      ['03/04/2024'],
      'date-order-unknown',
      { choices: [order('day-first'), order('month-first')], rows: [2] },
    ],
    [
      'a contradiction',
      date,
      ['13/04/2024', '04/13/2024'],
      'date-order-unknown',
      { choices: [order('day-first'), order('month-first')], rows: [2, 3] },
    ],
    [
      'short years and their order',
      date,
      ['8/15/14', '4/12/14'],
      'date-order-unknown',
      { offer: order('month-first', 29), rows: [2] },
    ],
    [
      'short years of an unsure century',
      date,
      ['8/15/64'],
      'date-order-unknown',
      { choices: [29, 68, 99].map((pivot) => order('month-first', pivot)), rows: [2] },
    ],
    [
      'an order by two rows together',
      date,
      ['15/08/14', '1/2/14'],
      'date-order-unknown',
      { offer: order('day-first', 29), rows: [3, 2] },
    ],
    [
      'dates without separators',
      date,
      ['20240131', '20241212'],
      'date-compact',
      { offer: order('year-first'), rows: [2] },
    ],
    [
      'the twelve-hour clock',
      column('timestamp'),
      ['2024-01-31 03:04 PM'],
      'date-twelve-hour',
      { offer: order('year-first'), rows: [2] },
    ],
    ['names of months', date, ['5 March 2024'], 'date-month-name', { offer: { rule: 'date-names' } }],
    [
      'names of months with short years',
      date,
      ['5-Mar-24'],
      'date-month-name',
      { offer: { rule: 'date-names', pivot: 29 } },
    ],
    [
      'day numbers, never by itself',
      date,
      ['45322'],
      'date-serial',
      {
        choices: [
          { rule: 'date-serial', system: '1900' },
          { rule: 'date-serial', system: '1904' },
        ],
      },
    ],
    [
      'one zone',
      column('timestamp'),
      ['2024-01-31T10:00:00Z'],
      'date-zone-dropped',
      { choices: [{ rule: 'date-drop', part: 'zone' }] },
    ],
    [
      'two zones',
      column('timestamp'),
      ['2024-01-31T10:00:00Z', '2024-01-31T10:00:00+01:00'],
      'date-zone-dropped',
      {},
    ],
    ['a decimal comma', float, ['45,06', '7'], 'number-decimal-comma', { offer: comma, rows: [2] }],
    [
      'points between thousands',
      float,
      ['1.234,5'],
      'number-decimal-comma',
      { offer: { ...comma, lonePoint: 'thousands' }, rows: [2] },
    ],
    [
      'commas between thousands, by a clean cell',
      float,
      ['1,234', '2.50'],
      'number-thousands',
      { offer: point, rows: [3] },
    ],
    ['no sign', float, ['1,234', '5'], 'number-thousands', { choices: [comma, point] }],
    [
      'both signs',
      float,
      ['45,06', '2.50'],
      'number-decimal-comma',
      { choices: [comma, point], rows: [3, 2] },
    ],
    ['blanks between thousands alone', float, ['1 234'], 'number-thousands', { offer: point }],
    [
      'commas of whole numbers',
      column('integer'),
      ['1,234'],
      'number-thousands',
      { offer: point, rows: [2] },
    ],
    [
      'a lone point, asked',
      float,
      ['1.234', '5'],
      'number-point-group',
      { choices: [{ ...comma, lonePoint: 'thousands' }, point] },
    ],
    [
      'one currency by two names',
      float,
      ['€ 5', '7 EUR'],
      'number-unit',
      { offer: { rule: 'strip-unit', units: ['€', 'EUR'] } },
    ],
    [
      'two currencies',
      float,
      ['€ 5', '$7'],
      'number-unit',
      {
        choices: [
          { rule: 'strip-unit', units: ['€'] },
          { rule: 'strip-unit', units: ['$'] },
        ],
      },
    ],
    [
      'accounting negatives',
      float,
      ['(1,234.50)', '12-'],
      'number-negative-form',
      { offer: { rule: 'negative-forms' } },
    ],
    [
      'percent, asked',
      float,
      ['12.5%'],
      'number-percent',
      { choices: [{ rule: 'percent-to-fraction' }, { rule: 'strip-unit', units: ['%'] }] },
    ],
    ['other digits', float, ['−5', '１２'], 'number-other-digits', { offer: { rule: 'plain-digits' } }],
    [
      'words of one language',
      column('boolean'),
      ['Ja', 'Nein', 'true'],
      'boolean-malformed',
      {
        offer: {
          rule: 'map-values',
          values: [
            { from: 'Ja', to: 'true' },
            { from: 'Nein', to: 'false' },
          ],
        },
      },
    ],
    [
      'words of two habits, asked',
      column('boolean'),
      ['yes', '0', 'maybe'],
      'boolean-malformed',
      {
        choices: [
          {
            rule: 'map-values',
            values: [
              { from: 'yes', to: 'true' },
              { from: '0', to: 'false' },
            ],
          },
        ],
      },
    ],
    [
      'allowed values in another spelling',
      column('string', { allowed: ['won', 'lost'] }),
      ['Won', 'lost '],
      'value-near-allowed',
      {
        offer: {
          rule: 'map-values',
          values: [
            { from: 'Won', to: 'won' },
            { from: 'lost', to: 'lost' },
          ],
        },
      },
    ],
    [
      'words for nothing',
      column('string'),
      ['A', 'N/A'],
      'text-null-word',
      { offer: { rule: 'empty-words', words: ['N/A'] } },
    ],
    ['invisible characters', column('string'), ['a\u200bb'], 'text-invisible', { offer: { rule: 'clean' } }],
  ];
  it.each(cases)('%s', (_what, spec, cells, code, { offer, choices, rows }) => {
    const group = groupsOf(spec, cells).find((each) => each.code === code);
    expect(group).toBeDefined();
    expect(group?.offer).toEqual(offer);
    expect(group?.choices).toEqual(choices);
    if (rows !== undefined) expect(group?.proofs?.map(({ row }) => row)).toEqual(rows);
  });

  it('does not ask about a lone point where another number proves the sign, or the user said', () => {
    expect(groupsOf(float, ['1.234', '2.5'])).toEqual([]);
    expect(groupsOf(float, ['1.234'], [point])).toEqual([]);
    expect(groupsOf(float, ['1.234'], [{ ...comma, lonePoint: 'decimal' }])).toEqual([]);
  });

  it('leaves nothing to find once its offer is taken', () => {
    for (const [, spec, cells, , { offer }] of cases) {
      if (offer === undefined || spec.type === 'boolean' || offer.rule === 'negative-forms') continue;
      const errors = groupsOf(spec, cells, [offer]).filter(({ severity }) => severity === 'error');
      expect(errors.map(({ code, examples }) => [code, examples[0]?.value])).toEqual([]);
    }
  });
});

describe('a column of dates written in one order', () => {
  it('is never offered another one', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('day-first', 'month-first'),
        fc.boolean(),
        (days, how, short) => {
          const cells = days.map((at) => {
            const [y = '', m = '', d = ''] = at.toISOString().slice(0, 10).split('-');
            return `${how === 'day-first' ? `${d}/${m}` : `${m}/${d}`}/${short ? y.slice(2) : y}`;
          });
          const [group] = groupsOf(column('date'), cells);
          const rules = group?.offer === undefined ? (group?.choices ?? []) : [group.offer];
          expect(rules.some((rule) => rule.rule === 'date-order' && rule.order === how)).toBe(true);
        },
      ),
    );
  });
});
