import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { copyProject, readFolder, runScript, userEnvironment, type Run } from './project.ts';
import { settingsFile } from '../../src/brief/briefs-folder.ts';

const here = new URL('../..', import.meta.url).pathname;
const now = { BRIEFS_NOW: '2026-01-01T12:00:00Z' };

describe('a build of the shipped briefs with one draft, one embargoed and one withdrawn', () => {
  let root = '';
  let first: Run;
  let built: Map<string, Buffer>;

  beforeAll(async () => {
    root = copyProject({ briefs: true, cacheOf: inject('shippedSite').root });
    plant(root);
    first = await runScript(root, 'build', now);
    built = readFolder(join(root, 'dist'));
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const plant = (project: string): void => {
    for (const [slug, lines] of Object.entries(planted))
      writeFileSync(join(project, 'briefs', `${slug}.md`), secretBrief(slug, lines));
  };

  /** Files of a site that differ from the original or are missing. */
  const differencesToFirst = (project = root): string[] => {
    const again = readFolder(join(project, 'dist'));
    const files = new Set([...built.keys(), ...again.keys()]);
    return [...files].filter((file) => !built.get(file)?.equals(again.get(file) ?? Buffer.alloc(0))).sort();
  };

  test('ends well and says what it made, what it held back and where to look', () => {
    expect(first.code, first.output).toBe(0);
    expect(first.output).toContain('as of 2026-01-01T12:00:00+00:00');
    expect(first.output).toMatch(
      /Held back: 1 draft, 1 embargoed \(the next until 2031-05-01T00:00:00\+00:00\), 1 withdrawn/,
    );
    expect(first.output).toContain('npm run preview');
  });

  test.each(['index.html', '404.html', 'rss.xml', 'robots.txt', 'sitemap-index.xml', 'sitemap-1.xml'])(
    'makes /%s',
    (file) => {
      expect(built.has(file)).toBe(true);
    },
  );

  test('gives every brief a page, and its card is there under the address that the page names', async () => {
    const pages = [...built.keys()].filter((file) => /^briefs\/[^/]+\/index\.html$/.test(file));
    expect(pages.length).toBeGreaterThanOrEqual(8);
    for (const page of pages.filter((file) => !file.includes('zqwithdrawn'))) {
      const html = built.get(page)?.toString() ?? '';
      const card =
        /<meta property="og:image" content="https:\/\/fourfold\.example\/(cards\/[^"]+\.(?:png|jpg))"/.exec(
          html,
        )?.[1];
      expect(card, page).toBeDefined();
      const image = built.get(card ?? '');
      expect(await sharp(image).metadata(), page).toMatchObject({ width: 1200, height: 630 });
      expect(image?.length, page).toBeLessThanOrEqual(300_000);
    }
  });

  test('gives the newest briefs the other formats, a slide for each section and the document of them', () => {
    const cards = [...built.keys()].filter((file) => file.startsWith('cards/'));
    const others = cards.filter((file) =>
      /-(?:square|portrait|story|slide-\d+|slides)-[0-9a-f]{12}\.\w+$/.test(file),
    );
    const newest = new Set(
      others.map((file) => file.replace(/-(?:square|portrait|story|slide-\d+|slides)-.*/, '')),
    );
    expect(newest.size).toBe(2);
    const slides = others.filter((file) => /-slide-\d+-/.test(file));
    // A title, one or two slides for each section, and the sources.
    expect(slides.length).toBeGreaterThanOrEqual(2 * 6);
    expect(slides.length).toBeLessThanOrEqual(2 * 10);
    expect(others).toHaveLength(2 * 4 + slides.length);
    expect(others.filter((file) => file.endsWith('.pdf'))).toHaveLength(2);
  });

  test('publishes every brief as data that its own schema accepts, and lists them all', () => {
    const parse = (file: string): unknown => JSON.parse(built.get(file)?.toString() ?? '');
    // Additional text of formats is for readers to judge.
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const isBrief = ajv.compile(parse('schema/brief.json') as object);
    const isIndex = ajv.compile(parse('schema/index.json') as object);
    const files = [...built.keys()].filter((file) => /^briefs\/[^/]+\.json$/.test(file) && file !== 'briefs/index.json'); // prettier-ignore
    for (const file of files) expect(isBrief(parse(file)), JSON.stringify(isBrief.errors)).toBe(true);
    const index = parse('briefs/index.json');
    expect(isIndex(index), JSON.stringify(isIndex.errors)).toBe(true);
    const { total, briefs } = index as { total: number; briefs: { json: string }[] };
    expect(total).toBe(files.length);
    expect(briefs.map(({ json }) => json.replace('https://fourfold.example/', '')).sort()).toEqual(
      files.sort(),
    );
    for (const file of files) {
      const { cards } = parse(file) as { cards: { url: string }[] };
      for (const { url } of cards) expect(built.has(url.replace('https://fourfold.example/', ''))).toBe(true);
    }
    // A new field breaks no consumer with a copy of the schema, but a missing one does.
    const { title, ...untitled } = parse(files[0] ?? '') as { title: string };
    expect(isBrief({ ...untitled, title, later: true })).toBe(true);
    expect(isBrief(untitled)).toBe(false);
  });

  test('contains nothing that is not public in any byte or file name', () => {
    for (const [file, bytes] of built) {
      const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
      const text = `${file}\n${(isPacked ? gunzipSync(bytes) : bytes).toString('latin1')}`;
      expect(text.match(/zqdraft|zqembargo/i), file).toBeNull();
      if (file !== 'briefs/zqwithdrawn/index.html') expect(text.match(/zqwithdrawn/i), file).toBeNull();
    }
  });

  test('leaves of a withdrawn brief only the notice, at its own address', () => {
    const notice = built.get('briefs/zqwithdrawn/index.html')?.toString() ?? '';
    expect(notice).toContain('The figure could not be confirmed.');
    expect(notice.match(/zqwithdrawn\w+/gi)).toBeNull();
    expect(notice).toContain('<meta name="robots" content="noindex"');
  });

  test('puts every list and feed in the order of the dates, newest first', () => {
    const feed = built.get('rss.xml')?.toString() ?? '';
    const dates = [...feed.matchAll(/<pubDate>([^<]+)<\/pubDate>/g)].map(([, date = '']) => Date.parse(date));
    expect(dates.length).toBeGreaterThanOrEqual(8);
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  });

  test('prints the policy first in each head, and neither style nor script inline', () => {
    for (const [file, bytes] of built) {
      if (!file.endsWith('.html')) continue;
      const html = bytes.toString();
      expect(html, file).toMatch(/<head><meta http-equiv="Content-Security-Policy"/);
      expect(html, file).not.toMatch(/<style|\sstyle=|<script(?![^>]*(?:src=|ld\+json))/);
    }
  });

  test('keeps a page and its styles within 30 KB compressed', async () => {
    const { gzipSync } = await import('node:zlib');
    const styles = [...built].filter(([file]) => file.endsWith('.css')).map(([, bytes]) => bytes);
    const page = built.get('briefs/deepseek-r1-training-cost/index.html') ?? Buffer.alloc(0);
    const sizes = [page, ...styles].map((bytes) => gzipSync(bytes).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(30_000);
  });

  test('names no path of the machine in any file', () => {
    for (const [file, bytes] of built) expect(bytes.includes(root), file).toBe(false);
  });

  test('has nothing to do when nothing changed, and leaves the site unchanged', async () => {
    const second = await runScript(root, 'build', now);
    expect(second.output).toContain('Nothing has changed since the last build');
    expect(second.output).toMatch(/Rebuilt 0 of \d+ brief files, 0 of .* 0 of \d+ cards/);
    expect(differencesToFirst()).toEqual([]);
  });

  test('makes only what shows a brief that changed: its page and data, lists, feeds and neighbours', async () => {
    const file = join(root, 'briefs/high-seas-treaty.md');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, `${good.trimEnd()} One word more.\n`);
    const changed = await runScript(root, 'build', now);
    const differing = differencesToFirst();
    writeFileSync(file, good);
    expect(changed.output).toMatch(/Rebuilt 1 of \d+ brief files, .* 0 of \d+ cards, .* 1 of \d+ search/);
    const own = ['index.html', 'md', 'json'].map(
      (end) => `briefs/high-seas-treaty${end.includes('.') ? '/' : '.'}${end}`,
    );
    expect(differing).toEqual(expect.arrayContaining(own));
    // Other pages do not show its reading time.
    expect(
      differing.filter((path) => path.startsWith('briefs/') && !path.includes('high-seas-treaty')),
    ).toEqual([]);
    // The feeds of its topics and authors, with full texts, but no other topic's.
    expect(differing).toEqual(
      expect.arrayContaining(['rss.xml', 'atom.xml', 'feed.json', 'topics/oceans/rss.xml']),
    );
    expect(differing.filter((path) => /^topics\/(?!oceans|law)/.test(path))).toEqual([]);
    const back = await runScript(root, 'build', now);
    expect(back.output).toMatch(/Rebuilt 0 of \d+ brief files/);
    expect(differencesToFirst()).toEqual([]);
  });

  test('makes the same bytes in a new clone, time zone, language and umask, by the first command of the README', () => {
    const readme = readFileSync(join(here, 'README.md'), 'utf8');
    const [, command = ''] = /```sh\n(.*)\n```/.exec(readme) ?? [];
    const [install = '', build = ''] = command.split(' && ');
    expect([install, build]).toEqual(['npm ci', 'npm run build']);
    // A clean clone as in CI takes a minute, so packages are shared here.
    expect(readFileSync(join(here, '.ci/run'), 'utf8')).toContain(`\n${install}\n`);
    const above = mkdtempSync(join(tmpdir(), 'fourfold-clone-'));
    // Folders above belong to another project.
    for (const [file, text] of Object.entries(foreign)) writeFileSync(join(above, file), text);
    const clone = join(above, 'news');
    mkdirSync(clone);
    // The current files, including uncommitted changes.
    const copy = 'git ls-files -coz --exclude-standard | tar --null -T - -cf - | tar -xf - -C "$0"';
    execFileSync('bash', ['-c', copy, clone], { cwd: here });
    symlinkSync(join(here, 'node_modules'), join(clone, 'node_modules'));
    cpSync(join(root, settingsFile), join(clone, settingsFile));
    plant(clone);
    execFileSync('sh', ['-c', `umask 077 && ${build}`], {
      cwd: clone,
      env: userEnvironment({ ...now, TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
      stdio: 'pipe',
    });
    expect(differencesToFirst(clone)).toEqual([]);
    rmSync(above, { recursive: true, force: true });
  });

  test('makes a page again that somebody changed in the site or in the cache, which have it as one file', async () => {
    writeFileSync(
      join(root, 'dist/briefs/high-seas-treaty/index.html'),
      'Zqdraft: a sentence that was taken out again',
    );
    const cachedFiles = join(root, '.cache/fourfold/files');
    for (const name of readdirSync(cachedFiles, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\w\w\/\w{62}$/.test(path))
      .filter((path) => readFileSync(join(cachedFiles, path), 'utf8').startsWith('<!DOCTYPE html>'))
      .slice(0, 5)) {
      writeFileSync(join(cachedFiles, name), '');
    }
    const { output } = await runScript(root, 'build', now);
    expect(output).not.toContain('Nothing has changed');
    expect(differencesToFirst()).toEqual([]);
  });

  test('publishes an embargoed brief when its moment has come, on the home page and in the feed', async () => {
    await runScript(root, 'build', { BRIEFS_NOW: '2031-05-01T00:00:00Z' });
    const later = readFolder(join(root, 'dist'));
    expect(later.get('index.html')?.toString()).toContain('Zqembargo title');
    expect(later.get('rss.xml')?.toString()).toContain('Zqembargo title');
    expect(later.has('briefs/zqembargo/index.html')).toBe(true);
  });

  test('that fails says where and how to fix it, exits with an error, and leaves the last site whole', async () => {
    const before = readFolder(join(root, 'dist'));
    const file = join(root, 'briefs/high-seas-treaty.md');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace("## What's Next?", '## What is next'));
    const failed = await runScript(root, 'build', now);
    writeFileSync(file, good);
    expect(failed.code).toBe(1);
    expect(failed.output).toMatch(/briefs\/high-seas-treaty\.md:\d+:1 {2}error {2}section-heading/);
    expect(failed.output).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect(readFolder(join(root, 'dist'))).toEqual(before);
  });
});

test('a folder without briefs builds an empty site with a friendly page', async () => {
  const root = copyProject({ briefs: false, cacheOf: inject('shippedSite').root });
  // Nothing to see yet.
  expect(await runScript(root, 'preview')).toEqual({
    code: 1,
    output: 'There is no built site in dist/. Run npm run build first.\n',
  });
  const { code, output } = await runScript(root, 'build', now);
  expect(output).not.toMatch(/was in the cache/);
  const built = readFolder(join(root, 'dist'));
  rmSync(root, { recursive: true, force: true });
  expect(code, output).toBe(0);
  for (const page of ['index.html', 'topics/index.html']) {
    expect(built.get(page)?.toString(), page).toContain('No briefs yet');
  }
  expect([...built.keys()].filter((file) => /^(?:topics\/.+\/|threads\/|authors\/)/.test(file))).toEqual([]);
  expect(built.get('rss.xml')?.toString()).toContain('<channel>');
});

const foreign = {
  'postcss.config.mjs': 'throw new Error("the PostCSS of another project");',
  'babel.config.cjs': 'throw new Error("the Babel of another project");',
  '.babelrc': '{ broken',
  '.browserslistrc': 'ie 8',
  'tsconfig.json': '{ broken',
  'vite.config.mjs': 'throw new Error("the Vite of another project");',
  'package.json': '{ "browserslist": ["ie 8"], "type": "commonjs" }',
  '.env': 'BRIEFS_DIR=/nowhere',
};

const planted = {
  zqdraft: ['status: draft', 'date: 2025-03-01'],
  zqembargo: ['date: 2031-05-01'],
  zqwithdrawn: [
    'status: withdrawn',
    'date: 2025-03-01',
    'withdrawn: { date: 2025-04-01, reason: The figure could not be confirmed. }',
  ],
};

function secretBrief(word: string, lines: readonly string[]): string {
  const name = word.replace('z', 'Z');
  return `---
title: ${name} title
summary: ${name}summary is a sentence that is long enough to be a summary.
topics: [${word}topic]
ai: none
${lines.join('\n')}
sources:
  - title: ${name}source
    url: https://example.org/${word}
figures:
  - value: 12
    label: ${word}figure
---

## What's Happening?

${name}happening is told here.

## Why It's Important?

${name}important is told here.

## What's Next?

${name}next is told here.

## Beyond the Headlines

${name}beyond is told here.
`;
}
