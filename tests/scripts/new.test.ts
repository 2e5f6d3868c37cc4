import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { newBrief } from '../../scripts/new.ts';
import { askForBrief, askForSlug } from '../../scripts/new-questions.ts';
import { publicationSample } from '../brief-sample.ts';
import { runCommand } from './run-command.ts';
import { copyScripts, removeBriefs } from './script-project.ts';
import { changeSettings } from '../settings-file.ts';

const root = copyScripts();
const briefs = join(root, 'briefs');
const environment = { BRIEFS_NOW: '2025-09-18T23:30:00Z' };

beforeEach(() => {
  removeBriefs(root);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

describe('npm run new', () => {
  test('writes a brief from the template and prints its path', async () => {
    const run = await runCommand(newBrief, root, ['A small bill', '--topic', 'ai', '--topic=chips'], {
      environment,
    });
    expect(run).toEqual({ code: 0, out: 'briefs/a-small-bill.md\n', errors: '' });
    const text = read('briefs/a-small-bill.md');
    expect(text).toContain('title: A small bill\n');
    expect(text).toContain('date: 2025-09-18T23:30:00+00:00\n');
    expect(text).toContain('topics: [ai, chips]\n');
    expect(text).toContain("## What's Happening?\n");
  });

  test('dates it in the publication’s time zone, not in the machine’s', async () => {
    const settings = changeSettings(root, { timeZone: 'Asia/Tokyo' });
    await runCommand(newBrief, root, ['A'], { environment: { ...environment, TZ: 'America/New_York' } });
    writeFileSync(join(root, 'briefs/_site.yaml'), settings);
    expect(read('briefs/a.md')).toContain('date: 2025-09-19T08:30:00+09:00\n');
  });

  test('writes in another language, under a name in Latin letters', async () => {
    const { out } = await runCommand(newBrief, root, ['深度求索公布费用', '--lang', 'zh-Hans']);
    expect(out).toBe('briefs/shendu-qiu-suo-gongbu-feiyong.md\n');
    expect(read(out.trim())).toContain('lang: zh-Hans\n');
    expect(read(out.trim())).toContain('## 发生了什么？\n');
  });

  test('names the file as the writer says, and asks nothing where a title can be read', async () => {
    const said = ['大阪府の新制度', '--lang', 'ja', '--slug', 'osaka-new-rules'];
    expect((await runCommand(newBrief, root, said)).out).toBe('briefs/osaka-new-rules.md\n');
    expect((await runCommand(newBrief, root, ['カナダ', '--lang', 'ja'])).out).toBe('briefs/kanada.md\n');
  });

  test('overwrites no file in any folder of briefs/, and names it', async () => {
    mkdirSync(join(briefs, '2024'), { recursive: true });
    writeFileSync(join(briefs, '2024/a-small-bill.md'), 'Mine.');
    writeFileSync(join(briefs, 'another.md'), 'Mine.');
    const deep = await runCommand(newBrief, root, ['A small bill']);
    expect(deep).toMatchObject({ code: 1, out: '' });
    expect(deep.errors).toContain('briefs/2024/a-small-bill.md already exists');
    const same = await runCommand(newBrief, root, ['Another']);
    expect(same).toMatchObject({ code: 1, out: '' });
    expect(same.errors).toContain('briefs/another.md already exists');
    expect(read('briefs/another.md')).toBe('Mine.');
    expect(existsSync(join(briefs, 'a-small-bill.md'))).toBe(false);
    symlinkSync(join(briefs, 'another.md'), join(briefs, 'a-link.md'));
    expect(await runCommand(newBrief, root, ['A link'])).toMatchObject({ code: 1, out: '' });
    expect(read('briefs/another.md')).toBe('Mine.');
  });

  test.each([
    ['no title and no terminal', [], 'Expected a title.'],
    ['two titles', ['A', 'small'], 'Expected one title: put it in quotation marks.'],
    ['a title without a word', ['  '], 'Expected a title with words in it.'],
    ['a title without a letter', ['?!'], 'No file name can be made from the title "?!". Add one: --slug'],
    [
      'kanji, which have several readings',
      ['大阪府の新制度', '--lang', 'ja'],
      'from the title "大阪府の新制度". Add one: --slug',
    ],
    [
      'a slug that is none',
      ['A', '--slug', 'Two Words'],
      '"Two Words" is not a slug of a brief: use lower-case',
    ],
    ['a slug that is taken by the site', ['A', '--slug', 'index'], '"index" is not a slug of a brief'],
    ['an unknown option', ['A', '--language', 'es'], "Unknown option '--language'"],
    [
      'a language that nobody speaks here',
      ['A', '--lang', 'tlh'],
      'Unknown language "tlh", expected one of en, es,',
    ],
    [
      'a language as a system names it',
      ['A', '--lang', 'en_US'],
      'Unknown language "en_US", expected "en-US".',
    ],
    ['a topic that is no slug', ['A', '--topic', 'AI & law'], '"AI & law" is not a slug'],
    [
      'a topic that Windows cannot hold',
      ['A', '--topic', 'lpt1'],
      'Unexpected slug "lpt1", expected a valid folder name on Windows: add a word to it, such as "lpt1-news".',
    ],
  ])('explains itself after %s, and writes nothing', async (_what, given, complaint) => {
    const run = await runCommand(newBrief, root, given);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.errors).toContain(complaint);
    expect(run.errors).toContain('Usage: npm run new -- "Title" [options]');
    expect(readdirSync(briefs)).toEqual(['_site.yaml']);
  });

  test('prints its usage on request', async () => {
    const run = await runCommand(newBrief, root, ['--help']);
    expect(run.code).toBe(0);
    expect(run.out).toContain('--topic SLUG');
  });
});

describe('the questions on a terminal', () => {
  const enter = '\r';
  const down = '\u001b[B';

  /** Types each answer when its question appears. */
  async function answer(
    given: Parameters<typeof askForBrief>[1],
    keys: readonly (readonly string[])[],
    settings: Parameters<typeof publicationSample>[0] = {},
  ) {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
    let screen = '';
    output.on('data', (chunk: Buffer) => (screen += chunk.toString()));
    const publication = publicationSample({
      topics: { ai: { name: 'AI' }, law: { name: 'Law' } },
      ...settings,
    });
    const asked = askForBrief(publication, given, { input, output });
    for (const typed of keys) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      for (const key of typed) input.write(key);
    }
    return { answers: await asked, screen };
  }

  test('ask for title, language, topics, and how much of the text a program wrote', async () => {
    const { answers, screen } = await answer({ lang: undefined, topics: [] }, [
      ['A bill', enter],
      [down, enter],
      ['ai, Law, fish', enter],
      [down, down, enter],
    ]);
    expect(answers).toEqual({ title: 'A bill', lang: 'es', topics: ['ai', 'law', 'fish'], ai: 'assisted' });
    expect(screen).toContain('What is the title?');
    expect(screen).toContain('ai (AI), law (Law)');
    expect(screen).toContain('Readers see your answer.');
  });

  test('label no text by Enter alone, unless the settings do', async () => {
    const given = { lang: 'en', topics: ['law'] };
    const keys = [['A bill', enter], [enter]];
    expect((await answer(given, keys)).answers).toMatchObject({ ai: undefined });
    expect((await answer(given, keys, { ai: 'none' })).answers).toMatchObject({ ai: 'none' });
  });

  test('treat no letter as a command, and explain how to write a topic', async () => {
    const { answers, screen } = await answer({ lang: 'en', topics: [] }, [
      ['A bill', enter],
      ['F & A', enter],
      ['\u0015', 'f-a', enter],
      [enter],
    ]);
    expect(answers).toMatchObject({ topics: ['f-a'] });
    expect(screen).toContain('instead of "f & a" write f-a');
  });

  test('do not ask for what was given, nor go on without a title', async () => {
    const { answers, screen } = await answer({ lang: 'de', topics: ['law'] }, [
      [enter],
      ['B', enter],
      [down, enter],
    ]);
    expect(answers).toEqual({ title: 'B', lang: 'de', topics: ['law'], ai: 'none' });
    expect(screen).toContain('A brief needs a title');
    expect(screen).not.toContain('Which language is it in?');
  });

  test('ask for a name of the file that is a slug', async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
    const asked = askForSlug({ input, output });
    for (const typed of [
      ['Osaka', enter],
      ['\u0015', 'osaka', enter],
    ]) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      for (const key of typed) input.write(key);
    }
    expect(await asked).toBe('osaka');
  });

  test('can be broken off', async () => {
    const { answers } = await answer({ lang: undefined, topics: [] }, [['A', enter], ['\u0003']]);
    expect(answers).toBeUndefined();
    expect(readdirSync(briefs)).toEqual(['_site.yaml']);
  });
});
