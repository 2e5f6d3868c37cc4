import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getPreviewFromContent } from 'link-preview-js';
import openGraphScraper from 'open-graph-scraper';
import sharp from 'sharp';
import { unfurl } from 'unfurl.js';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { languages } from '../../src/languages/languages.ts';
import type { Language } from '../../src/languages/language.ts';
import { copyProject, readFolder, runScript } from './project.ts';

// metascraper is left out, because its dependency re2 needs an install script.

/** What a link preview reads from a page. */
interface Preview {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly url: string | undefined;
  readonly siteName: string | undefined;
  readonly image?: string | undefined;
  /** Width and height, if the reader returns them. */
  readonly size?: readonly [number, number] | undefined;
}

const origin = 'https://fourfold.example/';
let root = '';
let built = new Map<string, Buffer>();
/** Pages with metadata: all except notices and the error page. */
let pages: string[] = [];

beforeAll(async () => {
  root = copyProject({ briefs: true, cacheOf: inject('shippedSite').root });
  for (const language of languages) {
    writeFileSync(join(root, `briefs/preview-${language.code.toLowerCase()}.md`), hostileBrief(language));
  }
  const { code, output } = await runScript(root, 'build', { BRIEFS_NOW: '2026-01-01T12:00:00Z' });
  expect(code, output).toBe(0);
  built = readFolder(join(root, 'dist'));
  pages = [...built.keys()].filter(
    (file) => file.endsWith('.html') && htmlOf(file).includes('property="og:'),
  );
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

type Reader = (file: string) => Promise<Preview>;

const readWithScraper: Reader = async (file) => {
  const { result } = await openGraphScraper({ html: htmlOf(file) });
  const [image] = result.ogImage ?? [];
  const { ogTitle: title, ogDescription: description, ogUrl: url, ogSiteName: siteName } = result;
  const size = image && ([Number(image.width), Number(image.height)] as const);
  return { title, description, url, siteName, image: image?.url, size };
};

const readers: Record<string, Reader> = {
  'open-graph-scraper': readWithScraper,
  'unfurl.js': async (file) => {
    const { title, description, url, site_name: siteName, images } = (await unfurl(await serve(file), { oembed: false })).open_graph; // prettier-ignore
    const [image] = images ?? [];
    const size = image && ([image.width, image.height] as const);
    return { title, description, url, siteName, image: image?.url, size };
  },
  'link-preview-js': async (file) => {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const preview = await getPreviewFromContent({ headers, data: htmlOf(file), url: addressOf(file) });
    if (!('title' in preview)) throw new Error(`${file} is no page to link-preview-js.`);
    const { title, description, url, siteName, images } = preview;
    return { title, description, url, siteName, image: images[0] };
  },
};

describe.each(Object.entries(readers))('%s', (_name, read) => {
  test('reads from every brief, in every language, its metadata and its card', async () => {
    const briefs = pages.filter((file) => /^briefs\/[^/]+\/index\.html$/.test(file));
    expect(briefs.length).toBeGreaterThanOrEqual(languages.length + 8);
    for (const file of briefs) {
      const { title, summary, card } = briefOf(file);
      const { size, ...preview } = await read(file);
      expect(preview, file).toEqual({
        title,
        description: summary,
        url: addressOf(file),
        siteName: 'Fourfold',
        image: card.url,
      });
      if (size) expect(size, file).toEqual([card.width, card.height]);
    }
  });

  test('reads the same from every other page as the first reader', async () => {
    const others = pages.filter((file) => !file.startsWith('briefs/'));
    expect(others).toContain('index.html');
    expect(others).toContain('about/index.html');
    for (const file of others) {
      const { size: _first, ...expected } = await readWithScraper(file);
      const { size: _size, ...preview } = await read(file);
      expect(preview, file).toEqual(expected);
      expect(preview, file).toMatchObject({ url: addressOf(file), siteName: 'Fourfold' });
      expect(
        [preview.title, preview.description].filter((text) => !text),
        file,
      ).toEqual([]);
      // Lists of briefs show the card of the newest.
      if (/^(?:index\.html|(?:topics|threads)\/[^/]+\/|ar\/)/.test(file)) {
        expect(preview.image, file).toContain(`${origin}cards/`);
      }
    }
  });
});

test('every image that a page names is there, of the type and size that its tags say', async () => {
  let named = 0;
  for (const file of pages) {
    for (const image of (await openGraphScraper({ html: htmlOf(file) })).result.ogImage ?? []) {
      const bytes = built.get(image.url.replace(origin, ''));
      const { width, height, format } = await sharp(bytes).metadata();
      expect([String(width), String(height), `image/${format}`], file).toEqual([image.width, image.height, image.type]); // prettier-ignore
      expect(image.alt, file).not.toBe('');
      named += 1;
    }
  }
  expect(named).toBeGreaterThanOrEqual(languages.length + 8);
});

test('the JSON-LD of every page is JSON, of schema.org, and names no image that is not there', async () => {
  for (const file of pages) {
    const jsonLDOptions = { throwOnJSONParseError: true };
    const { jsonLD = [] } = (await openGraphScraper({ html: htmlOf(file), jsonLDOptions })).result;
    const found = jsonLD as Record<string, unknown>[];
    expect(found.map((data) => data['@context']).filter((context) => context !== 'https://schema.org')).toEqual([]); // prettier-ignore
    const article = found.find((data) => data['@type'] === 'NewsArticle');
    expect(article !== undefined, file).toBe(/^briefs\/[^/]+\/index/.test(file));
    if (article) expect(article['headline'], file).toBe(briefOf(file).title);
    const images = JSON.stringify(found).match(/https:\/\/fourfold\.example\/(?:cards|pictures)\/[^"]+/g) ?? []; // prettier-ignore
    expect(
      images.filter((url) => !built.has(url.replace(origin, ''))),
      file,
    ).toEqual([]);
  }
});

function htmlOf(file: string): string {
  return built.get(file)?.toString() ?? '';
}

function addressOf(file: string): string {
  return `${origin}${file.replace(/index\.html$/, '')}`;
}

/** The brief of a page: its text from the source file, its link card from the published data. */
function briefOf(file: string) {
  const slug = file.split('/')[1] ?? '';
  const source = ['md', 'mdx']
    .map((kind) => join(root, `briefs/${slug}.${kind}`))
    .map(readIfThere)
    .join('');
  const written = parse(source.split('---\n')[1] ?? '') as Record<'title' | 'summary', string>;
  const { cards } = JSON.parse(built.get(`briefs/${slug}.json`)?.toString() ?? '') as {
    cards: { url: string; width: number; height: number }[];
  };
  const [card] = cards;
  if (!card) throw new Error(`${slug} has no card.`);
  // Fields are one line with single spaces.
  const [title, summary] = [written.title, written.summary].map((text) =>
    text.replaceAll(/\s+/g, ' ').trim(),
  );
  return { title, summary, card };
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The local address of a page, for readers that fetch it. */
async function serve(file: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', connection: 'close' });
    response.end(built.get(file), () => server.close());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Words of the language between text that ends a tag, an attribute or a script. */
function hostileBrief({ code, labels, headings }: Language): string {
  // No references such as "&amp;", which unfurl.js would decode twice.
  const title = `${labels.story} "R&D" </script> 2 < 3 ]]> 'so'`;
  const sections = headings.map((heading) => `## ${heading}\n\n${labels.emptyText}\n`);
  return `---
title: ${JSON.stringify(title)}
summary: ${JSON.stringify(`${labels.emptyText} ${title} "><meta property="og:title" content="x">`)}
date: 2025-09-18
topics: [ai]
ai: none
lang: ${code}
sources:
  - title: A source
    url: https://example.org/
---

${sections.join('\n')}`;
}
