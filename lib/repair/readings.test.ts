import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRule, compileRules } from './apply-rule';
import type { ColumnRule } from './model';
import { ordersOf, takeApart } from './read-date';

const day = (order: 'day-first' | 'month-first' | 'year-first', pivot?: number): ColumnRule => ({
  rule: 'date-order',
  order,
  ...(pivot === undefined ? {} : { pivot }),
});
const names: ColumnRule = { rule: 'date-names', pivot: 29 };

describe('readings of numbers', () => {
  const cases: [ColumnRule, string, string][] = [
    [{ rule: 'decimal-comma' }, '1.234,50', '1234.50'],
    [{ rule: 'decimal-comma' }, '1 234,50', '1234.50'],
    [{ rule: 'decimal-comma' }, '1\u00a0234\u00a0567,5', '1234567.5'],
    [{ rule: 'decimal-comma' }, '1\u202f234', '1234'],
    [{ rule: 'decimal-comma' }, "1'234,50", '1234.50'],
    [{ rule: 'decimal-comma' }, ',5', '.5'],
    [{ rule: 'decimal-comma' }, '1.234', '1.234'],
    [{ rule: 'decimal-comma', lonePoint: 'thousands' }, '1.234', '1234'],
    [{ rule: 'decimal-comma', lonePoint: 'decimal' }, '1.234', '1.234'],
    [{ rule: 'decimal-comma', lonePoint: 'thousands' }, '0.234', '0.234'],
    [{ rule: 'decimal-comma' }, '1.23,50', '1.23,50'],
    [{ rule: 'decimal-comma' }, '1.234 567,5', '1.234 567,5'],
    [{ rule: 'thousands-comma' }, '1,234', '1234'],
    [{ rule: 'thousands-comma' }, '1’234.5', '1234.5'],
    [{ rule: 'thousands-comma' }, '12,34,567.89', '1234567.89'],
    [{ rule: 'thousands-comma' }, '1,23', '1,23'],
    [{ rule: 'negative-forms' }, '(1,234.50)', '-1,234.50'],
    [{ rule: 'negative-forms' }, '( 12 )', '-12'],
    [{ rule: 'negative-forms' }, '12-', '-12'],
    [{ rule: 'negative-forms' }, '(-12)', '(-12)'],
    [{ rule: 'negative-forms' }, '-12', '-12'],
    [{ rule: 'negative-forms' }, '2024-01-', '2024-01-'],
    [{ rule: 'negative-forms' }, '12.5 €-', '-12.5 €'],
    [{ rule: 'negative-forms' }, '12.-', '12.-'],
    [{ rule: 'negative-forms' }, '12,-', '12,-'],
    [{ rule: 'negative-forms' }, '12. −', '12. −'],
    [{ rule: 'strip-unit', units: ['€'] }, '€ 12,50', '12,50'],
    [{ rule: 'strip-unit', units: ['EUR', '€'] }, '12,50 EUR', '12,50'],
    [{ rule: 'strip-unit', units: ['$', 'US$'] }, '-US$5', '-5'],
    [{ rule: 'strip-unit', units: ['$'] }, '($5.00)', '(5.00)'],
    [{ rule: 'strip-unit', units: ['kg'] }, 'kg', 'kg'],
    [{ rule: 'strip-unit', units: ['Rs'] }, 'Rs.500', '500'],
    [{ rule: 'strip-unit', units: ['Rs'] }, 'Rs. 1,23,456.00', '1,23,456.00'],
    [{ rule: 'strip-unit', units: ['kr'] }, '-kr.20', '-20'],
    [{ rule: 'strip-unit', units: ['Fr', 'CHF'] }, 'Fr 7.50', '7.50'],
    [{ rule: 'strip-unit', units: ['EUR'] }, 'EUR.50', 'EUR.50'],
    [{ rule: 'strip-unit', units: ['$'] }, '$.50', '.50'],
    [{ rule: 'percent-to-fraction' }, '12.5%', '0.125'],
    [{ rule: 'percent-to-fraction' }, '-3 %', '-0.03'],
    [{ rule: 'percent-to-fraction' }, '150%', '1.50'],
    [{ rule: 'percent-to-fraction' }, '12,5%', '12,5%'],
    [{ rule: 'decimal-comma' }, '1.234,5 %', '1234.5 %'],
    [{ rule: 'decimal-comma' }, '1.234 %', '1.234 %'],
    [{ rule: 'decimal-comma', lonePoint: 'thousands' }, '1.234\u00a0%', '1234\u00a0%'],
    [{ rule: 'thousands-comma' }, '1,234.5%', '1234.5%'],
    [{ rule: 'expand-exponent' }, '1.5E+3', '1500'],
    [{ rule: 'expand-exponent' }, '-1.23e15', '-1230000000000000'],
    [{ rule: 'expand-exponent' }, '15e-1', '1.5'],
    [{ rule: 'expand-exponent' }, '1e9999', '1e9999'],
    [{ rule: 'plain-digits' }, '−１２．５', '-12.5'],
    [{ rule: 'plain-digits' }, '١٢٣٫٥', '123.5'],
    [{ rule: 'plain-digits' }, '𝟙𝟡', '19'],
  ];
  it.each(cases)('%j: %j', (rule, before, after) => expect(compileRule(rule)(before)).toBe(after));

  it('strips a unit before it reads the number, whichever of the rules was chosen first', () => {
    const unit: ColumnRule = { rule: 'strip-unit', units: ['EUR'] };
    for (const reading of [{ rule: 'decimal-comma' }, { rule: 'thousands-comma' }] as const) {
      const [first, last] = [compileRules([unit, reading]), compileRules([reading, unit])];
      for (const text of ['1.234,50 EUR', '1,234.50 EUR', '12,5', 'EUR', 'x EUR'])
        expect(last?.(text)).toBe(first?.(text));
    }
    expect(compileRules([{ rule: 'decimal-comma' }, unit])?.('12,5 EUR')).toBe('12.5');
    expect(compileRules([{ rule: 'decimal-comma' }, { rule: 'negative-forms' }])?.('1.234,5-')).toBe(
      '-1234.5',
    );
    expect(compileRules([{ rule: 'decimal-comma' }, { rule: 'plain-digits' }])?.('١,٥')).toBe('1.5');
  });

  it('take only the last answer to one question', () => {
    const both = compileRules([{ rule: 'decimal-comma' }, { rule: 'decimal-comma', lonePoint: 'thousands' }]);
    expect(both?.('45,060')).toBe('45.060');
    expect(both?.('1.234')).toBe('1234');
  });

  const number = fc.record({
    sign: fc.constantFrom('', '-'),
    whole: fc.stringMatching(/^[1-9][0-9]{0,14}$/),
    fraction: fc.stringMatching(/^[0-9]{1,10}$/),
  });
  const grouped = (whole: string, mark: string) => whole.replace(/\B(?=(\d{3})+$)/g, mark);
  it('give back the number that was written with any sign and any mark between thousands', () => {
    fc.assert(
      fc.property(number, fc.constantFrom('', '.', ' ', '\u00a0', "'", '’'), (n, mark) => {
        const comma = `${n.sign}${grouped(n.whole, mark)},${n.fraction}`;
        expect(compileRule({ rule: 'decimal-comma' })(comma)).toBe(`${n.sign}${n.whole}.${n.fraction}`);
        const point = `${n.sign}${grouped(n.whole, mark === '.' ? ',' : mark)}.${n.fraction}`;
        expect(compileRule({ rule: 'thousands-comma' })(point)).toBe(`${n.sign}${n.whole}.${n.fraction}`);
      }),
    );
  });
});

describe('readings of dates', () => {
  const cases: [ColumnRule, string, string][] = [
    [day('month-first', 29), '8/15/14', '2014-08-15'],
    [day('month-first', 29), '8/15/64', '1964-08-15'],
    [day('month-first'), '8/15/14', '8/15/14'],
    [{ rule: 'date-order', order: 'day-first', turned: true }, '2024-01-02', '2024-02-01'],
    [{ rule: 'date-order', order: 'day-first', turned: true }, '2024-01-02T10:30:00', '2024-02-01 10:30:00'],
    [{ rule: 'date-order', order: 'day-first', turned: true }, '2024-05-13', '2024-05-13'],
    [{ rule: 'date-order', order: 'day-first', turned: true }, '13/02/2024', '2024-02-13'],
    [day('day-first'), '31. 12. 2024', '2024-12-31'],
    [day('day-first'), '31.12.9999', '9999-12-31'],
    [day('year-first'), '99991231', '9999-12-31'],
    [day('day-first'), '31.12.8888', '31.12.8888'],
    [day('day-first'), '1012201000', '1012201000'],
    [day('day-first'), '1202202500000', '1202202500000'],
    [day('year-first'), '202405131530', '2024-05-13 15:30'],
    [day('day-first'), '31.12.2024 8:05', '2024-12-31 08:05'],
    [day('day-first'), '31.12.2024, 8:05 Uhr', '31.12.2024, 8:05 Uhr'],
    [day('month-first'), '12/31/2024 12:05 AM', '2024-12-31 00:05'],
    [day('month-first'), '12/31/2024 12:05:09 p.m.', '2024-12-31 12:05:09'],
    [day('month-first'), '12/31/2024 13:05 PM', '12/31/2024 13:05 PM'],
    [day('year-first'), '2024-01-31 03:04 PM', '2024-01-31 15:04'],
    [day('year-first'), '20240131', '2024-01-31'],
    [day('year-first'), '20240131T080509Z', '2024-01-31 08:05:09Z'],
    [day('day-first'), '31012024', '2024-01-31'],
    [day('day-first'), '20240131', '20240131'],
    [day('day-first'), '29.02.2023', '29.02.2023'],
    [day('day-first', 29), '29.02.00', '2000-02-29'],
    [day('day-first', -1), '29.02.00', '29.02.00'],
    [names, '5 March 2024', '2024-03-05'],
    [names, 'Mar 5, 2024', '2024-03-05'],
    [names, 'March 5th 2024 10:30', '2024-03-05 10:30'],
    [names, 'Tuesday, 5 March 2024', '2024-03-05'],
    [names, '5. März 2024', '2024-03-05'],
    [names, '5 de marzo de 2024', '2024-03-05'],
    [names, '1er août 2024', '2024-08-01'],
    [names, '05-Mar-24', '2024-03-05'],
    [names, '12 października 2024', '2024-10-12'],
    [names, '5 Foo 2024', '5 Foo 2024'],
    [names, 'Mar-05', 'Mar-05'],
    [names, '15. listopada 2024', '15. listopada 2024'],
    [names, '5 lip 2024', '5 lip 2024'],
    [{ rule: 'date-names', yearFirst: true, pivot: 29 }, '24-Mar-05', '2024-03-05'],
    [{ rule: 'date-serial', system: '1900' }, '45322', '2024-01-31'],
    [{ rule: 'date-serial', system: '1900' }, '45322.5', '2024-01-31 12:00:00'],
    [{ rule: 'date-serial', system: '1900' }, '2024', '2024'],
    [{ rule: 'date-serial', system: '1900' }, '202401', '202401'],
    [{ rule: 'date-serial', system: '1900' }, '00060', '00060'],
    [{ rule: 'date-serial', system: '1904' }, '43860', '2024-01-31'],
    [{ rule: 'date-drop', part: 'zone' }, '2024-01-31T10:00:00Z', '2024-01-31T10:00:00'],
    [{ rule: 'date-drop', part: 'zone' }, '2024-01-31', '2024-01-31'],
    [{ rule: 'date-drop', part: 'fraction' }, '2024-01-31 10:00:00.123Z', '2024-01-31 10:00:00Z'],
    [{ rule: 'add-zone', zone: '+00:00' }, '2024-01-31 10:00:00', '2024-01-31 10:00:00 +00:00'],
    [{ rule: 'add-zone', zone: '+00:00' }, '2024-01-31 10:00:00Z', '2024-01-31 10:00:00Z'],
  ];
  it.each(cases)('%j: %j', (rule, before, after) => expect(compileRule(rule)(before)).toBe(after));

  it.each([
    ['03/04/2024', 3],
    ['13/04/2024', 1],
    ['04/13/2024', 2],
    ['13/13/2024', 0],
    ['2024/04/13', 4],
    ['8/15/14', 2],
    ['15/8/14', 5],
    ['15/08/14', 5],
    ['99/12/31', 4],
    ['01/02/03', 7],
    ['20240131', 4],
    ['12122012', 3],
    ['30/02/2024', 0],
  ])('%s can be read in the orders %i', (text, orders) => {
    const written = takeApart(text);
    expect(written === undefined ? -1 : ordersOf(written)).toBe(orders);
  });

  const moment = fc.date({ min: new Date('1930-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
  it('give back the day and time that were written, in any order and spelling', () => {
    const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    fc.assert(
      fc.property(
        moment,
        fc.constantFrom('/', '.', '-', ' '),
        fc.boolean(),
        fc.boolean(),
        (at, sep, short, pad) => {
          const iso = at.toISOString();
          const [y, m, d] = [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10)];
          const bare = (text: string) => (pad ? text : String(Number(text)));
          const year = short ? y.slice(2) : y;
          const hour = Number(iso.slice(11, 13));
          const time = `${hour % 12 === 0 ? 12 : hour % 12}:${iso.slice(14, 19)} ${hour < 12 ? 'AM' : 'PM'}`;
          const want = `${y}-${m}-${d} ${iso.slice(11, 19)}`;
          const write = (parts: string[]) => `${parts.join(sep)} ${time}`;
          expect(compileRule(day('day-first', 29))(write([bare(d), bare(m), year]))).toBe(want);
          expect(compileRule(day('month-first', 29))(write([bare(m), bare(d), year]))).toBe(want);
          expect(compileRule(day('year-first', 29))(write([year, bare(m), bare(d)]))).toBe(want);
          expect(compileRule(names)(write([bare(d), months[Number(m) - 1] ?? '', year]))).toBe(want);
        },
      ),
    );
  });
});

describe('cleaning text', () => {
  it.each([
    ['\u00a0x\u200b', 'x'],
    ['a\u00a0b', 'a b'],
    ['co\u00adop', 'coop'],
    ['\ufeffid', 'id'],
    ['a\u202eb', 'ab'],
    ['a\u0007b', 'ab'],
    ['👩\u200d💻', '👩\u200d💻'],
    ['a\u200db', 'ab'],
    ['é\n2', 'é\n2'],
  ])('%j', (before, after) => expect(compileRule({ rule: 'clean' })(before)).toBe(after));

  it('maps values as they read', () => {
    const rule: ColumnRule = { rule: 'map-values', values: [{ from: 'ja', to: 'true' }] };
    expect([' ja ', 'JA'].map((text) => compileRule(rule)(text))).toEqual(['true', 'JA']);
  });
});
