import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { docxSample, wordParagraph } from './docx-sample.ts';
import { describe, expect, it, test } from 'vitest';
import { readDocument } from '../../../scripts/import/read-document.ts';
import { namesFor } from '../../../src/languages/recognise-headings.ts';
import { stringifyMarkdown } from '../../../scripts/import/stringify.ts';

const word = readFileSync(
  fileURLToPath(new URL('../../fixtures/import/word-bold/input.docx', import.meta.url)),
);

async function read(bytes: Uint8Array | string, ending: string) {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const result = await readDocument(given, ending, namesFor({}), ['title']);
  if (!('kind' in result)) return 'problem' in result ? result.problem : 'several briefs';
  return { kind: result.kind, text: stringifyMarkdown(result.source.tree.children) };
}

describe('the kind of a document', () => {
  it.each([
    ['.md', '1. one', 'markdown'],
    ['.HTML'.toLowerCase(), 'one', 'html'],
    ['.txt', 'one', 'text'],
    ['.txt', '# One', 'markdown'],
    ['', 'one **two** three', 'markdown'],
    ['', '[one](https://example.org/)', 'markdown'],
    ['', 'One\n===\n', 'markdown'],
    ['', '---\ntitle: One\n---\n', 'markdown'],
    ['', '> one', 'markdown'],
    ['', '| one |', 'markdown'],
    ['', '- one', 'text'],
    ['', '5 * 6 * 7 #8', 'text'],
    ['', '<!doctype html><p>one', 'html'],
    ['.txt', ' <div>one</div>', 'html'],
    ['', 'a < b', 'text'],
    ['.txt', "<p>One.</p>\nWhat's Happening?\nTwo words, and then three.\nThree.", 'text'],
    ['.txt', "<p>One.\nWhat's Happening?\nTwo.", 'text'],
    ['.txt', '<div>\nOne.\nTwo and three.', 'text'],
    ['', '<p>One.\n<p>Two.\n<p>Three.', 'html'],
    ['', '<div>\n  <p>One\n  two.</p><div>Three</div>\n</div>\nFour', 'html'],
    ['', '<p>One.</p>\n\n**Two and three and four**', 'markdown'],
  ])('%s that holds %j is %s', async (ending, text, kind) => {
    expect(await read(text, ending)).toMatchObject({ kind });
  });

  it('of Word is recognised by its bytes, under any name', async () => {
    expect(await read(word, '')).toMatchObject({ kind: 'docx' });
    expect(await read(word, '.txt')).toMatchObject({ kind: 'docx' });
  });
});

describe('the bytes of a text', () => {
  it.each([
    ['UTF-8', [0xc3, 0xa4], '.txt'],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0xc3, 0xa4], '.md'],
    ['UTF-16', [0xff, 0xfe, 0xe4, 0x00], '.txt'],
    ['UTF-16 from the other end', [0xfe, 0xff, 0x00, 0xe4], '.txt'],
  ])('may be %s', async (_name, bytes, ending) => {
    expect(await read(Uint8Array.from(bytes), ending)).toMatchObject({ text: 'ä' });
  });

  it('may be what a page says they are', async () => {
    const page = Buffer.concat([Buffer.from('<meta charset="windows-1252"><p>'), Buffer.from([0xe4, 0x80])]);
    expect(await read(page, '.html')).toMatchObject({ text: 'ä€' });
  });

  it('may be nothing else', async () => {
    const problem = 'the text is not UTF-8; save it with that encoding';
    expect(await read(Uint8Array.from([0xe4]), '.txt')).toBe(problem);
    expect(
      await read(Buffer.concat([Buffer.from('<meta charset="x-none">'), Buffer.from([0xe4])]), '.html'),
    ).toBe(problem);
  });
});

describe('a Word document', () => {
  test('that would fill the memory is not unpacked, whatever size it declares', async () => {
    const bomb = Buffer.from(docxSample(`<w:p>${' '.repeat(21_000_000)}</w:p>`));
    const entry = bomb.lastIndexOf('word/document.xml') - 46;
    bomb.writeUInt32LE(100, entry + 24);
    expect(await read(bomb, '.docx')).toBe('its text unpacks to more than 20 MB; split it');
  });

  test('whose directory has too many files is not read', async () => {
    const archive = Buffer.from(word);
    archive.writeUInt16LE(65_535, archive.lastIndexOf('PK\u0005\u0006') + 10);
    expect(await read(archive, '.docx')).toBe('it contains more than 5000 files; expected a Word document');
  });

  test.each([
    ['comments', 1001, 'comments', `<w:comment w:id="1">${wordParagraph('a')}</w:comment>`, '1,000 comments'],
    ['paragraphs', 10_001, 'header', wordParagraph('a'), '10,000 paragraphs'],
    ['cells', 10_001, 'header', '<w:tc/>', '10,000 table cells'],
    ['footnotes', 2001, 'footnotes', '<w:footnote w:id="2"/>', '2,000 footnotes'],
    ['elements', 400_001, 'footer', '<w:b/>', '400,000 elements'],
  ])('with too many %s is an error before it is read', async (_what, count, part, xml, limit) => {
    const sample = docxSample(wordParagraph('Text.'), { [part]: xml.repeat(count) });
    expect(await read(sample, '.docx')).toBe(`it has more than ${limit}; split it`);
  });

  test('with a part that is cut off, damaged or missing says which', async () => {
    const sample = Buffer.from(docxSample(wordParagraph('Text.')));
    const entry = sample.lastIndexOf('word/document.xml') - 46;
    const broken = Buffer.from(sample);
    broken.writeUInt32LE(broken.length, entry + 42);
    expect(await read(broken, '.docx')).toBe('the part word/document.xml is cut off');
    const damaged = Buffer.from(sample);
    damaged.fill(0xff, damaged.indexOf('word/document.xml') + 17, damaged.indexOf('word/document.xml') + 40);
    expect(await read(damaged, '.docx')).toBe('the part word/document.xml is damaged');
  });

  test('that is another kind of archive is an error', async () => {
    const empty = Buffer.alloc(22);
    empty.write('PK\u0005\u0006', 'latin1');
    expect(await read(empty, '.docx')).toMatch(/^the Word document cannot be read: \S/);
  });
});

test('a document with a Git conflict is an error with the lines of both sides', async () => {
  const text = '## A\n\n<<<<<<< HEAD\nIt rose.\n=======\nIt fell.\n>>>>>>> desk\n';
  for (const ending of ['.md', '.txt']) {
    const read = await readDocument(new TextEncoder().encode(text), ending, namesFor({}), []);
    expect(read).toEqual({
      problem: expect.stringContaining(
        'Git conflict that was not resolved: one side ("HEAD") is line 4, the other ("desk") is line 6',
      ) as string,
    });
  }
});

test('a style sheet of only spaces and punctuation is read quickly', async () => {
  const css = `p${' '.repeat(200_000)}${'>'.repeat(100_000)}{text-decoration:line-through}${'{'.repeat(100_000)}`;
  const page = `<style>${css}</style><h2>A</h2><p>Text.</p>`;
  const before = process.cpuUsage();
  await readDocument(new TextEncoder().encode(page), '.html', namesFor({}), []);
  expect(process.cpuUsage(before).user).toBeLessThan(2e6);
});
