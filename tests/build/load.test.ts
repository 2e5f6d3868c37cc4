import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { cacheFolder, openCache } from '../../src/store/cache.ts';
import { readBody } from '../../src/build/compiled-brief.ts';
import type { Snapshot } from '../../src/build/snapshot.ts';
import { stopsBuild } from '../../src/diagnostics/diagnostic.ts';
import { threadsFor } from '../../src/build/compile-files.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';
import { openTestProject, type TestProject } from './test-project.ts';

function slugsOf({ briefs }: Snapshot): string[] {
  return briefs.map(({ listing }) => listing.slug);
}

function codesOf({ diagnostics }: Snapshot): string[] {
  return diagnostics.map(({ file, code }) => `${file} ${code}`);
}

function imageOf(width: number, height = 10): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
}

/** Everything except the number of compiled briefs, which may differ between loads. */
function withoutCounts(snapshot: Snapshot): unknown {
  return { ...snapshot, counts: { ...snapshot.counts, compiled: undefined } };
}

describe('a snapshot', () => {
  it('of a folder that is not there, or is empty, is empty', async () => {
    using testProject = openTestProject();
    const nothing = {
      briefs: [],
      notices: [],
      images: [],
      diagnostics: [],
      now: '2026-01-01T00:00:00+00:00',
    };
    expect(await testProject.load()).toMatchObject(nothing);
    testProject.write('briefs/_pages/about.mdx', '---\ntitle: About\ndescription: Who we are.\n---\n');
    testProject.write('briefs/.notes.md', 'x');
    testProject.write('briefs/notes.txt', 'x');
    expect(await testProject.load()).toMatchObject({ ...nothing, counts: { files: 0, compiled: 0 } });
  });

  it('holds back what is not public, and leaves a notice of what is withdrawn', async () => {
    using testProject = openTestProject();
    const { write } = testProject;
    write('briefs/old.md', briefText([], { date: '2025-01-01', expires: '2025-06-01' }));
    write('briefs/2025/new.md', briefText([], { date: '2025-12-31' }));
    write('briefs/b.md', briefText([], { date: '2025-06-01' }));
    write('briefs/a.md', briefText([], { date: '2025-06-01T02:00:00+02:00' }));
    write('briefs/draft.md', briefText([], { status: 'draft' }));
    write('briefs/later.md', briefText([], { date: '2026-02-01' }));
    write('briefs/soon.md', briefText([], { date: '2026-01-01T00:00:01Z' }));
    const withdrawn = '{ date: 2025-10-01, reason: The figure was wrong }';
    write('briefs/gone.md', briefText(['Secret.'], { status: 'withdrawn', withdrawn }));
    const snapshot = await testProject.load();
    expect(codesOf(snapshot)).toEqual([]);
    expect(slugsOf(snapshot)).toEqual(['new', 'a', 'b', 'old']);
    expect(snapshot.briefs.map(({ outOfDate }) => outOfDate)).toEqual([false, false, false, true]);
    expect(snapshot.notices).toEqual([
      { slug: 'gone', lang: 'en', date: '2025-10-01T00:00:00+00:00', reason: 'The figure was wrong' },
    ]);
    const hidden = { drafts: 1, embargoed: 2, nextEmbargo: '2026-01-01T00:00:01+00:00' };
    expect(snapshot.counts).toEqual({ files: 8, compiled: 8, ...hidden });

    const editorsSnapshot = await testProject.load({ audience: 'editors' });
    expect(editorsSnapshot.briefs.map(({ listing, visibility }) => `${listing.slug} ${visibility}`)).toEqual([
      'later embargoed',
      'soon embargoed',
      'new public',
      'draft draft',
      'a public',
      'b public',
      'old public',
    ]);
    expect(slugsOf(await testProject.load({ now: '2026-01-01T00:00:01+00:00' }))[0]).toBe('soon');
  });

  it('leaves out a broken brief and includes the others', async () => {
    using testProject = openTestProject();
    testProject.write('briefs/broken.md', briefText(['A <b>box</b>.']));
    testProject.write('briefs/latin.md', Buffer.from(briefText(['caf\u00e9']), 'latin1'));
    testProject.write('briefs/whole.md', briefText(['See [it](./broken.md).']));
    const snapshot = await testProject.load();
    expect(slugsOf(snapshot)).toEqual(['whole']);
    expect(codesOf(snapshot)).toEqual([
      'briefs/broken.md raw-html',
      'briefs/broken.md raw-html',
      'briefs/latin.md file-encoding',
    ]);
  });

  it('also reports problems of a broken brief that involve other briefs', async () => {
    using testProject = openTestProject();
    const { write } = testProject;
    for (const name of ['one', 'two']) write(`briefs/${name}.md`, briefText([name], { topics: '[economy]' }));
    const watch = '[{ by: 2025-12-01, expect: A comparable bill }]';
    const fields = { topics: '[econmy]', watch, translationOf: 'nobody', thread: 'ai' };
    write(
      'briefs/broken.md',
      briefText(['See [it](./none.md) and [that](./one.md#nowhere).\n\n<b>'], fields),
    );
    expect(codesOf(await testProject.load())).toEqual([
      'briefs/broken.md topic-similar',
      'briefs/broken.md watch-overdue',
      'briefs/broken.md brief-missing',
      'briefs/broken.md brief-missing',
      'briefs/broken.md heading-missing',
      'briefs/broken.md raw-html',
    ]);
  });

  it('says nothing of a link to a brief of which it is not known whether it is public', async () => {
    using testProject = openTestProject();
    const { write } = testProject;
    write('briefs/mood.md', briefText([], { status: 'drafft', date: '2027-01-01' }));
    write('briefs/day.md', briefText([], { date: 'soon' }));
    write('briefs/title.md', briefText([], { title: '[' }));
    write('briefs/whole.md', briefText(['[a](./mood.md#x), [b](./day.md#x), [c](./title.md#x)']));
    expect(codesOf(await testProject.load())).toEqual([
      'briefs/day.md field-date',
      'briefs/mood.md field-value',
      'briefs/title.md front-matter-syntax',
    ]);
  });

  it('says that a link leads to a draft, though the draft is broken', async () => {
    using testProject = openTestProject();
    testProject.write('briefs/begun.md', briefText(['<b>'], { status: 'draft' }));
    testProject.write('briefs/whole.md', briefText(['[a](./begun.md)']));
    expect(codesOf(await testProject.load())).toEqual([
      'briefs/begun.md raw-html',
      'briefs/whole.md brief-hidden',
    ]);
  });

  it('is built despite errors in a draft, and shows unfinished drafts in dev', async () => {
    using testProject = openTestProject();
    const { write, load } = testProject;
    write('briefs/whole.md', briefText());
    write('briefs/fields.md', '---\nstatus: draft\n---\n');
    const gaps = ['✎ Who?', '', '[^1] TODO', 'Beyond.'];
    write(
      'briefs/gaps.md',
      briefText(gaps, { status: 'draft', summary: 'Short', topics: '[]', sources: '' }),
    );
    write('briefs/part.md', briefText([], { status: 'draft' }).replace(/## Why[^]*?(?=## Bey)/, ''));
    write(
      'briefs/loose.md',
      `---\nstatus: draft\nauthors: [nobody]\n---\n\n# Notes\n\n![A](a.png) [b](./none.md)\n`,
    );
    write('briefs/tags.md', briefText(['<b>', '![x](../../x.png)'], { status: 'draft' }));
    write('briefs/yaml.md', briefText([], { status: 'draft', title: '[' }));
    const snapshot = await load();
    expect(slugsOf(snapshot)).toEqual(['whole']);
    expect(stopsBuild(snapshot.diagnostics)).toBe(false);
    expect(snapshot.counts.drafts).toBe(6);
    const errors = snapshot.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'briefs/tags.md raw-html',
      'briefs/yaml.md front-matter-syntax',
    ]);
    const { briefs } = await load({ audience: 'editors' });
    expect(briefs.map(({ listing }) => [listing.slug, listing.title])).toEqual([
      ['gaps', 'A small bill'],
      ['part', 'A small bill'],
      ['whole', 'A small bill'],
      ['fields', 'fields'],
      ['loose', 'loose'],
    ]);
    write('briefs/whole.md', briefText(['<b>']));
    expect(stopsBuild((await load()).diagnostics)).toBe(true);
  });

  it('is built despite a draft with an invalid name or encoding', async () => {
    using testProject = openTestProject();
    const { write, load } = testProject;
    const draft = briefText(['<b>'], { status: 'draft' });
    write('briefs/bill.md', briefText(['[A](./old.md)'], { aliases: '[taken]' }));
    write('briefs/old.md', briefText([], { date: '2025-01-01', title: 'Another' }));
    write('briefs/2024/old.md', draft);
    write('briefs/2025/old.md', draft);
    write('briefs/taken.md', draft);
    write('briefs/Not a Slug.md', draft);
    write('briefs/bill 2.md', draft);
    write('briefs/index.md', draft);
    write('briefs/notes.markdown', draft);
    write('briefs/latin.md', Buffer.from(draft.replace('Text 2', 'Café'), 'latin1'));
    write('briefs/wide.md', Buffer.from(`\ufeff${draft}`, 'utf16le'));
    write('briefs/large.md', draft + ' '.repeat(1_000_000));
    const snapshot = await load();
    const errors = snapshot.diagnostics.filter(({ severity }) => severity === 'error');
    expect(new Set(errors.map(({ code }) => code))).toEqual(
      new Set(['raw-html', 'file-encoding', 'file-size']),
    );
    const warnings = snapshot.diagnostics.filter(({ severity }) => severity === 'warning');
    expect(new Set(warnings.map(({ code }) => code))).toEqual(
      new Set(['slug-duplicate', 'alias-taken', 'file-slug', 'file-extension']),
    );
    expect(errors.filter(({ isOfDraft }) => isOfDraft !== true)).toEqual([]);
    expect(slugsOf(snapshot)).toEqual(['bill', 'old']);
  });

  it('is not built where the name of a published brief is wrong', async () => {
    using testProject = openTestProject();
    testProject.write('briefs/Not a Slug.md', briefText());
    expect(stopsBuild((await testProject.load()).diagnostics)).toBe(true);
  });

  it('shows one brief at one address', async () => {
    using testProject = openTestProject();
    testProject.write('briefs/2024/bill.md', briefText(['First.']));
    testProject.write('briefs/2025/bill.md', briefText(['Second.']));
    const snapshot = await testProject.load();
    expect(snapshot.briefs.map(({ listing }) => listing.file)).toEqual(['briefs/2024/bill.md']);
    expect(codesOf(snapshot)).toEqual(['briefs/2025/bill.md slug-duplicate']);
  });

  it('reads a file that begins with a byte order mark', async () => {
    using testProject = openTestProject();
    testProject.write('briefs/marked.md', `\ufeff${briefText()}`);
    testProject.write('briefs/wrong.md', `\ufeff${briefText([], { ai: 'partly' })}`);
    const snapshot = await testProject.load();
    expect(slugsOf(snapshot)).toEqual(['marked']);
    expect(codesOf(snapshot)).toEqual(['briefs/wrong.md field-value']);
    expect(snapshot.diagnostics[0]?.range.start).toBe(briefText([], { ai: 'partly' }).indexOf('partly'));
  });

  it('follows no symbolic link, of a brief, a folder or an image', async () => {
    using testProject = openTestProject();
    const { root, write } = testProject;
    write('secret/secret.md', briefText());
    write('secret/secret.png', await imageOf(1));
    write('briefs/shows.md', briefText(['![A secret](secret.png) ![A secret](folder/secret.png)']));
    symlinkSync('../secret/secret.md', join(root, 'briefs/linked.md'));
    symlinkSync('../secret', join(root, 'briefs/folder'));
    symlinkSync('../secret/secret.png', join(root, 'briefs/secret.png'));
    const snapshot = await testProject.load();
    expect(codesOf(snapshot)).toEqual([
      'briefs/folder file-link',
      'briefs/linked.md file-link',
      'briefs/shows.md image-file',
      'briefs/shows.md image-file',
    ]);
    expect(snapshot.diagnostics[2]?.note?.text).toContain('symbolic link');
    expect(snapshot.briefs).toEqual([]);
  });
});

describe('loading again', () => {
  let testProject: TestProject;
  let first: Snapshot;

  beforeAll(async () => {
    testProject = openTestProject();
    for (let at = 0; at < 20; at += 1)
      testProject.write(`briefs/brief-${at}.md`, briefText([`Number ${at}.`]));
    testProject.write('briefs/pictures/chips.png', await imageOf(10));
    testProject.write('briefs/brief-7.md', briefText(['![Chips](pictures/chips.png)']));
    testProject.write('briefs/broken.md', briefText(['<b>']));
    first = await testProject.load();
  });

  afterAll(() => {
    testProject[Symbol.dispose]();
  });

  /** What is compiled by the next load. */
  async function compiled(said?: Parameters<TestProject['load']>[0]): Promise<number> {
    return (await testProject.load(said)).counts.compiled;
  }

  it('compiles nothing, and gives the same', async () => {
    expect(first.counts).toMatchObject({ files: 21, compiled: 21 });
    const second = await testProject.load();
    expect(second.counts.compiled).toBe(0);
    expect(withoutCounts(second)).toEqual(withoutCounts(first));
    expect(await compiled({ now: '2030-01-01T00:00:00+00:00', audience: 'editors' })).toBe(0);
  });

  it('compiles one brief that changed, and none when it changes back', async () => {
    testProject.write('briefs/brief-3.md', briefText(['Changed.']));
    expect(await compiled()).toBe(1);
    testProject.write('briefs/brief-3.md', briefText(['Number 3.']));
    expect(await compiled()).toBe(0);
  });

  it('compiles the brief whose image changed or was removed, and none when it is restored', async () => {
    const sizes = async (): Promise<unknown> => {
      const { briefs } = await testProject.load();
      const key = briefs.find(({ listing }) => listing.slug === 'brief-7')?.key ?? '';
      const body = readBody(openCache(testProject.root), key);
      return /width="\d+"/.exec(body.sections[0].html.page)?.[0];
    };
    testProject.write('briefs/pictures/chips.png', await imageOf(20));
    expect(await compiled()).toBe(1);
    expect(await sizes()).toBe('width="20"');
    rmSync(join(testProject.root, 'briefs/pictures/chips.png'));
    const without = await testProject.load();
    expect(without.counts.compiled).toBe(1);
    expect(codesOf(without)).toContain('briefs/brief-7.md image-file');
    testProject.write('briefs/pictures/chips.png', await imageOf(10));
    // Restores the original.
    expect(await compiled()).toBe(0);
    expect(await sizes()).toBe('width="10"');
  });

  it('compiles everything when the settings change that every brief depends on', async () => {
    expect(await compiled({ publication: publicationSample({ timeZone: 'Europe/Berlin' }) })).toBe(21);
    expect(await compiled({ publication: publicationSample({ pageSize: 3 }) })).toBe(0);
  });

  it('rebuilds a damaged entry, and nothing else', async () => {
    const folder = join(testProject.root, cacheFolder, 'entries/briefs');
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => first.briefs.some(({ key }) => path.endsWith(join(key.slice(0, 2), key.slice(2)))));
    expect(entries).toHaveLength(20);
    const [one = '', two = '', three = ''] = entries;
    const bytes = readFileSync(one);
    writeFileSync(one, bytes.with(bytes.length - 9, (bytes.at(-9) ?? 0) ^ 1));
    writeFileSync(two, readFileSync(two).subarray(0, 100));
    writeFileSync(three, '');
    const again = await testProject.load();
    expect(again.counts.compiled).toBe(3);
    expect(withoutCounts(again)).toEqual(withoutCounts(first));
    for (const { key } of again.briefs)
      expect(readBody(openCache(testProject.root), key).sections).toHaveLength(4);
  });
});

it.each([
  [1, 2, 1],
  [16, 8, 1],
  [17, 8, 2],
  [1000, 8, 8],
  [1000, 2, 1],
  [1001, 2, 2],
  [1001, 1, 1],
])('%i briefs on %i cores are compiled by threads: %i', (tasks, cores, threads) => {
  expect(threadsFor(tasks, cores)).toBe(threads);
});
