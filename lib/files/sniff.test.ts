import { describe, expect, it } from 'vitest';
import type { FileRefusal } from './model';
import { readHead } from './read-head';
import { bytesSource } from './source';

const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const ZIP = 'PK\x03\x04\x14\x00\x00\x00';

/** An OLE file of which only what matters is real: the header's sector size and directory, and one name in it. */
function ole(name: string, sector = 700): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((sector + 2) * 512);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(bytes.buffer);
  view.setUint16(30, 9, true);
  view.setUint32(48, sector, true);
  bytes.set(Buffer.from(name, 'utf16le'), (sector + 1) * 512 + 128);
  return bytes;
}

const REFUSED: readonly (readonly [string, Uint8Array<ArrayBuffer>, FileRefusal])[] = [
  ['an .xlsx', latin(`${ZIP}[Content_Types].xml....xl/workbook.xml`), 'file-is-xlsx'],
  [
    'an .xlsx behind blank lines and a mark',
    latin(`\r\n\nï»¿${ZIP}[Content_Types].xml....xl/workbook.xml`),
    'file-is-xlsx',
  ],
  [
    'an .xlsx behind what a web server said',
    latin(`<br />\n<b>Notice</b>: x in <b>y.php</b>\n${ZIP}xl/workbook.xml`),
    'file-is-xlsx',
  ],
  ['an archive that unpacks itself', latin(`MZ\x90\x00\x03\x00\x00 stub ${ZIP}sales.csv`), 'file-is-zip'],
  [
    'a tar of a workbook',
    latin(`a.xlsx${'\0'.repeat(251)}ustar\0${ZIP}xl/workbook.xml`),
    'file-is-compressed',
  ],
  ['an .xlsb', latin(`${ZIP}[Content_Types].xml....xl/workbook.bin`), 'file-is-xlsb'],
  ['an .ods', latin(`${ZIP}mimetypeapplication/vnd.oasis.opendocument.spreadsheet`), 'file-is-ods'],
  ['an .odt', latin(`${ZIP}mimetypeapplication/vnd.oasis.opendocument.text`), 'file-is-document'],
  ['a .docx', latin(`${ZIP}[Content_Types].xml....word/document.xml`), 'file-is-document'],
  ['a .numbers', latin(`${ZIP}Index/Document.iwa`), 'file-is-numbers'],
  ['a zip of CSV files', latin(`${ZIP}sales.csv`), 'file-is-zip'],
  ['an old .xls', ole('Workbook'), 'file-is-xls'],
  ['a workbook with a password, directory far behind the head', ole('EncryptedPackage'), 'file-is-encrypted'],
  ['an old .doc', ole('WordDocument', 0), 'file-is-document'],
  ['RTF', latin('{\\rtf1\\ansi\\deff0 x\n'), 'file-is-document'],
  [
    'HTML saved as .xls',
    latin('\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel">\n<table>'),
    'file-is-html',
  ],
  ['HTML with a UTF-8 mark', latin('ï»¿<!DOCTYPE html>\n<p>Sign in, please</p>'), 'file-is-html'],
  ['HTML in UTF-16', new Uint8Array(Buffer.from('\ufeff<table><tr><td>1', 'utf16le')), 'file-is-html'],
  ['a bare table of HTML', latin('<table border="1">\n<tr><td>1</td></tr>'), 'file-is-html'],
  [
    'a web archive of Excel',
    latin('MIME-Version: 1.0\r\nContent-Type: multipart/related; x'),
    'file-is-html',
  ],
  [
    'XML of Excel 2003',
    latin('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<W>'),
    'file-is-xml',
  ],
  ['XML without a prolog', latin('<rows>\n<row id="1"/>\n</rows>'), 'file-is-xml'],
  ['a JSON array', latin('[\n  {"id": 1},\n  {"id": 2}\n]'), 'file-is-json'],
  ['JSON lines', latin('{"id": 1, "a": "x"}\n{"id": 2}\n'), 'file-is-json'],
  ['an array of arrays', latin('[[1,2],[3,4]]\n'), 'file-is-json'],
  ['an array on each line', latin('[1,"x",3]\n[2,"y",4]\n'), 'file-is-json'],
  ['rows as statements', latin("INSERT INTO t (id, name) VALUES (1, 'A');\n"), 'file-is-sql'],
  ['rows as statements of SQL Server', latin('INSERT [dbo].[t] ([id]) VALUES (1)\nGO\n'), 'file-is-sql'],
  [
    'a dump of MySQL',
    latin('-- MySQL dump 10.13\n--\n/*!40101 SET NAMES utf8 */;\nCREATE TABLE `t` (\n `id` int\n);\n'),
    'file-is-sql',
  ],
  [
    'a dump of PostgreSQL',
    latin('--\n-- PostgreSQL\n--\n\nCOPY public.t (id, name) FROM stdin;\n1\tA\n\\.\n'),
    'file-is-sql',
  ],
  ['address cards', latin('BEGIN:VCARD\r\nVERSION:3.0\r\nN:Doe;Jane;;;\r\n'), 'file-is-records'],
  ['a calendar', latin('BEGIN:VCALENDAR\nVERSION:2.0\n'), 'file-is-records'],
  ['a directory', latin('dn: cn=Jane,dc=x\ncn: Jane\n'), 'file-is-records'],
  ['EDIFACT', latin("UNA:+.? 'UNB+UNOA:1+A+B+240101:1000+1'"), 'file-is-records'],
  ['X12', latin('ISA*00*          *00*          *ZZ*A\n'), 'file-is-records'],
  ['a bank statement of SWIFT', latin(':20:START\r\n:25:1002/1234\r\n:28C:0\r\n'), 'file-is-records'],
  ['a bank statement of Quicken', latin('!Type:Bank\nD01/02/2024\nT-50.00\n^\n'), 'file-is-records'],
  ['a bank statement of OFX', latin('OFXHEADER:100\nDATA:OFXSGML\n'), 'file-is-records'],
  ['a mail', latin('Return-Path: <a@x.com>\nFrom: a@x.com\n\nid,name\n1,a\n'), 'file-is-records'],
  ['Parquet', latin('PAR1\x15\x04\x15'), 'file-is-columnar'],
  ['ORC', latin('ORC\x11\x00'), 'file-is-columnar'],
  ['Avro', latin('Obj\x01\x04\x14avro.codec'), 'file-is-columnar'],
  ['Arrow', latin('ARROW1\x00\x00'), 'file-is-columnar'],
  ['SQLite', latin('SQLite format 3\x00\x10'), 'file-is-database'],
  ['Access', latin('\x00\x01\x00\x00Standard Jet DB\x00'), 'file-is-database'],
  ['7z', latin('7z\xbc\xaf\x27\x1c\x00'), 'file-is-compressed'],
  ['RAR', latin('Rar!\x1a\x07\x01'), 'file-is-compressed'],
  ['bzip2', latin('BZh91AY&SY'), 'file-is-compressed'],
  ['xz', latin('\xfd7zXZ\x00'), 'file-is-compressed'],
  ['zstd', latin('\x28\xb5\x2f\xfd\x00'), 'file-is-compressed'],
  ['tar', latin(`sales.csv${'\x00'.repeat(248)}ustar\x0000`), 'file-is-compressed'],
  ['a bitmap', latin('BM\x36\x10\x00\x00\x00\x00\x00\x00\x36\x00'), 'file-is-image'],
  ['HEIC', latin('\x00\x00\x00\x18ftypheic'), 'file-is-image'],
  ['SYLK', latin('ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"a"\r\nE\r\n'), 'file-is-old-sheet'],
  ['DIF', latin('TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,5\r\n'), 'file-is-old-sheet'],
  ['Excel 2', latin('\x09\x00\x04\x00\x02\x00\x10\x00'), 'file-is-old-sheet'],
  ['Lotus 1-2-3', latin('\x00\x00\x02\x00\x06\x04\x06\x00'), 'file-is-old-sheet'],
  ['a program', latin('MZ\x90\x00\x03\x00'), 'file-is-binary'],
];

/** Tables that begin like something else. */
const READ: readonly (readonly [string, string, readonly string[]])[] = [
  ['ID;P…, the headings that Excel takes for SYLK', 'ID;Preis\n1;2,50\n', ['ID', 'Preis']],
  ['the heading BM', 'BM,b\n1,2\n', ['BM', 'b']],
  ['a heading in brackets', '[id],[name]\n1,a\n', ['[id]', '[name]']],
  ['a heading in braces', '{id},b\n1,2\n', ['{id}', 'b']],
  ['a heading with <', '<5 kg,>5 kg\n1,2\n', ['<5 kg', '>5 kg']],
  ['a heading that is a tag', '<sku>,<price>\n1,2\n', ['<sku>', '<price>']],
  ['a remark above a table', '-- exported 2024\nid,create table\n1,a\n', ['id', 'create table']],
  ['statements in a column', 'id,query\n1,INSERT INTO t VALUES (1)\n', ['id', 'query']],
  ['an array in a cell', 'a,b\n[1,2]\n[3,4]\n', ['a', 'b']],
  ['headings in one pair of brackets', '[id,name]\n[1,a]\n', ['[id', 'name]']],
  ['the heading UNA', 'UNA,b\n1,2\n', ['UNA', 'b']],
  ['a preamble like that of a mail', 'From: 2024\nTo: 2025\n\nid,name\n1,a\n2,b\n', ['id', 'name']],
  ['the heading PK', 'PK,b\n1,2\n', ['PK', 'b']],
  ['the heading TABLE', 'TABLE,0\nx,1\n', ['TABLE', '0']],
];

describe('what a file is by its content', () => {
  it.each(REFUSED)('%s is refused', async (_name, bytes, code) => {
    expect(await readHead(bytesSource(bytes))).toEqual({ ok: false, error: code });
  });

  it.each(READ)('%s is a table', async (_name, text, header) => {
    const head = await readHead(bytesSource(latin(text)));
    expect(head.ok && head.value.header).toEqual(header);
  });
});

it('takes no time for a banner of comments, however its lines are padded', async () => {
  const banner = `${'# Report            #\n'.repeat(60)}${'# exported by tool \n'.repeat(60)}`;
  const head = await readHead(bytesSource(new TextEncoder().encode(`${banner}id,name\n1,Anna\n2,Ben\n`)));
  expect(head.ok).toBe(true);
});
