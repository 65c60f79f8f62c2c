import { encode } from './encode';
import { hazard, latin } from './hazard';

const GOOD = 'é,ü\\n'.replace('\\n', '\n').repeat(20);
const utf8 = (...parts: (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );
const LATE = 'aaaaaaaaaaaaaaaa,b\n'.repeat(40_000);

export const DAMAGE = [
  hazard('one byte that is no UTF-8', utf8(`a,b\n${GOOD}x`, [0xff], ',1\n'), {
    encoding: 'utf-8',
    undecodable: [22],
    notes: ['encoding-damaged'],
  }),
  hazard('an overlong form', utf8(`a,b\n${GOOD}x`, [0xc0, 0xaf], ',1\n'), {
    encoding: 'utf-8',
    undecodable: [22],
    notes: ['encoding-damaged'],
  }),
  hazard('half a surrogate pair in UTF-8', utf8(`a,b\n${GOOD}x`, [0xed, 0xa0, 0x80], ',1\n'), {
    encoding: 'utf-8',
    undecodable: [22],
    notes: ['encoding-damaged'],
  }),
  hazard('a character cut off by the end of the file', utf8(`a,b\n${GOOD}x,y`, [0xe2, 0x82]), {
    encoding: 'utf-8',
    undecodable: [22],
  }),
  hazard('a character cut off by a line end', utf8(`a,b\n${GOOD}x,`, [0xe2, 0x82], '\n1,2\n'), {
    encoding: 'utf-8',
    undecodable: [22],
    notes: ['encoding-damaged'],
  }),
  hazard(
    'a bad byte far behind what is looked at first',
    utf8(LATE.replace('a', 'c'), `é,1\n`, [0xff], ',1\n', LATE),
    { encoding: 'utf-8', undecodable: [40_002] },
  ),
  hazard('U+FFFD of the file’s own', 'a,b\n\ufffd,1\n', { rows: [['\ufffd', '1']], undecodable: [] }),
  hazard('a NUL in a cell', `a,b\n${'x,y\n'.repeat(400)}x\u0000y,z\n`, { undecodable: [402] }),
  hazard('a NUL in a cell of a very short file', 'id,name\n1,A\u0000pple\n2,Pear\n', { undecodable: [2] }),
  hazard('a NUL as a cell of its own', 'id,name\n1,\u0000\n2,Pear\n', { undecodable: [2] }),
  hazard('a cell padded with NULs in a very short file', 'id,name\n1,Ap\u0000\u0000\u0000\n2,Pear\n', {
    undecodable: [2],
  }),
  hazard('a NUL beside a letter that is no UTF-8', latin('id,name\n1,A\0pple\n2,P\xe4r\n'), {
    encoding: 'windows-1252',
    notes: ['encoding-undecided'],
    undecodable: [2],
  }),
  hazard('two short lines of UTF-16', latin('i\0,\0b\0\n\x001\0,\0x\0\n\0'), {
    encoding: 'utf-16le',
    rows: [['1', 'x']],
  }),
  hazard('Chinese in UTF-16 without a mark', latin('\x0a\x4e,\0\x2d\x4e\n\0\x0a\x4e,\0\x0a\x4e\n\0'), {
    encoding: 'utf-16le',
    header: ['上', '中'],
    rows: [['上', '上']],
  }),
  hazard('a NUL in a cell of a short file', `name,town\n${'ěščř,žýáí\n'.repeat(5)}bbb\u0000,ccc\n`, {
    undecodable: [7],
  }),
  hazard('UTF-8 encoded twice', 'a,b\nMÃ¼ller,1\n', { rows: [['MÃ¼ller', '1']], notes: ['encoding-twice'] }),
  hazard('a mark inside a cell', 'a,b\nx\ufeff,1\n', { rows: [['x\ufeff', '1']] }),
  hazard('a mark at the start of a row, as in files glued together', 'a,b\n\ufeff1,2\n', {
    rows: [['\ufeff1', '2']],
  }),
  hazard('characters nobody sees', 'a,b\nx\u00a0,y\u200b\n', { rows: [['x\u00a0', 'y\u200b']] }),
  hazard('signs of four bytes', 'a,b\n🚚,𠀀\n', { rows: [['🚚', '𠀀']] }),
  hazard('letters composed of two', 'a,b\ne\u0301,u\u0308\n', { rows: [['e\u0301', 'u\u0308']] }),
  hazard('text from right to left', 'a,b\nשלום,مرحبا\n', { rows: [['שלום', 'مرحبا']] }),
  hazard('UTF-16 with a mark', encode('a,b\n1,é\n', 'utf-16le', true), {
    encoding: 'utf-16le',
    rows: [['1', 'é']],
  }),
  hazard('UTF-16, big end first', encode('a,b\n1,é\n', 'utf-16be', true), {
    encoding: 'utf-16be',
    rows: [['1', 'é']],
  }),
  hazard('UTF-16 without a mark', encode('id,name\n1,é\n2,x\n', 'utf-16le'), {
    encoding: 'utf-16le',
    rows: [
      ['1', 'é'],
      ['2', 'x'],
    ],
  }),
  hazard(
    'UTF-16 with half a character at the end',
    Uint8Array.from([...encode('a,b\n1,é', 'utf-16le', true), 0x41]),
    { encoding: 'utf-16le', undecodable: [2] },
  ),
  hazard(
    'UTF-16 with half a surrogate pair',
    Uint8Array.from([...encode('a,b\n1,', 'utf-16le', true), 0x3d, 0xd8, 0x0a, 0x00]),
    { encoding: 'utf-16le', undecodable: [2] },
  ),
  hazard('tab-separated UTF-16, the “Unicode text” of Excel', encode('a\tb\r\n1\té\r\n', 'utf-16le', true), {
    delimiter: '\t',
    rows: [['1', 'é']],
  }),
  hazard('UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), { refused: 'file-encoding-unread' }),
  hazard('ISO-2022-JP', latin('a,b\n\u001b$B%3!<%R!<\u001b(B,1\n'), { refused: 'file-encoding-unread' }),
  hazard('Erdős, or Erdõs: bytes that prove nothing', latin('a,b\nErd\u00f5s,1\n'), {
    notes: ['encoding-undecided'],
  }),
  hazard('a lone accented letter', latin('a,b\n\u00e9,1\n'), { notes: ['encoding-undecided'] }),
  hazard('the euro sign of Windows', latin('a,b\nprice \u0080 5,1\n'), {
    encoding: 'windows-1252',
    rows: [['price € 5', '1']],
  }),
  hazard('dashes and curly quotes of Windows', latin('a,b\n\u0093red\u0094 \u0096 it\u0092s,1\n'), {
    encoding: 'windows-1252',
    rows: [['“red” – it’s', '1']],
  }),
  hazard(
    'a byte that Windows-1252 leaves unassigned',
    latin('a,b\nx\u0081y,1\n'),
    { encoding: 'windows-1252', undecodable: [2] },
    { encoding: 'windows-1252' },
  ),
  hazard(
    'bytes of no text at all',
    Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256),
    { refused: 'file-is-binary' },
  ),
  hazard('names in Latin capitals', latin('a,b\nM\u00dcLLER,GR\u00d6SSE\n'), {
    encoding: 'windows-1252',
    rows: [['MÜLLER', 'GRÖSSE']],
  }),
] as const;
