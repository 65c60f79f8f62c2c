import { describe, expect, it } from 'vitest';
import { compileRule, compileRules } from './apply-rule';

describe('years of the Buddhist era', () => {
  it.each([
    ['2567-01-31', '2024-01-31'],
    ['29/02/2567', '29/02/2024'],
    [' 31.1.2567 10:00', ' 31.1.2024 10:00'],
    ['Mar 5, 2567', 'Mar 5, 2024'],
    ['2567-01-31T10:00:00Z', '2024-01-31T10:00:00Z'],
    ['2443-12-31', '1900-12-31'],
    ['2643-01-01', '2100-01-01'],
    // Of other calendars, no date, or two digits: they stay.
    ['2024-01-31', '2024-01-31'],
    ['2442-12-31', '2442-12-31'],
    ['9999-12-31', '9999-12-31'],
    ['order 2567', 'order 2567'],
    ['2567', '2567'],
    ['31/01/67', '31/01/67'],
    ['', ''],
  ])('%j becomes %j', (text, plain) => {
    expect(compileRule({ rule: 'buddhist-years' })(text)).toBe(plain);
  });

  it('are taken for ours before a date is read and anything left off', () => {
    const rules = compileRules([
      { rule: 'date-drop', part: 'time' },
      { rule: 'date-order', order: 'day-first' },
      { rule: 'buddhist-years' },
    ]);
    expect(rules?.('29/02/2567 00:00')).toBe('2024-02-29');
  });
});
