import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readBuiltFiles } from '../../src/build/last-build.ts';
import { digestsOf } from './digests.ts';
import { copyProject, runScript } from './project.ts';
import { editSettings } from '../../src/settings/settings-source.ts';
import { settingsFile } from '../../src/brief/briefs-folder.ts';

const here = new URL('../..', import.meta.url).pathname;
const slugs = ['high-seas-treaty', 'dart-asteroid-deflection'];

describe('a build after another sees', () => {
  const place = mkdtempSync(join(tmpdir(), 'fourfold-rebuilds-'));
  const texts = join(place, 'texts');
  let root = '';

  beforeAll(async () => {
    root = copyProject({ briefs: false, cacheOf: inject('shippedSite').root });
    mkdirSync(join(texts, 'pictures'), { recursive: true });
    for (const slug of slugs) cpSync(join(here, 'briefs', `${slug}.md`), join(texts, `${slug}.md`));
    cpSync(join(here, 'briefs/pictures'), join(texts, 'pictures'), { recursive: true });
    cpSync(join(root, settingsFile), join(texts, '_site.yaml'));
    setName('Fourfold');
    expect(await build()).toMatchObject({ code: 0 });
  });

  afterAll(() => {
    for (const folder of [root, place]) rmSync(folder, { recursive: true, force: true });
  });

  const build = async (environment: Record<string, string> = {}, ...given: string[]) => {
    const now = { BRIEFS_NOW: '2026-01-01T12:00:00Z', BRIEFS_DIR: texts };
    const run = await runScript(root, 'build', { ...now, ...environment }, given);
    if (run.code === 0) {
      const there = [...digestsOf(join(root, 'dist'))].filter(([file]) => !file.startsWith('.git/'));
      expect(readBuiltFiles(root)).toEqual(new Map(there));
    }
    return run;
  };
  const read = (file: string): string => readFileSync(join(root, 'dist', file), 'utf8');
  const setName = (name: string): void => {
    const path = join(texts, '_site.yaml');
    const changes = { name, cards: { newest: 0 }, search: false };
    writeFileSync(path, editSettings(readFileSync(path, 'utf8'), Object.entries(changes)));
  };
  const page = (at: number): string => `briefs/${slugs[at] ?? ''}/index.html`;

  test('settings, which lie with the briefs, on every page', async () => {
    setName('Another');
    expect(await build()).toMatchObject({ code: 0 });
    for (const file of ['index.html', page(0), page(1), 'rss.xml']) expect(read(file)).toContain('Another');
  });

  test('another that is at work, and waits for it', async () => {
    setName('Fourfold');
    // Three, since two might just miss each other on a busy machine.
    const results = await Promise.all([build(), build(), build()]);
    expect(
      results.map(({ code }) => code),
      results.map(({ output }) => output).join('\n'),
    ).toEqual([0, 0, 0]);
    expect(
      results.some(({ output }) => output.includes('Another build or deploy of this project is running')),
    ).toBe(true);
    for (const file of ['index.html', page(0), page(1), 'rss.xml'])
      expect(read(file)).not.toContain('Another');
  });

  test('what the publisher adds to the files for hosts and robots, and that it has gone again', async () => {
    const added = {
      _headers: '/*\n  X-Team: desk\n',
      _redirects: '/old /new 301\n',
      'robots.txt': 'User-agent: GPTBot\nDisallow: /\n',
      '.nojekyll': '',
    };
    const before = ['_headers', 'robots.txt'].map(read);
    for (const [name, text] of Object.entries(added)) writeFileSync(join(root, 'public', name), text);
    expect(await build()).toMatchObject({ code: 0 });
    expect(read('_headers')).toBe(`${before[0] ?? ''}\n${added._headers}`);
    expect(read('_redirects')).toBe(added._redirects);
    expect(read('robots.txt')).toBe(`${before[1] ?? ''}\n${added['robots.txt']}`);
    expect(read('.nojekyll')).toBe('');
    for (const name of Object.keys(added)) rmSync(join(root, 'public', name));
    expect(await build()).toMatchObject({ code: 0 });
    expect(['_headers', 'robots.txt'].map(read)).toEqual(before);
  });

  test('a file in public/ that would replace a brief, which is an error', async () => {
    mkdirSync(join(root, 'public/briefs'));
    const own = join(root, 'public/briefs', `${slugs[0] ?? ''}.md`);
    writeFileSync(own, 'Our own.\n');
    const { code, output } = await build();
    rmSync(own);
    expect([code, output]).toEqual([1, expect.stringContaining('error  address-taken')]);
  });

  test('what lies in a folder that public/ links to', async () => {
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'assets/a.txt'), 'one');
    symlinkSync(join(root, 'assets'), join(root, 'public/assets'));
    expect(await build()).toMatchObject({ code: 0 });
    expect(read('assets/a.txt')).toBe('one');
    writeFileSync(join(root, 'assets/a.txt'), 'two');
    expect(await build()).toMatchObject({ code: 0 });
    expect(read('assets/a.txt')).toBe('two');
  });

  test('another image of the same name, in briefs that lie elsewhere', async () => {
    const image = join(texts, 'pictures/dimorphos-orbit.png');
    const before = readdirSync(join(root, 'dist/pictures'));
    writeFileSync(image, await sharp(readFileSync(image)).negate({ alpha: false }).png().toBuffer());
    expect(await build()).toMatchObject({ code: 0 });
    const after = readdirSync(join(root, 'dist/pictures'));
    expect(after).toHaveLength(before.length);
    expect(after.filter((file) => before.includes(file))).toEqual([]);
  });

  test('leaves the repository alone by which dist/ is pushed', async () => {
    mkdirSync(join(root, 'dist/.git'));
    writeFileSync(join(root, 'dist/.git/HEAD'), 'ref');
    for (const text of ['one', 'two', 'three']) {
      writeFileSync(join(root, 'public/a.txt'), text);
      const { code, output } = await build();
      expect(code, output).toBe(0);
      expect([read('a.txt'), read('.git/HEAD')]).toEqual([text, 'ref']);
    }
    rmSync(join(root, 'dist/.git'), { recursive: true });
  });

  test('reports errors as JSON, and keeps the site', async () => {
    writeFileSync(join(texts, 'broken.md'), 'No front matter.\n');
    const before = read('index.html');
    const { code, output } = await build({}, '--json');
    rmSync(join(texts, 'broken.md'));
    expect(code).toBe(1);
    expect(output).toContain('"code": "front-matter-missing"');
    expect(read('index.html')).toBe(before);
  });

  test('does not replace a site with an empty one, unless asked to', async () => {
    const empty = join(place, 'empty');
    mkdirSync(empty);
    cpSync(join(texts, '_site.yaml'), join(empty, '_site.yaml'));
    const before = read('index.html');
    const failed = await build({ BRIEFS_DIR: empty });
    expect([failed.code, failed.output]).toEqual([
      1,
      expect.stringContaining(`There is no brief in ${empty}`),
    ]);
    expect(read('index.html')).toBe(before);
    const meant = await build({ BRIEFS_DIR: empty }, '--allow-empty');
    expect(meant.code, meant.output).toBe(0);
    expect(read('index.html')).toContain('No briefs yet');
  });

  test('refuses a link in the place of dist/, and says why', async () => {
    renameSync(join(root, 'dist'), join(place, 'www'));
    symlinkSync(join(place, 'www'), join(root, 'dist'));
    const { code, output } = await build({ SITE_NAME: 'Five' });
    expect([code, output]).toEqual([1, expect.stringContaining('dist is a symbolic link')]);
    expect(readFileSync(join(place, 'www/index.html'), 'utf8')).not.toContain('Five');
  });
});
