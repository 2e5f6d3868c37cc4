import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { foreignKind, isUnmarkedUtf16 } from '../../../scripts/import/foreign-files.ts';

/** A file in an archive without compression, as far as its kind is read. */
function archive(entries: Readonly<Record<string, string>>): Buffer {
  const files = Object.entries(entries).map(([name, text]) => {
    const head = Buffer.alloc(30);
    head.write('PK\x03\x04', 'latin1');
    head.writeUInt16LE(name.length, 26);
    return Buffer.concat([head, Buffer.from(name + text)]);
  });
  return Buffer.concat([...files, Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
}

const text = Buffer.from('# A title\n\nA text of some words.\n');

test.each<[string | undefined, Buffer]>([
  ['an OpenDocument text (.odt)', archive({ mimetype: 'application/vnd.oasis.opendocument.text' })],
  ['an OpenDocument file', archive({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })],
  ['an e-book (.epub)', archive({ mimetype: 'application/epub+zip' })],
  ['an Excel file', archive({ '[Content_Types].xml': '', 'xl/workbook.xml': '' })],
  ['a PowerPoint file', archive({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' })],
  ['a Pages document', archive({ 'Index/Document.iwa': '' })],
  ['a ZIP archive', archive({ 'a.txt': 'Text.' })],
  ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['an image', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['a sound or film', Buffer.from('\0\0\0\x20ftypisom')],
  ['a compressed file', gzipSync(text)],
  ['a PDF file', Buffer.from('%PDF-1.7')],
  ['an RTF file', Buffer.from('{\\rtf1')],
  ['an e-mail', Buffer.from('From: a@b.example\nSubject: A brief\nMIME-Version: 1.0\n\nText.')],
  [undefined, archive({ '[Content_Types].xml': '', 'word/document.xml': '' })],
  [undefined, text],
  [undefined, Buffer.from('')],
])('is %s', (kind, bytes) => {
  expect(foreignKind(bytes)).toBe(kind);
});

test('knows UTF-16 without its mark from other texts', () => {
  const wide = Buffer.from(text.toString(), 'utf16le');
  const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), wide]);
  const all = [wide, Buffer.from(wide).swap16(), marked, text, Buffer.from('a\0b'), Buffer.from('')];
  expect(all.map(isUnmarkedUtf16)).toEqual([true, true, false, false, false, false]);
});
