import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { briefText } from '../check/brief-text.ts';
import { copyProject, readFolder, runScript } from './project.ts';
import { changeSettings } from '../settings-file.ts';

const listOf = (...items: string[]): string => `[${items.map((item) => `{ ${item} }`).join(', ')}]`;

// Half an hour before and after the new year in Berlin, and briefs that are not public.
const briefs: Readonly<Record<string, Record<string, string>>> = {
  zqold: {
    date: '2025-12-31T22:30:00Z',
    watch: listOf(
      'by: 2025-12-31, expect: Zqtold is told, outcome: happened, brief: zqnew',
      'by: 2025-11-30, expect: Zqnoted is noted, outcome: missed, note: It was late.',
    ),
    corrections: listOf(
      ...Array.from({ length: 101 }, (_, at) => `date: 2026-01-01, note: Zqnote ${at + 1}.`),
    ),
  },
  zqnew: {
    date: '2025-12-31T23:30:00Z',
    watch: listOf('by: 2026-03-31, expect: Zqsoon comes', 'by: 2025-12-31, expect: Zqlate is late'),
    corrections: listOf('date: 2026-01-01T10:00:00+01:00, note: Zqnewest & last.'),
  },
  zqdraft: { status: 'draft' },
  zqembargo: { date: '2026-02-01' },
  zqgone: { status: 'withdrawn', withdrawn: '{ date: 2025-12-01, reason: It was wrong. }' },
};

const hidden = {
  watch: listOf('by: 2026-03-30, expect: Zqhidden comes'),
  corrections: listOf('date: 2026-02-02, note: Zqhidden too.'),
};

describe('a build of briefs around a new year', () => {
  let root = '';
  let built: Map<string, Buffer>;
  const mainOf = (page: string): string => mainIn(built, page);

  beforeAll(async () => {
    root = copyProject({ briefs: false, cacheOf: inject('shippedSite').root });
    changeSettings(root, { timeZone: 'Europe/Berlin' });
    for (const [slug, fields] of Object.entries(briefs)) {
      const shown = 'watch' in fields ? fields : { ...hidden, ...fields };
      writeFileSync(join(root, 'briefs', `${slug}.md`), briefText([], { title: `${slug} title`, ...shown }));
    }
    built = await build(root, '2026-01-01T12:00:00Z');
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test('lists each brief under its year, month and day in the publication’s time zone', () => {
    expect(textsOf(mainOf('archive/'), 'li')).toEqual(['January 1', 'December 1']);
    expect(textsOf(mainOf('archive/2026/'), 'li')).toEqual(['1 zqnew title Artificial intelligence']);
    expect(textsOf(mainOf('archive/2025/'), 'li')).toEqual(['31 zqold title Artificial intelligence']);
    expect(mainOf('archive/2025/')).toContain('<time datetime="2025-12-31">');
    expect(mainOf('archive/2025/')).toContain('<h2 id="2025-12">December</h2>');
  });

  test('links each year to the one before and the one after, where there is one', () => {
    const linksOf = (page: string) =>
      [...mainOf(page).matchAll(/<a rel="(\w+)" href="([^"]+)"/g)].map(([, rel, to]) => [rel, to]);
    expect(linksOf('archive/2026/')).toEqual([['prev', '/archive/2025/']]);
    expect(linksOf('archive/2025/')).toEqual([['next', '/archive/2026/']]);
  });

  test('shows a hundred corrections on a page, the newest first, each leading to its brief', () => {
    const [first, ...others] = textsOf(mainOf('corrections/'), 'li');
    expect(first).toBe('1 January 2026 Zqnewest &amp; last. zqnew title');
    expect(others).toHaveLength(99);
    expect(textsOf(mainOf('corrections/page/2/'), 'li')).toHaveLength(2);
    expect(mainOf('corrections/')).toContain('href="/briefs/zqold/#corrections"');
    expect(mainOf('corrections/')).toContain('<a rel="next" href="/corrections/page/2/"');
    expect(textIn(built, 'corrections/index.html')).toContain(
      '<link rel="alternate" type="application/rss+xml" title="Corrections · Fourfold" href="/corrections.xml">',
    );
  });

  test('shows and counts upcoming, overdue and settled expectations', () => {
    const sections = mainOf('upcoming/').split('<section').slice(1);
    expect(sections.map((section) => textsOf(section, 'h2'))).toEqual([
      ['Still to come'],
      ['Overdue'],
      ['How it turned out'],
    ]);
    expect(sections.map((section) => textsOf(section, 'li'))).toEqual([
      ['By 31 March 2026 31 Zqsoon comes zqnew title'],
      ['By 31 December 2025 31 December 2025 Zqlate is late zqnew title'],
      [
        'By 31 December 2025 31 December 2025 Zqtold is told Happened zqnew title zqold title',
        'By 30 November 2025 30 November 2025 Zqnoted is noted Missed It was late. zqold title',
      ],
    ]);
    expect(plain(/<div class="tally">(.*?)<\/dl>/s.exec(mainOf('upcoming/'))?.[1] ?? '')).toBe(
      'Of 4 expectations: Happened 1 Missed 1 Still to come 1 Overdue 1',
    );
  });

  test('shows the next expectations on the home page, with a link to all', () => {
    const section = mainOf('').split('<section')[1] ?? '';
    expect(textsOf(section, 'li')).toEqual(['By 31 March 2026 31 March 2026 Zqsoon comes zqnew title']);
    expect(section).toContain('href="/upcoming/"');
  });

  test('leads nowhere that is not there', () => {
    const pages = [...built.keys()].flatMap(
      (file) => /^((?:archive|corrections|upcoming)\/.*)index\.html$/.exec(file)?.[1] ?? [],
    );
    expect(pages).toHaveLength(6);
    for (const page of pages) {
      for (const [, to = '', fragment = ''] of mainOf(page).matchAll(/href="([^"#]*)(?:#([^"]*))?"/g)) {
        const path = to === '' ? page : to.slice(1);
        const file = path.endsWith('/') ? `${path}index.html` : path;
        expect(built.has(file), `${page} to ${to}`).toBe(true);
        if (fragment !== '') expect(textIn(built, file), `${page} to ${to}`).toContain(`id="${fragment}"`);
      }
    }
  });

  test('says nothing of what is not public', () => {
    for (const [file, content] of built) expect(content.includes('Zqhidden'), file).toBe(false);
  });

  test('names each page in the sitemap with the newest change of what it shows', () => {
    const sitemap = textIn(built, 'sitemap-1.xml');
    const changed = '<lastmod>2026-01-01T10:00:00+01:00</lastmod>';
    const old = '<lastmod>2026-01-01T00:00:00+01:00</lastmod>';
    for (const [page, date] of [
      ['archive', changed],
      ['archive/2026', changed],
      ['archive/2025', old],
      ['corrections', changed],
      ['upcoming', changed],
    ] as const) {
      expect(sitemap).toContain(`<loc>https://fourfold.example/${page}/</loc>${date}`);
    }
  });

  test('is overdue once its day is over, and public once its embargo is', async () => {
    built = await build(root, '2026-03-31T21:59:00Z');
    const [open = '', overdue = ''] = mainOf('upcoming/').split('<section').slice(1);
    expect([open.includes('Zqsoon'), overdue.includes('Zqsoon')]).toEqual([true, false]);
    expect(textsOf(overdue, 'li').at(-1)).toMatch(/Zqhidden/);
    expect(textsOf(mainOf('archive/2026/'), 'li')[0]).toContain('zqembargo title');
    expect(textsOf(mainOf('corrections/'), 'li')[0]).toContain('Zqhidden too.');
    // Midnight in Berlin, in summer time.
    built = await build(root, '2026-03-31T22:00:00Z');
    const [none = '', over = ''] = mainOf('upcoming/').split('<section').slice(1);
    expect(plain(none)).toContain('Nothing is expected at the moment.');
    expect(over).toContain('Zqsoon');
    expect(mainOf('')).not.toContain('Zqsoon');
  });
});

describe('the shipped site', () => {
  const site = readFolder(join(inject('shippedSite').root, 'dist'));

  test('says that there are no corrections, and lists each title in the archive of its language', () => {
    expect(plain(mainIn(site, 'corrections/'))).toContain('No brief has needed a correction yet.');
    expect(mainIn(site, 'ar/archive/2024/')).toContain('>مصر');
    expect(mainIn(site, 'archive/2024/')).not.toContain('مصر');
  });
});

async function build(root: string, now: string): Promise<Map<string, Buffer>> {
  const { code, output } = await runScript(root, 'build', { BRIEFS_NOW: now });
  expect(code, output).toBe(0);
  return readFolder(join(root, 'dist'));
}

function textIn(site: ReadonlyMap<string, Buffer>, file: string): string {
  return site.get(file)?.toString() ?? '';
}

function mainIn(site: ReadonlyMap<string, Buffer>, page: string): string {
  return /<main.*<\/main>/s.exec(textIn(site, `${page}index.html`))?.[0] ?? '';
}

/** The visible text of each element of a name. */
function textsOf(html: string, name: string): string[] {
  const main = html.replace(/<nav.*?<\/nav>/gs, '');
  return [...main.matchAll(new RegExp(`<${name}[ >].*?</${name}>`, 'gs'))].map(([element]) => plain(element));
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
