import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/languages/en.ts';
import { languageFor } from '../../src/languages/languages.ts';
import { scriptsOf } from '../../src/languages/writing.ts';
import { openSearch } from '../../src/site/browser/search-indexes.ts';
import { es } from '../../src/languages/es.ts';
import { readBody } from '../../src/build/compiled-brief.ts';
import { cacheFolder, digestOf, filePath, openCache } from '../../src/store/cache.ts';
import { openOutput } from '../../src/store/output.ts';
import { writeSearch, makeSearch, pageToSearch, type SearchSources } from '../../src/search/search-index.ts';
import { planSearch } from '../../src/search/search-plan.ts';
import { briefSample, publicationSample, sectionSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';
import { readFolder } from '../site/project.ts';
import { openTestProject, type TestProject } from '../build/test-project.ts';
import { digestOfMaker } from '../../src/build/makers.ts';

const publication = publicationSample();

const spanish = es.headings.reduce(
  (text, heading, at) => text.replace(en.headings[at]?.replaceAll('’', "'") ?? '', heading),
  briefText([], { date: '2025-03-01', lang: 'es' }),
);

/** Makes and writes the search of everything published; returns the number of indexes made and the files. */
async function search(testProject: TestProject): Promise<{ made: number; files: Map<string, Buffer> }> {
  const { root } = testProject;
  const { briefs, diagnostics } = await testProject.load();
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const indexes = planSearch(digestOfMaker(root, 'search'), briefs, publication);
  const made = await makeSearch(root, indexes, publication, sourcesOf(root));
  const output = join(root, 'dist', String(performance.now()));
  writeSearch(root, indexes, openOutput(output));
  return { made, files: readFolder(join(output, 'pagefind')) };
}

const sourcesOf = (root: string): SearchSources => ({
  readBody: (key) => readBody(openCache(root), key),
  onProgress: () => undefined,
});

/** Everything that readers could find, in all files. */
function textOf(files: Map<string, Buffer>): string {
  return [...files.values()]
    .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString())
    .join('\n');
}

describe('the plan of the search', () => {
  test('has an index for each year of each language, the publication’s own first, then by number, newest year first', () => {
    using testProject = openTestProject();
    const { root } = testProject;
    const brief = (slug: string, lang: string, date: string, visibility: 'public' | 'draft' = 'public') => ({
      listing: briefSample({ slug, lang, date }),
      visibility,
      outOfDate: false,
      key: slug,
    });
    const indexes = planSearch(
      digestOfMaker(root, 'search'),
      [
        brief('a', 'nl', '2025-09-18T09:00:00+00:00'),
        brief('b', 'pt-BR', '2025-09-18T09:00:00+00:00'),
        brief('c', 'pt', '2025-01-01T00:00:00+01:00'),
        brief('d', 'en-GB', '2024-09-18T09:00:00+00:00'),
        brief('e', 'en', '2025-09-18T09:00:00+00:00'),
        brief('f', 'en', '2025-09-18T09:00:00+00:00', 'draft'),
        brief('g', 'pt', '2025-01-01T00:00:00+01:00'),
      ],
      publication,
    );
    expect(indexes.map(({ folder, briefs }) => [folder, briefs.map(({ key }) => key).join('')])).toEqual([
      ['en-2025', 'e'],
      ['en-2024', 'd'],
      ['pt-2025', 'bcg'],
      ['nl-2025', 'a'],
    ]);
  });

  test('has an index for each month of a year of more than 300 briefs', () => {
    using testProject = openTestProject();
    const briefs = Array.from({ length: 301 }, (_, at) => ({
      listing: briefSample({ slug: `brief-${at}`, date: `2025-${at < 300 ? '03' : '01'}-01T00:00:00+00:00` }),
      visibility: 'public' as const,
      outOfDate: false,
      key: String(at),
    }));
    const foldersOf = (shown: typeof briefs): string[] =>
      planSearch(digestOfMaker(testProject.root, 'search'), shown, publication).map(({ folder }) => folder);
    expect(foldersOf(briefs)).toEqual(['en-2025-03', 'en-2025-01']);
    expect(foldersOf(briefs.slice(1))).toEqual(['en-2025']);
  });
});

describe('a brief as it is indexed', () => {
  const page = pageToSearch(
    briefSample({
      title: 'A < B & "C"',
      topics: ['ai', 'chips'],
      authors: ['ada'],
      sources: [{ title: 'A paper', url: 'https://nature.example/', publisher: 'Nature' }],
      figures: [{ value: '<1%', label: 'a share' }],
    }),
    {
      ...briefSample(),
      sections: [
        sectionSample('whats-happening', 'Heading'),
        sectionSample('why-its-important', 'Heading'),
        sectionSample('whats-next', 'Heading'),
        sectionSample('beyond-the-headlines', 'Heading'),
      ],
    },
    'en',
    publication,
  );

  test('is text without other markup, and each section has its id', () => {
    expect(page).toContain('<h1>A &lt; B &amp; "C"</h1>');
    expect(page).toContain(
      '<p>&lt;1% a share</p><p>Artificial intelligence</p><p>Chips</p><p>Ada Example</p></section>',
    );
    expect(page).toContain(
      '<section id="sources" data-pagefind-weight="0.5"><p>A paper Nature</p></section>',
    );
    expect(page.match(/<section id="([^"]+)"/g)).toHaveLength(6);
    expect(page).toContain(
      '<section id="whats-next"><p>Text of whats-next. \u2063whats \u2063next \u2063whatsnext</p></section>',
    );
  });

  test('does not have the headings that every brief has, so that their words find what is meant', () => {
    expect(page).not.toContain('Heading');
  });

  test('names all its topics to filter by, and its day as its readers write it', () => {
    expect(page.match(/filter="topic\[data-topic\]" data-topic="\w+"/g)).toHaveLength(2);
    const [, id = ''] = /<data id="([^"]+)"/.exec(page) ?? [];
    expect(JSON.parse(decodeURIComponent(id))).toEqual({
      date: '2025-09-18T09:00:00.000Z',
      day: '18 September 2025',
      topic: 'ai',
      lang: 'en',
    });
  });
});

/** Searches like a browser, in an index of one brief. */
async function finds(
  title: string,
  text: string,
  lang: string,
  queries: readonly string[],
): Promise<string[]> {
  using testProject = openTestProject();
  const { root, write } = testProject;
  const headings = languageFor(lang).headings;
  const source = headings.reduce(
    (so, heading, at) => so.replace(`## ${en.headings[at]?.replaceAll('’', "'") ?? ''}`, `## ${heading}`),
    briefText([text], { title: JSON.stringify(title), date: '2025-03-01', lang }),
  );
  write('briefs/one.md', source);
  const { briefs } = await testProject.load();
  const [index] = planSearch(digestOfMaker(root, 'search'), briefs, publication);
  if (!index) throw new Error('The brief is not public.');
  await makeSearch(root, [index], publication, sourcesOf(root));
  const output = join(root, 'dist');
  writeSearch(root, [index], openOutput(output));
  const base = join(output, 'pagefind/');
  const load = globalThis.fetch;
  // Pagefind fetches its files, but there is no server.
  globalThis.fetch = (file) =>
    Promise.resolve(new Response(readFileSync((file as string).replace(/\?.*/, ''))));
  try {
    const search = openSearch({
      base,
      languages: [{ lang, name: lang, scripts: scriptsOf(lang), years: [{ year: '2025', indexes: [{ folder: index.folder, tag: '1' }] }] }], // prettier-ignore
    });
    const found: string[] = [];
    for (const words of queries) {
      const answer = await search({ words, topic: '', year: '', lang: '' });
      if (answer.count() > 0) found.push(words);
      else found.push(`${words} → ${(await answer.nearest()) ?? ''}`);
    }
    return found;
  } finally {
    globalThis.fetch = load;
  }
}

test.each([
  ['fr', 'L’Ukraine et l’Europe', 'L’OTAN soutient l’Ukraine. L’Allemagne d’accord.', ['Ukraine', 'l’Ukraine', 'OTAN', 'Allemagne', 'accord', 'Europe']], // prettier-ignore
  ['en', 'Training bill', 'It cost $294,000. Warming passed 1.5°C. CO₂ rose. Le cœur. Łódź, Straße.', ['$294,000', '294,000', '1.5°C', '1.5', 'CO2', 'coeur', 'Lodz', 'Strasse', 'nature', 'DeepSeek-R1', 'artificial', 'bil', 'zebra → ', 'Trainign → Training']], // prettier-ignore
  ['ja', '図書館は日曜に開く', '２０２５年度の予算は１２３４万円。ＡＩとＤＸを使う。サーバーとコンピュータを更新する。ﾃｽﾄ用。', ['2025', 'AI', 'サーバ', 'コンピューター', 'テスト', '図書館', '予算']], // prettier-ignore
])('a brief in %s is found by its words, however they are spelled', async (lang, title, text, queries) => {
  const said = queries.map((query) => query);
  expect(await finds(title, text, lang, queries.map((query) => query.replace(/ → .*/, '')))).toEqual(said); // prettier-ignore
});

describe('the indexes', () => {
  test('are rebuilt only for the year and language of a changed brief, and are reproducible', async () => {
    using testProject = openTestProject();
    const { write } = testProject;
    write('briefs/this.md', briefText(['A zebra.'], { date: '2025-09-18' }));
    write('briefs/last.md', briefText(['A yak.'], { date: '2024-09-18' }));
    write('briefs/otro.md', spanish);
    const first = await search(testProject);
    expect(first.made).toBe(3);
    expect([...first.files.keys()].filter((file) => file.endsWith('.pagefind'))).toEqual([
      'en-2024/wasm.en.pagefind',
      'en-2025/wasm.en.pagefind',
      'es-2025/wasm.es.pagefind',
    ]);
    expect([...first.files.keys()].filter((file) => file.endsWith('.js'))).toEqual(['pagefind.js']);
    expect((await search(testProject)).made).toBe(0);
    write('briefs/last.md', briefText(['An otter.'], { date: '2024-09-18' }));
    const changed = await search(testProject);
    expect(changed.made).toBe(1);
    expect(textOf(changed.files)).toContain('An otter.');
    expect(textOf(changed.files)).not.toContain('yak');
    write('briefs/last.md', briefText(['A yak.'], { date: '2024-09-18' }));
    expect((await search(testProject)).files).toEqual(first.files);
  });

  test('with a flipped bit are rebuilt; a year without briefs has none', async () => {
    using testProject = openTestProject();
    const { root, write } = testProject;
    write('briefs/this.md', briefText([], { date: '2025-09-18' }));
    write('briefs/last.md', briefText([], { date: '2024-09-18' }));
    const { files } = await search(testProject);
    const index = [...files].find(([file]) => file.endsWith('.pf_index'))?.[1] ?? Buffer.alloc(0);
    const path = join(root, cacheFolder, filePath({ sha256: digestOf(index) }));
    const bytes = readFileSync(path);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(await search(testProject)).toEqual({ made: 1, files });
    write('briefs/last.md', briefText([], { date: '2025-09-17' }));
    const later = await search(testProject);
    expect([...later.files.keys()].filter((file) => file.includes('2024'))).toEqual([]);
  });

  test('that two builds make at the same time on one cache are whole', async () => {
    using testProject = openTestProject();
    const { root, write } = testProject;
    write('briefs/this.md', briefText(['A zebra.'], { date: '2025-09-18' }));
    const { briefs } = await testProject.load();
    const indexes = planSearch(digestOfMaker(root, 'search'), briefs, publication);
    const moduleAt = (path: string): string =>
      JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);
    const script = `
      const { makeSearch } = await import(${moduleAt('search/search-index.ts')});
      const { readBody } = await import(${moduleAt('build/compiled-brief.ts')});
      const { openCache } = await import(${moduleAt('store/cache.ts')});
      const [root, indexes, publication] = JSON.parse(process.argv[1]);
      await makeSearch(root, indexes, publication, {
        readBody: (key) => readBody(openCache(root), key),
        onProgress: () => undefined,
      });`;
    const run = promisify(execFile);
    const given = JSON.stringify([root, indexes, publication]);
    await Promise.all(
      [1, 2, 3].map(() => run(process.execPath, ['--input-type=module', '-e', script, given])),
    );
    expect((await search(testProject)).made).toBe(0);
    expect(openCache(root).keys('search')).toHaveLength(1);
  });

  test('of drafts, embargoed and withdrawn briefs say nothing', async () => {
    using testProject = openTestProject();
    const { write } = testProject;
    write('briefs/public.md', briefText(['A zebra.'], { date: '2025-09-18' }));
    write('briefs/zqdraft.md', briefText(['Zqdraft.'], { status: 'draft' }));
    write('briefs/zqembargo.md', briefText(['Zqembargo.'], { date: '2026-02-01' }));
    const withdrawn = '{ date: 2025-10-01, reason: The figure was wrong }';
    write('briefs/zqgone.md', briefText(['Zqgone.'], { status: 'withdrawn', withdrawn }));
    const { files } = await search(testProject);
    expect(textOf(files)).toContain('A zebra.');
    expect(textOf(files)).not.toMatch(/zq(?:draft|embargo|gone)/i);
  });
});
