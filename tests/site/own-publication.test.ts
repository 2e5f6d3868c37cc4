import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fontverter from 'fontverter';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { check } from '../../scripts/check.ts';
import { setup } from '../../scripts/setup.ts';
import { runCommand, type CommandRun } from '../scripts/run-command.ts';
import { copyProject, readFolder, runScript, type Run } from './project.ts';
import { settingsFile } from '../../src/brief/briefs-folder.ts';
import { editSettings, type SettingValue } from '../../src/settings/settings-source.ts';
import { blocksOf, documentOf } from '../documents/documents.ts';
import { changeSettings } from '../settings-file.ts';

const here = new URL('../..', import.meta.url).pathname;
const now = { BRIEFS_NOW: '2026-01-01T12:00:00Z' };

const setUp = [
  '--yes',
  ...['--name', 'Der Vierte Teil', '--address', 'https://teil.test/vierte/', '--lang', 'de'],
  ...[
    '--description',
    'Was am Tag wichtig ist.',
    '--time-zone',
    'Europe/Berlin',
    '--colour',
    '#ffcc00',
    '--samples',
    'remove',
  ],
  ...['--editor', "Ann O'Hara", '--editor-email', 'ann@teil.test', '--feedback', 'https://votes.test/f'],
];

const look = documentOf('.github/docs/look.md');
/** The settings that it shows. */
const ownLook = Object.assign({}, ...blocksOf(look, 'yaml').map((text) => parse(text) as object)) as Readonly<
  Record<string, SettingValue>
>;

/** Fonts of ours in the place of those that it names. */
async function ownFonts(): Promise<Record<string, Uint8Array>> {
  const file = (name: string): Buffer => readFileSync(join(here, `node_modules/@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${name}.woff2`)); // prettier-ignore
  return {
    'Bitter.woff2': file('600-normal'),
    'Bitter-Italic.woff2': file('400-italic'),
    'Inter.ttf': await fontverter.convert(file('400-normal'), 'truetype'),
  };
}

/** Samples that the publication uses, from its own folder. */
const copied = ['high-seas-treaty.md', 'dart-asteroid-deflection.md', 'pictures/dimorphos-orbit.png'];

function copyBriefs(to: string): void {
  for (const file of copied) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(here, 'briefs', file), join(to, file));
  }
  cpSync(join(here, 'briefs/_pages'), join(to, '_pages'), { recursive: true });
}

describe('a publication of one’s own, set up without a question', () => {
  const place = mkdtempSync(join(tmpdir(), 'fourfold-own-'));
  const cacheOf = inject('shippedSite').root;
  let root = '';
  let said: CommandRun;
  let empty: Run[];
  let built: Run;

  beforeAll(async () => {
    root = copyProject({ briefs: true, cacheOf });
    changeSettings(root, { cards: { newest: 1, formats: ['square'] } });
    said = await runCommand(setup, root, setUp, { environment: now });
    empty = [await runScript(root, 'build', now), await runScript(root, 'verify', now)];
    copyBriefs(join(place, 'texts'));
    writeFileSync(
      join(place, 'texts/_site.yaml'),
      editSettings(readFileSync(join(root, settingsFile), 'utf8'), Object.entries(ownLook)),
    );
    const [styles = ''] = blocksOf(look, 'css');
    writeFileSync(join(place, 'texts/_custom.css'), styles);
    const [logo = ''] = blocksOf(look, 'svg');
    writeFileSync(join(place, 'texts/_logo.svg'), logo);
    mkdirSync(join(place, 'texts/_fonts'));
    for (const [file, bytes] of Object.entries(await ownFonts()))
      writeFileSync(join(place, 'texts/_fonts', file), bytes);
    const environment = {
      BRIEFS_DIR: join(place, 'texts'),
      TZ: 'Asia/Tokyo',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    };
    built = await runScript(root, 'build', { ...now, ...environment });
  });

  afterAll(() => {
    for (const folder of [root, place]) rmSync(folder, { recursive: true, force: true });
  });

  test('has its settings and pages, and nothing of the samples', async () => {
    expect([said.code, said.out]).toEqual([0, expect.stringContaining('Removed: 13 sample files')]);
    const settings = readFileSync(join(root, 'briefs/_site.yaml'), 'utf8');
    expect(settings).toContain('address: https://teil.test/vierte/');
    expect(settings).toContain("editor: { name: Ann O'Hara, email: ann@teil.test }");
    expect(settings).toContain('feedback: { kind: form, endpoint: https://votes.test/f }');
    expect(settings).toContain('identity: { authority: teil.test, year: 2026 }');
    // Settings that were not asked for are unchanged.
    expect(settings).toMatch(/^cards:/m);
    expect(settings).toMatch(/^topics: \{\}\nthreads: \{\}$/m);
    expect(readdirSync(join(root, 'briefs'))).toEqual(['_pages', '_site.yaml']);
    const about = readFileSync(join(root, 'briefs/_pages/about.mdx'), 'utf8');
    expect(about).toContain('Jeder Beitrag beantwortet vier Fragen');
    const checked = await runCommand(check, root, [], { environment: now });
    expect([checked.code, checked.out + checked.errors]).toEqual([
      0,
      expect.not.stringMatching(/sample|Fourfold|example/i),
    ]);
  });

  test('is not changed by invalid answers, which are all reported', async () => {
    const before = readFileSync(join(root, 'briefs/_site.yaml'), 'utf8');
    const wrong = ['--yes', '--name', '', '--lang', 'xx', '--colour', 'blue', '--editor', ''];
    const { code, errors } = await runCommand(setup, root, wrong);
    expect(code).toBe(2);
    for (const option of ['--name:', '--lang:', '--colour:']) expect(errors).toContain(option);
    const nobody = await runCommand(setup, root, ['--yes', '--editor', '', '--editor-email', 'a@b.test']);
    expect(nobody.errors).toContain('Expected --editor too');
    expect(readFileSync(join(root, 'briefs/_site.yaml'), 'utf8')).toBe(before);
  });

  test('is a whole site before its first brief', () => {
    expect(
      empty.map(({ code }) => code),
      empty.map(({ output }) => output).join('\n'),
    ).toEqual([0, 0]);
    expect(empty[0]?.output).toContain('Built 0 briefs');
  });

  test('is the same when it is set up again, and keeps the pages that the publisher wrote, changed or removed', async () => {
    const pages = join(root, 'briefs/_pages');
    const before = readFolder(join(root, 'briefs'));
    await runCommand(setup, root, setUp, { environment: now });
    expect(readFolder(join(root, 'briefs'))).toEqual(before);
    const about = readFileSync(join(pages, 'about.mdx'), 'utf8');
    writeFileSync(join(pages, 'about.mdx'), `${about}\nUnser Satz.\n`);
    rmSync(join(pages, 'ai.mdx'));
    const again = await runCommand(setup, root, [...setUp, '--feedback', 'ann@teil.test'], {
      environment: now,
    });
    expect(again.out).toContain('Left as you wrote it: briefs/_pages/about.mdx');
    expect(readdirSync(pages)).toEqual(['about.mdx', 'contact.mdx', 'privacy.mdx']);
    expect(readFileSync(join(pages, 'about.mdx'), 'utf8')).toContain('Unser Satz.');
    expect(readFileSync(join(pages, 'privacy.mdx'), 'utf8')).toContain('öffnet Ihr E-Mail-Programm');
    for (const [path, content] of before) writeFileSync(join(root, 'briefs', path), content);
  });

  test('keeps its identity when it moves to another host', async () => {
    const before = readFileSync(join(root, 'briefs/_site.yaml'), 'utf8');
    await runCommand(setup, root, ['--yes', '--address', 'https://moved.test/']);
    const after = readFileSync(join(root, 'briefs/_site.yaml'), 'utf8');
    writeFileSync(join(root, 'briefs/_site.yaml'), before);
    expect(after).toBe(before.replace('https://teil.test/vierte/', 'https://moved.test/'));
  });

  test('is built of briefs that lie in another repository, and a stranger finds nothing wrong with it', async () => {
    expect(built.code, built.output).toBe(0);
    const page = readFileSync(join(root, 'dist/index.html'), 'utf8');
    expect(page).toContain('Verantwortlich für den Inhalt: Ann O');
    expect(readFileSync(join(root, 'dist/rss.xml'), 'utf8')).toMatch(
      /<managingEditor>.*ann@teil\.test \(Ann O/,
    );
    const { code, output } = await runScript(root, 'verify', { ...now, BRIEFS_DIR: join(place, 'texts') });
    expect(output).toMatch(/^https:\/\/teil\.test\/vierte\/ in \d+ files, \d+ of them pages: nothing wrong/m);
    expect(code).toBe(0);
  });

  test('has the colours of its settings on pages, feeds and cards', async () => {
    const rules = readdirSync(join(root, 'dist/_astro'))
      .filter((file) => file.endsWith('.css'))
      .map((file) => readFileSync(join(root, 'dist/_astro', file), 'utf8'))
      .join('\n');
    expect(rules).toContain(':root, [data-topic] { --accent: light-dark(#1f5f8b, #8cc8f0); }');
    expect(rules).toContain("[data-topic='health'] { --accent: light-dark(#9c2358, #ff9bbd); }");
    expect(rules).toContain('@media screen { :root { --paper: light-dark(#f6f8fb, #0d1524);');
    const page = readFileSync(join(root, 'dist/index.html'), 'utf8');
    expect(page).toContain(
      '<meta name="theme-color" content="#0d1524" media="(prefers-color-scheme: dark)">',
    );
    expect(readFileSync(join(root, 'dist/feed.css'), 'utf8')).toContain(
      '--paper: light-dark(#f6f8fb, #0d1524);',
    );
    const [card = ''] = readdirSync(join(root, 'dist/cards')).filter((file) =>
      file.startsWith('high-seas-treaty'),
    );
    const { data } = await sharp(join(root, 'dist/cards', card))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)]).toEqual([0xf6, 0xf8, 0xfb]);
  });

  test('has its own style sheet on every page, after those of the site, and not in frames of others', () => {
    const { href } = /<link rel="stylesheet" href="\/vierte\/(?<href>_astro\/custom\.[0-9a-f]{8}\.css)">/.exec(readFileSync(join(root, 'dist/index.html'), 'utf8'))?.groups ?? {}; // prettier-ignore
    expect(readFileSync(join(root, 'dist', href ?? ''), 'utf8')).toBe(blocksOf(look, 'css')[0]);
    const brief = readFileSync(join(root, 'dist/briefs/high-seas-treaty/index.html'), 'utf8');
    expect(brief).toContain(href);
    const frame = readFileSync(join(root, 'dist/briefs/high-seas-treaty/embed/index.html'), 'utf8');
    expect(frame).not.toContain('custom.');
    expect(frame).toContain('_astro/accents.');
  });

  test('has its fonts on pages, which preload those that are seen first, and not in frames of others', async () => {
    const page = readFileSync(join(root, 'dist/about/index.html'), 'utf8');
    const styles = /href="\/vierte\/(_astro\/fonts\.[0-9a-f]{8}\.css)"/.exec(page)?.[1] ?? '';
    const loaded = Array.from(readFileSync(join(root, 'dist', styles), 'utf8').matchAll(/url\('(.*?)'\)/g), ([, file = '']) => file); // prettier-ignore
    expect(loaded.map((file) => file.replace(/[0-9a-f]{12}/, '#'))).toEqual(['Bitter.#.woff2', 'Bitter.#.woff2', 'Bitter-Italic.#.woff2', 'Inter.#.ttf']); // prettier-ignore
    const fonts = await ownFonts();
    for (const file of loaded)
      expect(readFileSync(join(root, 'dist/_astro', file)).equals(fonts[file.replace(/[0-9a-f]{12}\./, '')] ?? Buffer.of())).toBe(true); // prettier-ignore
    const preloaded = Array.from(page.matchAll(/<link rel="preload" href="[^"]*\/([^"/]*)" as="font" type="([^"]*)"/g), ([, file, type]) => `${file} ${type}`); // prettier-ignore
    expect(preloaded).toEqual([`${loaded[0]} font/woff2`, `${loaded[3]} font/ttf`]);
    const frame = readFileSync(join(root, 'dist/briefs/high-seas-treaty/embed/index.html'), 'utf8');
    expect(frame).not.toContain('fonts.');
  });

  test('has its logo on every page, in frames of others, and on cards', async () => {
    for (const file of ['index.html', 'about/index.html', 'briefs/high-seas-treaty/embed/index.html']) {
      const page = readFileSync(join(root, 'dist', file), 'utf8');
      expect(page).toMatch(/<svg class="logo" aria-hidden="true" focusable="false" xmlns="[^"]*" viewBox="0 0 48 48"><path fill="currentColor"[^]*?<\/svg>\s*<bdi>Der Vierte Teil<\/bdi>/); // prettier-ignore
    }
    const [card = ''] = readdirSync(join(root, 'dist/cards')).filter((file) => /^high-seas-treaty-[0-9a-f]+\.png$/.test(file)); // prettier-ignore
    const shown = await sharp(join(root, 'dist/cards', card)).extract({ left: 64, top: 64, width: 72, height: 72 }).raw().toBuffer(); // prettier-ignore
    const colours = new Set(Array.from({ length: 72 * 72 }, (_, at) => shown.subarray(3 * at, 3 * at + 3).toString('hex'))); // prettier-ignore
    expect([...colours]).toEqual(expect.arrayContaining(['f6f8fb', '16181d', '2e8bc9']));
  });

  test('has its own links at the top and the foot, in its language and below its path', () => {
    const page = readFileSync(join(root, 'dist/about/index.html'), 'utf8');
    const links = (part: string): string[] =>
      Array.from(page.match(new RegExp(`<${part}[^]*</${part}>`))?.[0].matchAll(/<a [^>]*href="([^"]*)"[^>]*>\s*([^<]*?)\s*</g) ?? [], ([, href, name]) => `${name} ${href}`); // prettier-ignore
    expect(links('header').slice(1)).toEqual([
      'Themen /vierte/topics/',
      'Über uns /vierte/about/',
      'Shop https://shop.example/',
    ]);
    expect(page).toMatch(/href="\/vierte\/about\/"[^>]* aria-current="page"/);
    expect(links('footer')).toContain('Newsletter https://letters.example/');
  });

  test.each([
    [['--address', 'teil'], 'expected the full address of the home page'],
    [['--lang', 'tlh'], 'expected one that the site speaks'],
    [['--colour', 'green'], 'Expected # and six digits'],
    [['--time-zone', 'Hauptstadt'], 'expected an IANA name'],
    [['--editor', 'ChatGPT'], 'expected a person or an organization'],
    [['--host', 'moon'], 'Expected one of github-pages'],
    [['--samples', 'some'], 'Expected keep or remove'],
    [[], 'Expected a terminal'],
  ])('is not written with %j', async (given, reason) => {
    const before = readFileSync(join(root, 'briefs/_site.yaml'), 'utf8');
    const { code, errors } = await runCommand(setup, root, given);
    expect([code, errors]).toEqual([2, expect.stringContaining(reason)]);
    expect(readFileSync(join(root, 'briefs/_site.yaml'), 'utf8')).toBe(before);
  });
});

/** As documented. */
const upgrade = [
  'git fetch upstream',
  "git restore --source upstream/main --staged --worktree -- . ':!briefs' ':!components' ':!public'",
];

describe('a publication whose generator is brought up to date', () => {
  const place = mkdtempSync(join(tmpdir(), 'fourfold-upgrade-'));
  const upstream = join(place, 'upstream');
  const own = join(place, 'own');
  const run = (cwd: string, ...commands: string[]): void => {
    for (const command of commands) execFileSync('sh', ['-c', command], { cwd, stdio: 'pipe' });
  };
  const commit = 'git add -A && git -c user.name=x -c user.email=x@x.example commit -qm x';

  beforeAll(() => {
    const project = copyProject({ briefs: true });
    rmSync(join(project, 'node_modules'));
    cpSync(project, upstream, { recursive: true });
    rmSync(project, { recursive: true, force: true });
    writeFileSync(join(upstream, 'src/old.ts'), '');
    run(upstream, 'git init -q -b main', commit);
    run(place, 'git clone -q upstream own');
    run(own, 'git remote rename origin upstream');
    writeFileSync(join(own, 'briefs/own.md'), 'ours');
    writeFileSync(join(own, 'public/own.txt'), 'ours');
    mkdirSync(join(own, 'components'));
    writeFileSync(join(own, 'components/Own.astro'), 'ours');
    writeFileSync(
      join(own, 'briefs/_site.yaml'),
      `${readFileSync(join(own, 'briefs/_site.yaml'), 'utf8')}# ours\n`,
    );
    rmSync(join(own, 'briefs/high-seas-treaty.md'));
    run(own, commit);
    // A later version: new and removed code, another sample, other shipped settings.
    writeFileSync(join(upstream, 'src/new.ts'), '');
    rmSync(join(upstream, 'src/old.ts'));
    writeFileSync(join(upstream, 'briefs/new-sample.md'), '');
    writeFileSync(join(upstream, 'briefs/_site.yaml'), '# theirs');
    run(upstream, commit);
  });

  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });

  test('has the new code whole and its own three untouched', () => {
    expect(readFileSync(join(here, '.github/docs/publishing.md'), 'utf8')).toContain(upgrade.join('\n'));
    run(own, ...upgrade);
    const files = [...readFolder(own).keys()];
    expect(files).toContain('src/new.ts');
    expect(files).not.toContain('src/old.ts');
    expect(files).not.toContain('briefs/new-sample.md');
    expect(files).not.toContain('briefs/high-seas-treaty.md');
    expect(readFileSync(join(own, 'briefs/own.md'), 'utf8')).toBe('ours');
    expect(readFileSync(join(own, 'public/own.txt'), 'utf8')).toBe('ours');
    expect(readFileSync(join(own, 'components/Own.astro'), 'utf8')).toBe('ours');
    expect(readFileSync(join(own, 'briefs/_site.yaml'), 'utf8')).toMatch(/# ours\n$/);
  });
});
