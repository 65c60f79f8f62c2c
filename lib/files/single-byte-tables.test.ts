import { describe, expect, it } from 'vitest';
import { ENCODINGS } from './model';
import { isMultiByte } from './multi-byte';
import { HIGH_HALVES } from './single-byte-tables';

/**
 * What a page has otherwise than one it was made from: a byte and the signs from it on. Listed by Perl's Encode and glibc's
 * iconv (KZ-1048 and DOS 720 by Python's codecs), not by what made the tables.
 */
const DIFFERENCES = [
  [
    'iso-8859-15',
    'iso-8859-16',
    'A1ĄąŁ A5„ AAȘ ACŹ AEźŻ B2Čł B5” B9čș BFż C3Ă C5Ć D0ĐŃ D5Ő D7ŚŰ DDĘȚ E3ă E5ć F0đń F5ő F7śű FDęț',
  ],
  ['ibm437', 'ibm737', '80ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψ E0ωάέήϊίόύϋώΆΈΉΊΌΎΏ F4ΪΫ'],
  [
    'ibm437',
    'ibm720',
    '80\ufffd\ufffd 84\ufffd 86\ufffd 8D\ufffd\ufffd\ufffd\ufffd\u0651\u0652 94¤\u0640 98\u0621\u0622\u0623\u0624 ' +
      '9D\u0625\u0626\u0627\u0628\u0629\u062a\u062b\u062c\u062d\u062e\u062f\u0630\u0631\u0632\u0633\u0634\u0635 ' +
      'E0\u0636\u0637\u0638\u0639\u063a\u0641 E7\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u0649\u064a ' +
      'F1\u064b\u064c\u064d\u064e\u064f\u0650',
  ],
  ['ibm437', 'ibm860', '84ã 86Á 89Ê 8BÍÔ 8EÃÂ 91ÀÈ 94õ 96Ú 98ÌÕ 9DÙ 9FÓ A9Ò'],
  ['ibm437', 'ibm861', '8BÐðÞ 95þ 97Ýý 9Bø 9DØ A4ÁÍÓÚ'],
  [
    'ibm437',
    'ibm862',
    '80\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8\u05d9\u05da\u05db\u05dc\u05dd' +
      '\u05de\u05df\u05e0\u05e1\u05e2\u05e3\u05e4\u05e5\u05e6\u05e7\u05e8\u05e9\u05ea',
  ],
  ['ibm437', 'ibm863', '84Â 86¶ 8D‗À§ 91ÈÊ 94ËÏ 98¤Ô 9DÙÛ A0¦´ A4¨¸³¯Î AD¾'],
  ['ibm437', 'ibm865', '9Bø 9DØ AF¤'],
  [
    'ibm850',
    'ibm775',
    '80Ć 83ā 85ģ 87ćłēŖŗīŹ 93ō 95Ģ¢Śś 9F¤ĀĪ A3Żżź”¦© ADŁ B5ĄČĘĖ BDĮŠ C6ŲŪ CFŽąčęėįšųūž DD▌▐ E2ŌŃ ' +
      'E7ńĶķĻļņĒŅ’ F2“ F7„ F9∙',
  ],
  [
    'ibm850',
    'ibm855',
    '80ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ B5хХиИ BDйЙ C6кК D0лЛмМнНоОп DDПя ' +
      'E0ЯрРсСтТуУжЖвВьЬ№ F1ыЫзЗшШэЭщЩчЧ§',
  ],
  ['ibm850', 'ibm857', '8Dı 98İ 9EŞş A6Ğğ D0ºª D5\ufffd E7\ufffd× ECìÿ F2\ufffd'],
  ['ibm850', 'ibm858', 'D5€'],
  ['ibm866', 'ibm1125', 'F2ҐґЄєІіЇї'],
  ['windows-1251', 'kz-1048', '8DҚҺ 9Dқһ A1ҰұӘ A5Ө AAҒ AFҮ B4ө BAғ BCәҢңү'],
  [
    'macintosh',
    'x-mac-ce',
    '81Āā 84Ą 88ąČ 8BčĆć 8FŹźĎ 93ďĒēĖ 98ė 9DĚě A2Ę ABę AEģĮįĪ B4īĶ B8łĻļĽľĹĺŅņŃ C4ńŇ CBňŐ CEőŌ D8ōŔŕŘ ' +
      'DEřŖŗŠ E4šŚś E8Ťť EBŽžŪ F0ūŮ F3ůŰűŲųÝýķŻŁżĢ',
  ],
  ['macintosh', 'x-mac-croatian', 'A9Š AEŽ B4∆ B9š BEž C6Ć C8Č D0Đ D8\uf8ff© DEÆ»– E6ć E8č F0đ F9πË FDÊæ'],
  [
    'macintosh',
    'x-mac-greek',
    '81¹² 84³ 87΅ 8B΄¨ 92£™ 96•½‰ 9B¦€ A1ΓΔΘΛΞΠ AAΣΪ§ AE°·Α B5ΒΕΖΗΙΚΜΦΫΨΩάΝ C3ΟΡ C6Τ CBΥΧΆΈ D1― ' +
      'D7ΉΊΌΎέήίόΏύαβψδεφγηιξκλμνοπώρστθωςχυζϊϋΐΰ\u00ad',
  ],
  ['macintosh', 'x-mac-icelandic', 'A0Ý DCÐðÞþý'],
  ['macintosh', 'x-mac-romanian', 'AEĂȘ BEăș DEȚț'],
  ['macintosh', 'x-mac-turkish', 'DAĞğİıŞş F5\ufffd'],
] as const;

describe('tables of encodings with one byte a letter', () => {
  it.each(DIFFERENCES)('have %s and %s apart in the right places', (from, page, listed) => {
    const signs = [...HIGH_HALVES[from]];
    for (const run of listed.split(' ')) {
      const start = Number.parseInt(run.slice(0, 2), 16) - 0x80;
      [...run.slice(2)].forEach((sign, at) => (signs[start + at] = sign));
    }
    expect(HIGH_HALVES[page]).toBe(signs.join(''));
  });

  const standard = ENCODINGS.filter(
    (name) => name in HIGH_HALVES && !/^(?:kz-|iso-8859-16|x-mac-(?!cyrillic)|ibm(?!866))/.test(name),
  ) as (keyof typeof HIGH_HALVES)[];
  it.each(standard)('have %s as the platform has it, where that is right', (name) => {
    const decoder = new TextDecoder(name, { fatal: true });
    for (let byte = 0x80; byte < 0x100; byte++) {
      let sign = '\ufffd';
      try {
        sign = decoder.decode(Uint8Array.of(byte));
      } catch {
        // Nothing stands at this byte.
      }
      const ours = HIGH_HALVES[name][byte - 0x80];
      // Node reads 0x80 to 0x9F of some pages as controls, and some bytes that stand for nothing as signs.
      if (/[\u0080-\u009f]/.test(sign) || ours === '\ufffd') continue;
      expect([byte, ours]).toEqual([byte, sign]);
    }
  });

  it('are all offered by name, each of 128 signs, no sign twice', () => {
    for (const [name, half] of Object.entries(HIGH_HALVES)) {
      expect(ENCODINGS).toContain(name);
      expect(half).toHaveLength(128);
      const signs = [...half].filter((sign) => sign !== '\ufffd');
      expect([name, new Set(signs).size]).toEqual([name, signs.length]);
    }
    expect(ENCODINGS.filter((name) => isMultiByte(name) || name in HIGH_HALVES)).toHaveLength(
      ENCODINGS.length - 3,
    );
  });
});
