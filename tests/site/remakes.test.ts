import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { changeSettings } from '../settings-file.ts';
import { settingsFile } from '../../src/brief/briefs-folder.ts';
import { differencesOf, digestsOf } from './digests.ts';
import { copyProject, readFolder, runScript } from './project.ts';

const here = new URL('../..', import.meta.url).pathname;
const day = { BRIEFS_NOW: '2026-01-01T12:00:00Z' };

/** The parts of a build's result that are used here. */
interface Result {
  readonly compiled: number;
  readonly isBundled: boolean;
  readonly pages: { readonly made: number };
  readonly cards: { readonly made: number };
  readonly images: { readonly made: number };
  readonly indexes: { readonly made: number };
}

/** A build: its counts, its messages, and the files of dist/ that differ from the original site. */
interface Built {
  readonly made: Readonly<Record<'briefs' | 'bundles' | 'pages' | 'cards' | 'images' | 'indexes', number>>;
  readonly output: string;
  /** Files that were written, even if unchanged. */
  readonly written: readonly string[];
  /** Files with other bytes. */
  readonly changed: readonly string[];
}

/** Prints the name of each image that is opened. */
const listening = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const follow = (functions, name) => {
  const real = functions[name];
  functions[name] = (path, ...rest) => {
    if (/\\.(?:avif|gif|jpe?g|png|webp)$/.test(String(path))) console.error('opened ' + path);
    return real(path, ...rest);
  };
};
for (const name of ['readFile', 'readFileSync', 'open', 'openSync']) follow(fs, name);
for (const name of ['readFile', 'open']) follow(fs.promises, name);
syncBuiltinESMExports();
`;

/** Digests of the files of dist/, and the inodes of those that are made; copied ones may be rewritten with the same bytes. */
type Site = Readonly<Record<'digests' | 'inodes', ReadonlyMap<string, string>>>;

const nothing = { briefs: 0, bundles: 0, pages: 0, cards: 0, images: 0, indexes: 0 };

describe('after a change, a build rebuilds what shows it and nothing else:', () => {
  let root = '';
  let original: Site;

  beforeAll(async () => {
    root = copyProject({ briefs: false, cacheOf: inject('shippedSite').root });
    mkdirSync(join(root, 'briefs/pictures'));
    for (const file of [
      'high-seas-treaty.md',
      'ultima-central-de-carbon-britanica.md',
      'dart-asteroid-deflection.md',
      'uk-last-coal-power-station.mdx',
    ])
      // prettier-ignore
      cpSync(join(here, 'briefs', file), join(root, 'briefs', file));
    cpSync(join(here, 'briefs/pictures'), join(root, 'briefs/pictures'), { recursive: true });
    mkdirSync(join(root, 'components'));
    writeFileSync(join(root, 'components/Where.astro'), '<p>{new URL("here", Astro.site)}</p>\n');
    writeFileSync(join(root, 'briefs/uk-last-coal-power-station.mdx'), '\n<Where text="Here" />\n', {
      flag: 'a',
    });
    // A warning, to have a report.
    writeFileSync(join(root, 'briefs/high-seas-treaty.md'), '\n+ 7 on Tuesday.\n', { flag: 'a' });
    changeSettings(root, { cards: { newest: 1 }, embeds: { newest: 1 } });
    const { code, output } = await runScript(root, 'build', day);
    expect(code, output).toBe(0);
    original = site();
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const site = (): Site => {
    const digests = digestsOf(join(root, 'dist'));
    const made = [...digests.keys()].filter((path) => !/^(?:_astro\/|favicon\.svg$)/.test(path));
    return {
      digests,
      inodes: new Map(made.map((path) => [path, String(statSync(join(root, 'dist', path)).ino)])),
    };
  };
  const build = async (before = original, options = {}): Promise<Built> => {
    const { code, output } = await runScript(root, 'build', { ...day, ...options }, ['--json']);
    expect(code, output).toBe(0);
    const line = output.split('\n').find((each) => each.startsWith('{')) ?? '{}';
    const { compiled, isBundled, pages, cards, images, indexes } = JSON.parse(line) as Result;
    const after = site();
    const isThere = (path: string): boolean => after.inodes.has(path);
    return {
      made: {
        briefs: compiled,
        bundles: Number(isBundled),
        pages: pages.made,
        cards: cards.made,
        images: images.made,
        indexes: indexes.made,
      },
      output,
      written: differencesOf(before.inodes, after.inodes).filter(isThere),
      changed: differencesOf(before.digests, after.digests).filter(isThere),
    };
  };
  /** Each test undoes its change; the build of the next finds everything of the original that the change had replaced. */
  const edit = (file: string, from: string, to: string): (() => void) => {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    return () => {
      writeFileSync(path, text);
    };
  };

  test('nothing, a newline in the lockfile, a development dependency, a comment in scripts/verify', async () => {
    edit('package-lock.json', '\n', '\n\n');
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean; version?: string }>;
    };
    const [tool] = Object.values(lock.packages).filter(({ dev }) => dev);
    if (tool) tool.version = '0.0.0';
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock));
    const [file = ''] = readdirSync(join(root, 'scripts/verify')).filter((name) => name.endsWith('.ts'));
    writeFileSync(join(root, 'scripts/verify', file), '// A comment.\n', { flag: 'a' });
    expect(await build()).toMatchObject({ made: nothing, written: [], changed: [] });
  });

  test('a word in one page template', async () => {
    const file = 'src/site/pages/briefs/[slug]/embed.astro';
    const undo = edit(file, '<body', '<body data-word="one"');
    const { made, written, changed, output } = await build();
    undo();
    expect(output).toContain(`The code of all pages is bundled again: ${file} changed.`);
    expect(written).toEqual(changed);
    expect(changed).toEqual([expect.stringMatching(/^briefs\/.*\/embed\/index\.html$/)]);
    expect(made).toEqual({ ...nothing, bundles: 1, pages: 1 });
  });

  test('a card’s design', async () => {
    const undo = edit('src/cards/designs/slide.ts', '\n', '\n\n');
    const { made, written, changed } = await build();
    undo();
    // Six slides and their document.
    expect(made).toEqual({ ...nothing, cards: 7 });
    expect(written.filter((path) => !/^cards\/.*-slide/.test(path))).toEqual([]);
    expect(changed).toEqual([]);
  });

  test('the summary of a brief in another language', async () => {
    const undo = edit(
      'briefs/ultima-central-de-carbon-britanica.md',
      'summary: La central',
      'summary: Y la central',
    );
    const { made, written, changed } = await build();
    undo();
    expect(made).toMatchObject({ briefs: 1, bundles: 0, cards: 0, images: 0, indexes: 1 });
    expect(written).toEqual(changed);
    const others = changed.filter((path) => !/^(?:es|pagefind)\/|ultima-central/.test(path));
    // Every search page names the indexes.
    expect(others.sort()).toEqual(['briefs/index.json', 'search/index.html']);
    expect(changed).toEqual(
      expect.arrayContaining(['es/index.html', 'es/rss.xml', 'es/topics/energy/index.html']),
    );
  });

  test('a rule’s message', async () => {
    const other = 'nobody would see the';
    const undo = edit('src/check/rules/sign-unmeant.ts', 'readers would not see the', other);
    const { made, written, output } = await build();
    undo();
    expect(output).toContain(other);
    expect([made, written]).toEqual([nothing, []]);
  });

  test('a label of one language', async () => {
    const file = 'src/languages/es.ts';
    const [label = ''] = /\n {2,4}keyFigures: '[^']+/.exec(readFileSync(join(root, file), 'utf8')) ?? [];
    const undo = edit(file, label, `${label}!`);
    const { made, written, changed } = await build();
    undo();
    expect(changed.length).toBeGreaterThan(0);
    expect(made).toEqual({ ...nothing, pages: changed.length });
    expect(written).toEqual(changed);
  });

  test('the version of the package that sets the text of cards', async () => {
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    const { packages, ...rest } = JSON.parse(lock) as { packages: Record<string, { version?: string }> };
    packages['node_modules/harfbuzzjs'] = { ...packages['node_modules/harfbuzzjs'], version: '0.0.0' };
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ ...rest, packages }));
    const { made, written, changed } = await build();
    writeFileSync(join(root, 'package-lock.json'), lock);
    expect({ ...made, cards: 0 }).toEqual(nothing);
    expect(made.cards).toBe([...original.digests.keys()].filter((path) => path.startsWith('cards/')).length);
    // They came out the same.
    expect([written, changed]).toEqual([[], []]);
  });

  test('the site’s description', async () => {
    const settings = changeSettings(root, { description: 'Another sentence.' });
    const { made, written, changed } = await build();
    writeFileSync(join(root, settingsFile), settings);
    // The publication's own cards, one for each language, are not pages.
    expect(made).toEqual({ ...nothing, cards: 2, pages: changed.length - 2 });
    expect(written).toEqual(changed);
    expect(changed).toContain('index.html');
    expect(changed).not.toContain('briefs/high-seas-treaty.json');
  });

  test('an accent and the host in the site’s address, with the same bundle', async () => {
    const accent = { light: '#1f6b4a', dark: '#7fcfa6' };
    const settings = changeSettings(root, { accent, address: 'https://other.example/' });
    const { made } = await build();
    writeFileSync(join(root, settingsFile), settings);
    expect(made).toMatchObject({ bundles: 0, images: 0 });
    const files = readFolder(join(root, 'dist'));
    const pages = [...files].filter(([path]) => path.endsWith('.html'));
    for (const [path, html] of pages) expect(html.toString(), path).not.toContain('https://fourfold.example');
    const page = files.get('briefs/uk-last-coal-power-station/index.html')?.toString() ?? '';
    expect(page).toContain('<p>https://other.example/here</p>');
    const [, styles = ''] = /href="\/(_astro\/accents\.\w+\.css)"/.exec(page) ?? [];
    expect(files.get(styles)?.toString()).toContain(`--accent: light-dark(${accent.light}, ${accent.dark})`);
  });

  test('what was undone, of which nothing is made again, and no image is opened', async () => {
    const listener = join(root, 'listen.mjs');
    writeFileSync(listener, listening);
    const built = await build(original, { NODE_OPTIONS: `--import=${listener}` });
    expect(built).toMatchObject({ made: nothing, written: [], changed: [] });
    expect(built.output.match(/opened .*/g), built.output).toBeNull();
    expect(differencesOf(original.digests, site().digests)).toEqual([]);
  });

  test('the text and the title of a standing page', async () => {
    const file = 'briefs/_pages/about.mdx';
    mkdirSync(join(root, 'briefs/_pages'));
    writeFileSync(join(root, file), '---\ntitle: About us\ndescription: Who we are.\n---\n\nWe write.\n');
    await build();
    const before = site();
    edit(file, 'We write.', 'We write a lot.');
    const text = await build(before);
    expect(text.made).toEqual({ ...nothing, pages: 1 });
    expect([text.written, text.changed]).toEqual([['about/index.html'], ['about/index.html']]);
    edit(file, 'About us', 'About');
    const title = await build(before);
    // The list of sitemaps reads the pages' addresses alone, and comes out the same.
    expect(title.made).toEqual({ ...nothing, pages: title.changed.length + 1 });
    expect(title.written).toEqual(title.changed);
    // Every page names it at its foot; no feed does, and no data.
    const pages = [...site().digests.keys()].filter((path) => /(?:^404|\/index|^index)\.html$/.test(path));
    expect(title.changed).toEqual(pages.filter((path) => !path.includes('/embed/')));
  });

  test('entries and files of every kind that are cut short, have another bit, or are of another version', async () => {
    const before = site();
    const damages: readonly ((bytes: Buffer) => Uint8Array)[] = [
      (bytes) => bytes.subarray(0, bytes.length / 2),
      (bytes) => bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte)),
      () => Buffer.from('{"version":0}'),
    ];
    for (const part of ['briefs', 'bundles', 'cards', 'checks', 'pictures', 'search', '../files']) {
      const folder = join(root, '.cache/fourfold/entries', part);
      for (const [at, path] of [...readFolder(folder).keys()].entries()) {
        // A new file, as in a copied cache: the site has the old one.
        const bytes = damages[at % damages.length]?.(readFileSync(join(folder, path))) ?? '';
        rmSync(join(folder, path));
        writeFileSync(join(folder, path), bytes);
      }
    }
    changeSettings(root, { description: 'A third sentence.' });
    const { made, output } = await build();
    expect(output).toContain('bundled again: the stored bundle is damaged, or of another version.');
    expect(made).toMatchObject({ briefs: 4, bundles: 1, cards: 16, indexes: 3 });
    expect(made.images).toBeGreaterThan(0);
    expect(site().digests.size).toBe(before.digests.size);
  });
});
