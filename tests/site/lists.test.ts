import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { languageFor } from '../../src/languages/languages.ts';
import { briefText } from '../check/brief-text.ts';
import { childOf, childrenOf, parseStrictXml } from '../../scripts/verify/strict-xml.ts';
import { copyProject, readFolder, runScript } from './project.ts';
import { changeSettings, shippedSettings } from '../settings-file.ts';

const strike = { thread: 'strike', topics: '[ai]' };

/** Briefs that are not public have their own and shared groups; neither may show them. */
const hidden = { topics: '[ai, zqhiddentopic]', thread: 'strike', authors: '[ghost]' };
const briefs: Readonly<Record<string, Record<string, string>>> = {
  zqfirst: {
    ...strike,
    date: '2025-01-01',
    authors: '[ada, desk]',
    watch:
      '[{ by: 2025-12-31, expect: A ruling }, { by: 2025-03-01, expect: A vote, outcome: happened, note: It passed., brief: zqthird }]',
  },
  zqsecond: { ...strike, date: '2025-02-01', watch: '[{ by: 2025-04-01, expect: A strike }]' },
  zqthird: { topics: '[ai, chips]', date: '2025-03-01', authors: '[ada]' },
  zqfourth: { topics: '[ai]', date: '2025-04-01', authors: '[ada]' },
  zqsegundo: { ...strike, date: '2025-02-02', lang: 'es', translationOf: 'zqsecond' },
  zqcuarto: { topics: '[chips]', date: '2025-04-02', lang: 'es' },
  zqquinto: { topics: '[chips]', date: '2025-04-03', lang: 'es' },
  zqdraft: { ...hidden, date: '2025-05-01', status: 'draft', lang: 'fr' },
  zqembargo: { ...hidden, date: '2026-01-02', lang: 'fr' },
};

describe('a build of briefs with authors, a running story and two languages, two on a page', () => {
  let root = '';
  let built: Map<string, Buffer>;
  const page = (path: string): string => built.get(`${path}index.html`)?.toString() ?? '';
  /** The links in a page's content, in order. */
  const linksOf = (path: string): string[] => {
    const [, content = ''] = /<main[^]*?>([^]*)<\/main>/.exec(page(path)) ?? [];
    return [...content.matchAll(/<a[^>]*? href="([^"]*)"/g)].map(([, href = '']) => href);
  };
  const briefsOn = (path: string): string[] => [
    ...new Set(linksOf(path).flatMap((href) => /^\/briefs\/([^/]+)\/$/.exec(href)?.[1] ?? [])),
  ];
  const lists = (): string[] =>
    [...built.keys()]
      .filter((file) => /^(?:(?:topics|threads|authors|es|fr|page)\/.*)?index\.html$/.test(file))
      .map((file) => file.replace('index.html', ''));

  beforeAll(async () => {
    root = copyProject({ briefs: false, cacheOf: inject('shippedSite').root });
    changeSettings(root, {
      authors: {
        ada: { name: 'Ada Example', url: 'https://ada.example/' },
        desk: { name: 'Data desk', kind: 'organization' },
        ghost: { name: 'Zq Ghost' },
      },
      threads: {
        ...shippedSettings().threads,
        strike: {
          name: { en: 'The long strike', es: 'La larga huelga' },
          description: { en: 'From vote to ruling.', es: 'De la votación a la sentencia.' },
        },
      },
      topics: {
        ai: { name: { en: 'Artificial intelligence', es: 'Inteligencia artificial' } },
        chips: { name: { en: 'Chips', es: 'Semiconductores' } },
      },
      pageSize: 2,
    });
    for (const [slug, fields] of Object.entries(briefs)) {
      const text = briefText([`Text of ${slug}.`], { title: `Title of ${slug}`, ...fields });
      writeFileSync(join(root, 'briefs', `${slug}.md`), headedIn(fields['lang'] ?? 'en', text));
    }
    const { code, output } = await runScript(root, 'build', { BRIEFS_NOW: '2026-01-01T12:00:00Z' });
    expect(code, output).toBe(0);
    built = readFolder(join(root, 'dist'));
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test('makes a page for each group that is public, and as many as its briefs fill', () => {
    expect(lists().sort()).toEqual(
      [
        '',
        'page/2/',
        'topics/',
        'topics/ai/',
        'topics/ai/page/2/',
        'topics/chips/',
        'threads/',
        'threads/strike/',
        'authors/',
        'authors/ada/',
        'authors/ada/page/2/',
        'authors/desk/',
        'es/',
        'es/page/2/',
        'es/topics/',
        'es/topics/ai/',
        'es/topics/chips/',
        'es/threads/',
        'es/threads/strike/',
        'es/archive/',
        'es/archive/2025/',
        'es/corrections/',
        'es/search/',
        'es/subscribe/',
        'es/upcoming/',
      ].sort(),
    );
  });

  test('lists the briefs of a topic newest first over its pages, and leads from one page to the next', () => {
    expect(['topics/ai/', 'topics/ai/page/2/'].map(briefsOn)).toEqual([
      ['zqfourth', 'zqthird'],
      ['zqsecond', 'zqfirst'],
    ]);
    const second = page('topics/ai/page/2/');
    expect(second).toContain('<link rel="canonical" href="https://fourfold.example/topics/ai/page/2/">');
    expect(second).toContain('<a rel="prev" href="/topics/ai/">');
    expect(page('topics/ai/')).toContain('<a rel="next" href="/topics/ai/page/2/">');
    expect(linksOf('topics/ai/')).toEqual(
      expect.arrayContaining(['/topics/', '/topics/ai/rss.xml', '/threads/strike/']),
    );
  });

  test('shows a thread from its start, each part once, and its expectations by day', () => {
    const story = page('threads/strike/');
    expect(story).toContain('From vote to ruling.');
    expect(linksOf('threads/strike/')).toEqual([
      '/threads/',
      '/briefs/zqfirst/',
      '/briefs/zqsecond/',
      '/briefs/zqsegundo/',
      // A vote, reported elsewhere; a strike; a ruling.
      '/briefs/zqthird/',
      '/briefs/zqfirst/#watch-2025-03-01',
      '/briefs/zqsecond/#watch-2025-04-01',
      '/briefs/zqfirst/#watch-2025-12-31',
    ]);
    expect(story).toMatch(/By 1 March 2025[^]*A vote[^]*Happened[^]*It passed\.[^]*A strike[^]*A ruling/); // prettier-ignore
  });

  test('counts in each index, and names the newest', () => {
    expect(page('topics/')).toMatch(/Artificial intelligence[^]*Title of zqfourth[^]*4 briefs[^]*Chips[^]*Title of zqthird[^]*1 brief</); // prettier-ignore
    expect(page('threads/')).toMatch(/The long strike[^]*Title of zqsecond[^]*2 briefs[^]*1 January\s*–\s*1 February 2025/); // prettier-ignore
    expect(page('authors/')).toMatch(/Ada Example[^]*Title of zqfourth[^]*3 briefs[^]*Data desk[^]*1 brief</);
  });

  test('shows who an author is, and leads there from a byline and to a topic from a brief', () => {
    expect(linksOf('authors/ada/')).toContain('https://ada.example/');
    expect(page('authors/desk/')).toContain('Organization');
    expect(page('briefs/zqfirst/')).toMatch(
      /By\s*<a href="\/authors\/ada\/" dir="auto">\s*Ada Example\s*<\/a>\s*and\s*<a href="\/authors\/desk\/" dir="auto">\s*Data desk\s*<\/a>/,
    );
    expect(linksOf('briefs/zqthird/')).toEqual(expect.arrayContaining(['/topics/ai/', '/topics/chips/']));
  });

  test('gives a language a home in its own words, and each home the way to the others', () => {
    expect(page('es/')).toMatch(/<html lang="es"[^]*<h1[^>]*>\s*Fourfold: Últimos artículos/);
    expect([...briefsOn('es/'), ...briefsOn('es/page/2/')]).toEqual(['zqquinto', 'zqcuarto', 'zqsegundo']);
    for (const home of ['', 'es/']) {
      expect(page(home)).toContain('<a href="/es/" hreflang="es" lang="es"');
      expect(page(home)).toContain(
        '<link rel="alternate" hreflang="x-default" href="https://fourfold.example/">',
      );
    }
    expect(page('es/')).toMatch(/<a href="\/es\/"[^>]*aria-current="true"/);
    expect(page('es/page/2/')).not.toContain('hreflang="x-default"');
  });

  test('gives a language lists, a thread and feeds that show its briefs alone, in its own words', () => {
    for (const path of lists().filter((list) => /^es\/\w/.test(list))) {
      const html = page(path);
      expect(html, path).toContain('<html lang="es"');
      expect(html.match(/zq(?:first|second|third|fourth)/)?.[0], path).toBe(path === 'es/threads/strike/' ? 'zqsecond' : undefined); // prettier-ignore
      // Every list that it leads to is in the same language, except where it offers others.
      const links = html
        .match(/<a [^>]*href="\/[^"]*"[^>]*>/g)
        ?.filter((link) => !link.includes('hreflang='));
      const elsewhere = links?.filter(
        (link) => !/ href="\/(?:es\/|briefs\/|about\/|ai\/|contact\/)/.test(link),
      );
      expect(elsewhere, path).toEqual([]);
    }
    expect(linksOf('es/threads/strike/')).toEqual([
      '/es/threads/',
      '/briefs/zqsegundo/',
      '/briefs/zqsecond/',
    ]);
    expect(page('es/threads/strike/')).toMatch(
      /La larga huelga[^]*De la votación a la sentencia[^]*1 artículo/,
    );
    expect(briefsOn('es/archive/2025/')).toEqual(['zqquinto', 'zqcuarto', 'zqsegundo']);
    for (const feed of ['rss.xml', 'atom.xml', 'feed.json', 'topics/ai/rss.xml']) {
      expect(built.get(`es/${feed}`)?.toString(), feed).toMatch(/zqsegundo/);
      expect(built.get(`es/${feed}`)?.toString(), feed).not.toMatch(/zqsecond|zqfourth/);
      expect(built.get(feed)?.toString(), feed).toMatch(/zqsecond/);
      expect(built.get(feed)?.toString(), feed).not.toMatch(/zqsegundo|zqcuarto/);
    }
  });

  test('names the same list in other languages, where they have it', () => {
    const alternates = (path: string) =>
      [...page(path).matchAll(/<link rel="alternate" hreflang="([^"]*)" href="https:\/\/fourfold.example\/([^"]*)"/g)].map(([, lang, to]) => `${lang} ${to}`); // prettier-ignore
    for (const path of ['topics/ai/', 'threads/', 'threads/strike/', 'archive/2025/', 'subscribe/'])
      expect(alternates(path), path).toEqual([`en ${path}`, `es es/${path}`, `x-default ${path}`]);
    expect(alternates('authors/ada/')).toEqual([]);
  });

  test('names each group’s own feed first', () => {
    for (const [path, feed] of [['topics/ai/', '/topics/ai/rss.xml'], ['authors/ada/', '/authors/ada/rss.xml'], ['es/', '/es/rss.xml'], ['es/topics/ai/', '/es/topics/ai/rss.xml']] as const) {
      expect(/type="application\/rss\+xml"[^>]* href="([^"]*)"/.exec(page(path))?.[1], path).toBe(feed);
    } // prettier-ignore
  });

  test('has the first page of each in the sitemap, with its newest change', () => {
    const urls = childrenOf(parseStrictXml(built.get('sitemap-1.xml')?.toString() ?? ''), 'url');
    const changes = new Map(
      urls.map((url) => [childOf(url, 'loc').text, childrenOf(url, 'lastmod')[0]?.text]),
    );
    const undated = ['es/corrections/', 'es/subscribe/', 'es/upcoming/'];
    for (const path of lists().filter((list) => !/page\/|search\//.test(list))) {
      const address = `https://fourfold.example/${path}`;
      expect(changes.has(address), path).toBe(true);
      if (!undated.includes(path)) expect(changes.get(address), path).toMatch(/^2025-/);
    }
    expect(changes.get('https://fourfold.example/threads/strike/')).toBe('2025-02-01T00:00:00+00:00');
    expect(changes.get('https://fourfold.example/es/threads/strike/')).toBe('2025-02-02T00:00:00+00:00');
  });

  test('has one h1 and a title of its own on each, and no link that leads nowhere', () => {
    const titles = new Set(lists().map((path) => /<title>([^<]*)<\/title>/.exec(page(path))?.[1]));
    expect(titles.size).toBe(lists().length);
    for (const path of lists()) {
      expect(page(path).match(/<h1/g), path).toHaveLength(1);
      for (const href of linksOf(path).filter((link) => link.startsWith('/'))) {
        const file = href.slice(1).replace(/#.*$/, '');
        expect(built.has(/(?:^|\/)$/.test(file) ? `${file}index.html` : file), `${path}: ${href}`).toBe(true);
      }
    }
  });

  test('shows nothing of a draft or an embargoed brief, nor of a group that only they have', () => {
    for (const [file, content] of built) {
      expect(`${file} ${content.toString('latin1')}`, file).not.toMatch(
        /zqdraft|zqembargo|zqhiddentopic|Zq Ghost/,
      );
    }
  });
});

/** The text below the headings of its language. */
function headedIn(lang: string, text: string): string {
  const headings = languageFor(lang).headings.values();
  return text.replaceAll(/^## .*$/gm, () => `## ${headings.next().value ?? ''}`);
}
