import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { textOfPdf } from './pdf-text.ts';
import { readerView } from './reader-view.ts';
import { copyProject, runScript } from './project.ts';
import { changeSettings } from '../settings-file.ts';

interface Item {
  readonly id: string;
  readonly link: string;
  readonly title: string;
  readonly published: string;
  readonly card: string;
  readonly text: string;
  /** Only Atom and JSON Feed have it. */
  readonly updated?: string;
}

interface Snapshot {
  readonly rss: Item[];
  readonly atom: Item[];
  readonly json: Item[];
  /** RSS `lastBuildDate` and Atom `updated`. */
  readonly changed: readonly [string, string];
  readonly corrections: string;
  /** All outputs that show that a brief is out of date, by name. */
  readonly files: Readonly<Record<string, string>>;
}

describe('a feed over time: five of seven briefs are edited, one expires, and the site is built again', () => {
  let root = '';
  let before: Snapshot;
  let after: Snapshot;

  beforeAll(async () => {
    root = copyProject({ briefs: false, cacheOf: inject('shippedSite').root });
    // One of the briefs is in another language.
    changeSettings(root, {
      timeZone: 'Europe/Berlin',
      mixLanguages: true,
      authors: { desk: { name: 'The desk' } },
    });
    const at = (slug: string): string => join(root, 'briefs', `${slug}.md`);
    // Daylight saving time ends in Berlin on 26 October 2025.
    const dates = [
      '2025-10-25',
      '2025-10-26',
      '2025-10-27',
      '2025-10-27',
      '2025-10-27',
      '2025-10-28',
      '2025-10-24',
    ];
    for (const [index, slug] of slugs.entries()) {
      writeFileSync(at(slug), briefText(slug, `date: ${dates[index] ?? ''}`));
    }
    edit(at('expiring'), 'ai: none', expiring);
    edit(
      at('expiring'),
      '\nThis is why it matters.\n',
      '\nRead [the full text of the draft agreement](https://www.un.org/).\n',
    );
    mkdirSync(join(root, 'briefs/pictures'));
    const sea = sharp({ create: { width: 1300, height: 400, channels: 3, background: '#246' } });
    writeFileSync(join(root, 'briefs/pictures/sea.png'), await sea.png().toBuffer());
    before = await buildSnapshot(root, '2025-11-01T12:00:00Z');

    edit(at('retitled'), 'title: The brief called retitled', 'title: A better title\nupdated: 2025-11-02T08:00:00+01:00'); // prettier-ignore
    edit(at('corrected'), 'ai: none', 'ai: none\ncorrections:\n  - date: 2025-11-03\n    note: The sum was wrong.'); // prettier-ignore
    edit(at('redrawn'), 'ai: none', 'ai: none\nfigures:\n  - value: "12"\n    label: cards that changed');
    mkdirSync(join(root, 'briefs/2025'));
    renameSync(at('moved'), join(root, 'briefs/2025/moved.md'));
    renameSync(at('renamed'), at('another-name'));
    edit(at('another-name'), 'ai: none', 'ai: none\naliases: [renamed]');
    after = await buildSnapshot(root, '2025-11-05T12:00:00Z');
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test.each(['rss', 'atom', 'json'] as const)(
    '%s keeps every identity, day of publication and place',
    (format) => {
      const lasting = (snapshot: Snapshot): string[][] =>
        snapshot[format].map(({ id, published }) => [id, published]);
      expect(lasting(before).map(([id]) => id?.replace(/.*:/, ''))).toEqual([
        'untouched',
        'moved',
        'redrawn',
        'renamed',
        'corrected',
        'retitled',
        'expiring',
      ]);
      expect(lasting(after)).toEqual(lasting(before));
    },
  );

  test.each(['rss', 'atom', 'json'] as const)(
    '%s changes in what was edited, and in nothing else',
    (format) => {
      const changes = Object.fromEntries(
        after[format].map((item, at) => [nameOf(item), changedFields(before[format][at], item)]),
      );
      const updated = format === 'rss' ? [] : ['updated'];
      expect(changes).toEqual({
        retitled: ['card', 'title', ...updated],
        corrected: ['text', ...updated],
        // The figures also occur in the text.
        redrawn: ['card', 'text'],
        moved: [],
        renamed: ['card', 'link'],
        untouched: [],
        expiring: ['text'],
      });
    },
  );

  test('has its title in its own language in an archive of mixed languages', () => {
    const archive = readFileSync(join(root, 'dist/archive/2025/index.html'), 'utf8');
    expect(archive).toMatch(/ lang="en-GB" dir="ltr">\s*The brief called expiring/);
  });

  test('says when it was last changed by the newest edit, not by the clock', () => {
    expect(before.changed).toEqual(['Tue, 28 Oct 2025 00:00:00 +0100', '2025-10-28T00:00:00+01:00']);
    expect(after.changed).toEqual(['Mon, 03 Nov 2025 00:00:00 +0100', '2025-11-03T00:00:00+01:00']);
  });

  test('gives midnight in the publication’s zone, on either side of a change of clocks', () => {
    expect(after.atom.map(({ published }) => published)).toEqual([
      '2025-10-28T00:00:00+01:00',
      '2025-10-27T00:00:00+01:00',
      '2025-10-27T00:00:00+01:00',
      '2025-10-27T00:00:00+01:00',
      '2025-10-26T00:00:00+02:00',
      '2025-10-25T00:00:00+02:00',
      '2025-10-24T00:00:00+02:00',
    ]);
  });

  test('leads from the address that a brief had to the one it has', () => {
    const page = readFileSync(join(root, 'dist/briefs/renamed/index.html'), 'utf8');
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/briefs/another-name/"');
    expect(page).toContain('<link rel="canonical" href="https://fourfold.example/briefs/another-name/"');
    expect(page).toContain('<a href="/briefs/another-name/">The brief called renamed</a>');
  });

  test.each(dated)(
    '%s shows that a brief is out of date from the day it expires, without an edit',
    (file) => {
      const says = (text: string | undefined): boolean | undefined => text?.includes('This brief has been out of date since 4 November 2025.'); // prettier-ignore
      expect([says(before.files[file]), says(after.files[file])]).toEqual([false, true]);
    },
  );

  describe('what a reader must know of it', () => {
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      browser = await launchChromium();
      page = await browser.newPage({ bypassCSP: true, viewport: { width: 600, height: 800 } });
      await page.route(`${address}/**`, (route) => {
        const path = new URL(route.request().url()).pathname;
        return route.fulfill({ path: join(root, 'dist', path.endsWith('/') ? `${path}index.html` : path) });
      });
    });

    afterAll(() => browser.close());

    const openBrief = () => page.goto(`${address}/briefs/expiring/`);
    const shown = async (html: string): Promise<string> => {
      await page.setContent(`<body style="margin: 0">${html}`, { waitUntil: 'load' });
      // Nothing exceeds the width of an e-mail column.
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(600);
      return page.evaluate(() => document.body.innerText);
    };
    const textIn = (format: 'rss' | 'atom' | 'json'): string => after[format].find((item) => nameOf(item) === 'expiring')?.text ?? ''; // prettier-ignore

    test.each<[string, () => Promise<string>]>([
      ['on paper', async () => openBrief().then(async () => textOfPdf(await page.pdf({ format: 'A4' })))],
      ['in reader view', async () => openBrief().then(() => readerView(page))],
      ['in mail that is made of RSS', () => shown(textIn('rss'))],
      ['in mail that is made of Atom', () => shown(textIn('atom'))],
      ['in mail that is made of JSON Feed', () => shown(textIn('json'))],
      ['in Markdown', () => Promise.resolve(after.files['briefs/expiring.md'] ?? '')],
    ])('stands %s', async (_, read) => {
      const text = collapseSpace(await read());
      expect(mustKnow.filter((words) => !text.includes(collapseSpace(words)))).toEqual([]);
    });
  });

  test('announces the correction in the feed of corrections', () => {
    expect(before.corrections).not.toContain('The sum was wrong.');
    expect(after.corrections).toContain('The sum was wrong.');
  });
});

const slugs = ['retitled', 'corrected', 'redrawn', 'moved', 'renamed', 'untouched', 'expiring'];

const address = 'https://fourfold.example';

const expiring = `ai: generated
reviewer: Ada
expires: 2025-11-04
lang: en-GB
authors: [desk]
image:
  src: ./pictures/sea.png
  alt: The sea
figures:
  - value: "12"
    label: ships in the harbour
corrections:
  - date: 2025-10-26
    note: The number of ships was wrong.`;

const mustKnow = [
  'A summary of the brief called expiring, as long as a summary has to be.',
  'AI-generated, reviewed by Ada',
  'This brief has been out of date since 4 November 2025.',
  '12',
  'ships in the harbour',
  'This happens in expiring.',
  'the full text of the draft agreement',
  'A source',
  'The number of ships was wrong.',
];

/** Without spaces, which PDFs lack, and with ligatures split into letters. */
function collapseSpace(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

const dated = [
  'rss.xml',
  'atom.xml',
  'feed.json',
  'topics/ai/rss.xml',
  'authors/desk/rss.xml',
  'en-GB/rss.xml',
  'briefs/expiring/index.html',
  'briefs/expiring.md',
  'briefs/expiring.json',
];

async function buildSnapshot(root: string, now: string): Promise<Snapshot> {
  const { code, output } = await runScript(root, 'build', { BRIEFS_NOW: now });
  expect(code, output).toBe(0);
  const read = (file: string): string => readFileSync(join(root, 'dist', file), 'utf8');
  const rss = parseRssFeed(read('rss.xml'));
  const atom = parseAtomFeed(read('atom.xml'));
  const json = parseJsonFeed(read('feed.json'));
  return {
    rss: (rss.items ?? []).map((item) => ({
      id: item.guid?.value ?? '',
      link: item.link ?? '',
      title: item.title ?? '',
      published: item.pubDate ?? '',
      card: item.media?.contents?.[0]?.url ?? '',
      text: item.content?.encoded ?? '',
    })),
    atom: (atom.entries ?? []).map((entry) => ({
      id: entry.id ?? '',
      link: entry.links?.[0]?.href ?? '',
      title: entry.title?.value ?? '',
      published: entry.published ?? '',
      updated: entry.updated ?? '',
      card: entry.links?.find(({ rel }) => rel === 'enclosure')?.href ?? '',
      text: entry.content?.value ?? '',
    })),
    json: (json.items ?? []).map((item) => ({
      id: item.id ?? '',
      link: item.url ?? '',
      title: item.title ?? '',
      published: item.date_published ?? '',
      updated: item.date_modified ?? '',
      card: item.image ?? '',
      text: item.content_html ?? '',
    })),
    changed: [rss.lastBuildDate ?? '', atom.updated ?? ''],
    corrections: read('corrections.xml'),
    files: Object.fromEntries(dated.map((file) => [file, read(file)])),
  };
}

function nameOf({ id }: Item): string {
  return id.slice(id.lastIndexOf(':') + 1);
}

function changedFields(one: Item | undefined, other: Item): string[] {
  return Object.entries(other)
    .flatMap(([field, value]) => (one?.[field as keyof Item] === value ? [] : [field]))
    .sort();
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

function briefText(slug: string, date: string): string {
  return `---
title: The brief called ${slug}
summary: A summary of the brief called ${slug}, as long as a summary has to be.
${date}
topics: [ai]
ai: none
sources:
  - title: A source
    url: https://example.org/${slug}
---

## What's Happening?

This happens in ${slug}.

## Why It's Important?

This is why it matters.

## What's Next?

This comes next.

## Beyond the Headlines

This lies beyond.
`;
}
