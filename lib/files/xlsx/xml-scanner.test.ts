import { describe, expect, it } from 'vitest';
import { XmlScanner, type XmlTaker } from './xml-scanner';

/** What is heard of a text that arrives in pieces of `size` bytes. */
function heard(text: string, size: number): string[] {
  const tokens: string[] = [];
  const taker: XmlTaker = {
    open: (xml) => {
      tokens.push(`<${xml.nameText()}`, ...[...xml.attributes()].map((attribute) => attribute.join('=')));
    },
    close: () => tokens.push('>'),
    text: (xml) => tokens.push(xml.string(xml.from, xml.to)),
  };
  const xml = new XmlScanner(taker);
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) xml.feed(bytes.subarray(at, at + size));
  xml.finish();
  return tokens;
}

const HAZARDS =
  `<?xml version="1.0"?><a b="x>y" c='"/>"'><!----><!-- <d> -- > - --->text > 'text'` +
  `<e f = "1"/><![CDATA[]]]]><![CDATA[<g>]] ]>]]><?h ?? > ?><i j="'>'" k=''></i ></a>`;

describe('an XML text in pieces', () => {
  it('says the same wherever its pieces end', () => {
    const whole = heard(HAZARDS, HAZARDS.length);
    expect(whole).toEqual(
      ['<a', 'b=x>y', 'c="/>"', `text > 'text'`, '<e', 'f=1', '>', ']]', '<g>]] ]>'].concat([
        '<i',
        `j='>'`,
        'k=',
        '>',
        '>',
      ]),
    );
    for (let size = 1; size < HAZARDS.length; size++) expect(heard(HAZARDS, size)).toEqual(whole);
  });

  const long = 'x>-]? '.repeat(2 * 2 ** 20);
  it.each([
    ['comment', `<!--${long}-->`, []],
    ['instruction', `<?x ${long}?>`, []],
    ['text', long, [long]],
    ['text told to be one', `<![CDATA[${long}]]>`, [long]],
    ['attribute', `<b c="${long}"/>`, ['<b', `c=${long}`, '>']],
  ])('is looked through once, as long as a %s of it may be', (_hazard, token, tokens) => {
    const said = heard(`<a>${token}</a>`, 4096);
    expect(said.map((part) => part.length)).toEqual(['<a', ...tokens, '>'].map((part) => part.length));
    expect(said.join('') === ['<a', ...tokens, '>'].join('')).toBe(true);
  });
});
