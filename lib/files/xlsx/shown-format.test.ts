import { describe, expect, it } from 'vitest';
import { readFormat } from './shown-format';

const kinds = (code: string, ...values: number[]) => values.map((value) => readFormat(code).kindOf(value));

describe('what a number format shows', () => {
  it.each<[string, string, number]>([
    ['on request', '#,##0.00;-#,##0.00;"on request"', 0],
    ['n/a', '0.00;-0.00;"n/a"', 0],
    ['sold out', '0;-0;"sold out";@', 0],
    ['nothing', '0;-0;;@', 0],
    ['nothing', 'General;-General;', 0],
    ['nothing', '#,###', 0],
    ['nothing', '0;;', -5],
    ['Yes', '[=1]"Yes";[=0]"No";0', 1],
    ['No', '[=1]"Yes";[=0]"No";0', 0],
    ['many', '[<10]0;"many"', 12],
    ['500', '0"00"', 5],
    ['-5.00', '-0.00', 5],
    ['5.00', '0.00;0.00', -5],
    ['5.0k', '0.0"k"', 5],
    ['25%', '0"%"', 25],
    ['12.34', '#\\.##', 1234],
    ['12-34', '##\\-##', 1234],
    ['9:30', '##\\:##', 930],
    ['(123) 456-7890', '\\(###\\)\\ ###\\-####', 1_234_567_890],
    ['+49 123', '"+49 "0', 123],
    ['SKU-123', '"SKU-"0', 123],
    ['SKU-123', '"SKU-"@', 123],
    ['005', '000', 5],
    ['1', '0,', 1000],
  ])('is something else: %s under %s', (_shown, code, value) => {
    expect(kinds(code, value)).toEqual(['masked']);
  });

  it.each<[string, number]>([
    ['#,##0.00;-#,##0.00;"on request"', 5],
    ['_-* #,##0.00\\ _€_-;\\-* #,##0.00\\ _€_-;_-* "-"??\\ _€_-;_-@_-', 0],
    ['_-* #,##0.00\\ _€_-;\\-* #,##0.00\\ _€_-;_-* "-"??\\ _€_-;_-@_-', -3],
    ['#,##0;[Red]#,##0', -5],
    ['#,##0_);(#,##0)', -5],
    ['0.00_);\\(0.00\\)', -5],
    ['[=1]"Yes";[=0]"No";0', 2],
    ['# ##0', 1234],
    ['#\\ ##0', 1234],
    ['0" kg"', 5],
    ['0\\ "m"', 5],
    ['"EUR "0.00', 5],
    ['0.00E+00', 5],
    ['# ?/?', 0],
    ['0%', 0.25],
    ['[Red]', 5],
    ['@', 5],
    ['', 0],
    ['"x"General', 5],
    ['Allgemein', 5],
    ['Général', 5],
    ['G/通用格式', 5],
  ])('is the number: %s of %d', (code, value) => {
    expect(kinds(code, value)).toEqual(['number']);
  });

  it.each<[string, number, string]>([
    ['[>9]0;h:mm', 0.5, 'time'],
    ['[>9]0;h:mm', 12, 'number'],
    ['[=0]"";yyyy-mm-dd', 43_470, 'date'],
    ['[=0]?;hh:mm', 0.25, 'time'],
    ['yyyy-mm-dd;@', 43_470, 'date'],
    ['[$-409]d\\-mmm\\-yy;@', 43_470, 'date'],
    ['[h]:mm', 1.5, 'duration'],
  ])('is a day or a time: %s of %d', (code, value, kind) => {
    expect(kinds(code, value)).toEqual([kind]);
  });

  it.each<[string, boolean]>([
    ['"SKU-"@', true],
    [';;;', true],
    ['0;-0;0;"none"', true],
    ['0;-0;;@', false],
    ['_-* #,##0_-;_-@_-', false],
    ['0.00', false],
  ])('tells of a text under %s that something else is seen: %s', (code, masks) => {
    expect(readFormat(code).masksText).toBe(masks);
  });

  it.each<[string, string | undefined]>([
    ['[$€-2] 0.00', '€'],
    ['[$$-409]0.00', '$'],
    ['[$CHF] 0.00', 'CHF'],
    ['0.00 "€"', '€'],
    ['[$-409]d-mmm-yy', undefined],
    ['0.00', undefined],
  ])('names the currency of %s', (code, currency) => {
    expect(readFormat(code).currency).toBe(currency);
  });
});
