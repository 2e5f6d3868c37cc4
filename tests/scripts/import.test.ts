import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { importBriefs } from '../../scripts/import.ts';
import { readPasted } from '../../scripts/import/import-files.ts';
import { runCommand } from './run-command.ts';
import { copyScripts, removeBriefs } from './script-project.ts';

const root = copyScripts();
const briefs = join(root, 'briefs');
const briefsThere = (): string[] => readdirSync(briefs).filter((name) => !name.startsWith('_'));
const drafts = join(root, 'drafts');
const fixtures = fileURLToPath(new URL('../fixtures/import', import.meta.url));

const text =
  "A small bill\n\nWhat's Happening?\nThe lab disclosed the figure in a paper of last week.\nWhat's Next?\nA vote.\n";

beforeEach(() => {
  removeBriefs(root);
  for (const folder of [drafts, join(root, 'out')]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(drafts);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('npm run import', () => {
  test('makes a brief of a file and says what it did', async () => {
    writeFileSync(join(drafts, 'a.txt'), text);
    const run = await runCommand(importBriefs, root, ['drafts/a.txt', '--topic', 'ai']);
    expect(run).toMatchObject({ code: 3, errors: '' });
    expect(run.out).toContain(
      'briefs/a-small-bill.md  from drafts/a.txt\n  title       from the first line\n',
    );
    expect(run.out).toContain(
      '  to fill in  date, ai, sources, "Why It\'s Important?", "Beyond the Headlines"\n',
    );
    const brief = readFileSync(join(briefs, 'a-small-bill.md'), 'utf8');
    expect(run.out).toContain(
      '  a draft, which a person must complete:\n    briefs/a-small-bill.md:1:1: Expected the field "ai"',
    );
    expect(brief).toContain('topics: [ai]\nstatus: draft\n---\n');
    expect(brief).toContain("## What's Next?\n\nA vote.\n");
  });

  test('makes a brief of what is pasted', async () => {
    const run = await runCommand(importBriefs, root, ['-', '--lang', 'de', '--out', 'out'], { input: text });
    expect(run).toMatchObject({ code: 3, errors: '' });
    expect(run.out).toContain('out/a-small-bill.md  from standard input\n');
    expect(readFileSync(join(root, 'out/a-small-bill.md'), 'utf8')).toContain('## Was ist passiert?\n');
  });

  test('makes briefs of a folder of every kind, and lists what failed with the reason', async () => {
    mkdirSync(join(drafts, 'deep'));
    for (const [name, file] of [
      ['word', 'input.docx'],
      ['news-page', 'input.html'],
      ['chinese', 'input.md'],
    ] as const) {
      writeFileSync(join(drafts, `deep/${name}${file.slice(5)}`), readFileSync(join(fixtures, name, file)));
    }
    writeFileSync(join(drafts, 'b.txt'), text);
    writeFileSync(join(drafts, 'c.txt'), text);
    writeFileSync(join(drafts, 'd.pdf'), 'x');
    writeFileSync(join(drafts, 'e.txt'), Buffer.from([0xe4]));
    writeFileSync(join(drafts, 'f.png'), 'x');
    writeFileSync(join(drafts, '.hidden.txt'), text);
    writeFileSync(join(drafts, '~$word.docx'), 'x');
    const run = await runCommand(importBriefs, root, ['drafts', 'nowhere.md']);
    expect(run.code).toBe(1);
    expect(run.out).toContain('5 of 7 documents became briefs.\nSkipped files of other types: 1.\n');
    expect(run.errors.split('\n')).toEqual([
      'Not imported:',
      '  nowhere.md: no such file or folder',
      '  drafts/d.pdf: a .pdf file cannot be read; save it as .docx, .html or .txt',
      '  drafts/e.txt: the text is not UTF-8; save it with that encoding',
      '',
    ]);
    expect(briefsThere()).toEqual([
      'a-small-bill-2.md',
      'a-small-bill.md',
      'deepseek-gastou-us-294-mil.md',
      'deepseek-puts-r1s-training-bill-at-294000.md',
      'shendu-qiu-suo-gongbu-r1-xunlian-feiyong.md',
    ]);
  });

  test('numbers briefs of one title, and makes none of them again', async () => {
    const title = `${'Nine bills '.repeat(7)}now`;
    for (const name of ['a', 'b', 'c'])
      writeFileSync(join(drafts, `${name}.txt`), text.replace('A small bill', title));
    const slug = 'nine-bills-'.repeat(7);
    mkdirSync(briefs, { recursive: true });
    writeFileSync(join(briefs, `${slug}2.md`), 'Mine.');
    expect(await runCommand(importBriefs, root, ['drafts'])).toMatchObject({ code: 3, errors: '' });
    expect(briefsThere()).toEqual([`${slug}2.md`, `${slug}3.md`, `${slug}4.md`, `${slug}now.md`]);
    const again = await runCommand(importBriefs, root, ['drafts']);
    expect(again.errors.match(/now\.md already exists/g)).toHaveLength(3);
  });

  test('says on a terminal how to end what is pasted', async () => {
    const said: unknown[] = [];
    const screen = { error: (message: unknown) => said.push(message) } as unknown as Console;
    const typed = Object.assign(Readable.from([Buffer.from(text)]), { isTTY: true });
    expect((await readPasted({ input: typed, console: screen }))?.toString()).toBe(text);
    expect(said).toEqual(['Paste the text, then press Ctrl-D.']);
    await readPasted({ input: Readable.from([Buffer.from(text)]), console: screen });
    expect(said).toHaveLength(1);
  });

  test('overwrites no brief in any folder of briefs/', async () => {
    mkdirSync(join(briefs, '2024'), { recursive: true });
    writeFileSync(join(briefs, '2024/a-small-bill.md'), 'Mine.');
    writeFileSync(join(drafts, 'a.txt'), text);
    const run = await runCommand(importBriefs, root, ['drafts/a.txt']);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.errors).toBe(
      'Not imported:\n  drafts/a.txt: briefs/2024/a-small-bill.md already exists; to replace it with this version, add --update\n',
    );
    mkdirSync(join(root, 'out'));
    writeFileSync(join(root, 'out/a-small-bill.md'), 'Mine.');
    const elsewhere = await runCommand(importBriefs, root, ['drafts/a.txt', '--out', 'out']);
    expect(elsewhere.errors).toContain('out/a-small-bill.md already exists');
    expect(readFileSync(join(root, 'out/a-small-bill.md'), 'utf8')).toBe('Mine.');
  });

  test('makes as many briefs of a folder as it has documents', async () => {
    for (let at = 1; at <= 30; at += 1) {
      writeFileSync(join(drafts, `${at}.txt`), text.replace('A small bill', `Bill number ${at}`));
    }
    const run = await runCommand(importBriefs, root, ['drafts']);
    expect(run).toMatchObject({ code: 3, errors: '' });
    expect(run.out).toContain('30 of 30 documents became briefs.');
    expect(briefsThere()).toHaveLength(30);
  });

  test('reads paths from the folder in which npm was called', async () => {
    writeFileSync(join(drafts, 'a.txt'), text);
    const run = await runCommand(importBriefs, root, ['a.txt', '--out', 'here'], { folder: 'drafts' });
    expect(run).toMatchObject({ code: 3, errors: '' });
    expect(existsSync(join(drafts, 'here/a-small-bill.md'))).toBe(true);
  });

  test('fails for a folder with nothing in it', async () => {
    const run = await runCommand(importBriefs, root, ['drafts']);
    expect(run).toMatchObject({
      code: 1,
      errors: 'Not imported:\n  drafts: no document to import was found\n',
    });
  });

  test('says in words why it cannot write', async () => {
    writeFileSync(join(drafts, 'a.txt'), text);
    const run = await runCommand(importBriefs, root, ['drafts/a.txt', '--out', 'drafts/a.txt/out']);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.errors).toMatch(/^ENOTDIR: [^\n]*\n$/);
  });

  test.each([
    ['nothing to import', [], 'Expected a file, a folder, or "-".'],
    ['an unknown option', ['a.txt', '--force'], "Unknown option '--force'"],
    [
      'a language that nobody speaks here',
      ['a.txt', '--lang', 'tlh'],
      'Unknown language "tlh", expected one of en, es,',
    ],
    ['a topic that is no slug', ['a.txt', '--topic', 'A'], '"A" is not a slug'],
    [
      'a day that is none',
      ['a.txt', '--date', '31/31/2026'],
      'Unexpected date "31/31/2026", expected ISO 8601',
    ],
    ['an unknown use of AI', ['a.txt', '--ai', 'some'], 'expected one of none, assisted, generated'],
    ['a source without an address', ['a.txt', '--source', 'The council'], 'Unexpected source "The council"'],
    ['an author whom nobody knows', ['a.txt', '--author', 'chatgpt'], 'Unexpected author "chatgpt"'],
    ['a slug that is none', ['a.txt', '--slug', 'A b'], '"A b" is not a slug'],
    [
      'a slug of the site',
      ['a.txt', '--slug', 'index'],
      'Unexpected slug "index", which the site uses itself',
    ],
    ['an empty title', ['a.txt', '--title', ' '], 'Expected a title with words in it.'],
    [
      'a topic that Windows cannot hold',
      ['a.txt', '--topic', 'con'],
      'Unexpected slug "con", expected a valid folder name on Windows: add a word to it, such as "con-news".',
    ],
  ])('explains itself after %s', async (_what, given, complaint) => {
    const run = await runCommand(importBriefs, root, given);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.errors).toContain(complaint);
  });

  test('prints its usage on request', async () => {
    const run = await runCommand(importBriefs, root, ['--help']);
    expect(run.code).toBe(0);
    expect(run.out).toContain('--out FOLDER');
  });
});
