import { describe, expect, it } from 'vitest';
import { encode } from './corpus/encode';
import { LANGUAGE_LINES } from './corpus/languages';
import { pieceDecoder } from './decode';
import { guessEncoding, tellingLines } from './guess-encoding';

const cases = LANGUAGE_LINES.flatMap(({ language, encodings, lines }) =>
  encodings.map((encoding) => [language, encoding, lines] as const),
);
const guess = (bytes: Uint8Array) => guessEncoding(tellingLines([bytes]));

describe('guessing an encoding by letters', () => {
  it.each(cases)('reads %s in %s as it was written', (_language, encoding, lines) => {
    const bytes = encode(lines.join('\r\n'), encoding);
    const found = guess(bytes);
    expect(pieceDecoder(found.encoding)(bytes).text).toBe(lines.join('\r\n'));
    expect(found.decided).toBe(true);
  });

  it.each([
    ['¡Oferta! jamón', 'windows-1252'],
    ['台北 台北', 'big5'],
    ['ｺｰﾋｰ', 'euc-jp'],
  ] as const)('asks where few bytes read well in two ways: %s in %s', (text, encoding) => {
    expect(guess(encode(`1,${text}\n`, encoding)).decided).toBe(false);
  });

  it.each(cases)('never decides wrongly by a single line of %s in %s', (_language, encoding, lines) => {
    for (const line of lines) {
      const bytes = encode(line, encoding);
      const found = guess(bytes);
      if (found.decided) expect(pieceDecoder(found.encoding)(bytes).text).toBe(line);
    }
  });
});
