import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { differencesOf, digestsOf } from './digests.ts';
import { copyProject, readFolder, runScript } from './project.ts';

describe('a build with standing pages and .mdx briefs', () => {
  const built = readFolder(join(inject('shippedSite').root, 'dist'));
  const read = (file: string): string => built.get(file)?.toString() ?? '';

  test.each([
    ['about', 'About'],
    ['ai', 'How we use AI'],
    ['contact', 'Contact'],
  ])('makes /%s/ with its title, description and canonical address', (slug, title) => {
    const html = read(`${slug}/index.html`);
    expect(html).toContain(`<title>${title} · Fourfold</title>`);
    expect(html).toMatch(/<meta name="description" content="[^"]{40,}">/);
    expect(html).toContain(`<link rel="canonical" href="https://fourfold.example/${slug}/">`);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).not.toMatch(/ style="|<style|<script(?! type="application\/ld\+json")/);
  });

  test('names each in the footer of every page and in the sitemap', () => {
    for (const page of ['index.html', 'about/index.html', 'briefs/high-seas-treaty/index.html']) {
      for (const slug of ['about', 'ai', 'contact']) expect(read(page)).toContain(`<a href="/${slug}/">`);
    }
    const sitemap = read('sitemap-1.xml');
    for (const slug of ['about', 'ai', 'contact']) {
      expect(sitemap).toContain(`<loc>https://fourfold.example/${slug}/</loc>`);
    }
  });

  test('leads from the AI label of a brief to what it means', () => {
    const html = read('briefs/deepseek-r1-training-cost/index.html');
    const [label] = /<a[^>]* class="label".*?<\/a>|<a class="label".*?<\/a>/s.exec(html) ?? [];
    expect(label).toContain('href="/ai/"');
    expect(label).toContain('AI-generated');
    expect(read('index.html')).not.toMatch(/<a[^>]*class="label/);
  });

  test('draws every component on some page', () => {
    const html = [...built]
      .filter(([file]) => /^briefs\/.*\.html$/.test(file))
      .map(([, bytes]) => bytes.toString());
    for (const mark of [
      '<p class="key-figure">',
      '<ol class="timeline">',
      '<div class="compare">',
      '<figure class="quote">',
      '<svg class="bar"',
      '<svg class="line"',
    ]) {
      expect(
        html.some((page) => page.includes(mark)),
        mark,
      ).toBe(true);
    }
  });

  test('carries .mdx briefs whole in the feed, where a chart is its table', () => {
    const feed = read('rss.xml');
    expect(feed).toContain('2 February 2025</time>: Banned practices');
    expect(feed).toContain('WMO, all six combined</th><td>1.55');
    expect(feed).toContain('Go ahead and start using these three.');
    expect(feed).not.toMatch(/<svg|<summary|class=|<Chart|<Timeline/);
  });
});

const component = `---
const { place, zoom = '1', wide = false, url } = Astro.props;
if (place === 'nowhere') throw new Error('no such place');
---
<figure class:list={['map', { wide }]}>
  <svg width={Number(zoom) * 10} height="10" role="img" aria-label={place}></svg>
  <a href={url}>More</a>
  <figcaption><slot /></figcaption>
</figure>
<style>
  .map { border: 3px solid rebeccapurple; }
</style>
<script>
  document.body.dataset.maps = String(document.querySelectorAll('.map').length);
</script>
`;

const brief = `---
title: A map of the world
summary: Where all of it happens, drawn once and shown wherever it can be.
date: 2025-01-02
topics: [law]
ai: none
sources: [{ title: An atlas, url: https://atlas.example/ }]
---

## What's Happening?

Words before.

<Map place="Rome &amp; 'Ostia'" zoom="4" wide url="./a-map.mdx">
The *harbour* of Rome.
</Map>

## Why It's Important?

<Map place="Lisbon" text="Lisbon lies on the Tagus." />

## What's Next?

Nothing.

## Beyond the Headlines

Nothing.
`;

describe('a site with a component of the publication’s own', () => {
  const environment = { BRIEFS_NOW: '2026-01-01T12:00:00Z' };
  const page = '---\ntitle: Imprint\ndescription: Who publishes this.\n---\n\n';
  let root = '';
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const read = (file: string): string => readFileSync(join(root, 'dist', file), 'utf8');
  const build = () => runScript(root, 'build', environment);

  beforeAll(async () => {
    root = copyProject({ briefs: false, cacheOf: inject('shippedSite').root });
    write('components/Map.astro', component);
    write('briefs/a-map.mdx', brief);
    write('briefs/_pages/imprint.mdx', `${page}<Map place="Our house" text="We sit in Rome." />\n`);
    const { code, output } = await build();
    expect(code, output).toBe(0);
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test('draws it on pages, with its styles and its script as files', () => {
    const html = read('briefs/a-map/index.html');
    expect(html).toMatch(
      /<p>Words before\.<\/p>\s*<figure class="map wide"[^>]*><svg width="40" height="10" role="img" aria-label="Rome &amp; 'Ostia'"[^>]*><\/svg><a href="\/briefs\/a-map\/"[^>]*>More<\/a><figcaption[^>]*>\s*<p>The <em>harbour<\/em> of Rome\.<\/p>\s*<\/figcaption><\/figure>/,
    );
    expect(html).toContain('aria-label="Lisbon"');
    expect(html).not.toMatch(
      /own-component| style="|<style|<script(?! type="application\/ld\+json"| type="module" src=)/,
    );
    expect(read('imprint/index.html')).toContain('aria-label="Our house"');
    const [, script = ''] = /<script type="module" src="\/(_astro\/Map[^"]*)"/.exec(html) ?? [];
    expect(read(script)).toContain('dataset.maps');
    const styles = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]*)"/g)].map(([, file = '']) =>
      read(file),
    );
    expect(styles.join('')).toMatch(/\.map[^{]*\{border:3px solid (?:#639|rebeccapurple)/);
  });

  test('has its replacement in feeds, data, Markdown and search', () => {
    const [harbour, lisbon] = ['The <em>harbour</em> of Rome.', 'Lisbon lies on the Tagus.'];
    for (const file of ['rss.xml', 'atom.xml', 'feed.json', 'briefs/a-map.json']) {
      expect(read(file), file).toContain(harbour);
      expect(read(file), file).toContain(`<p>${lisbon}</p>`);
    }
    const twin = read('briefs/a-map.md');
    expect(twin).toContain('The *harbour* of Rome.');
    expect(twin).toContain(lisbon);
    const found = [...readFolder(join(root, 'dist/pagefind'))]
      .filter(([file]) => file.endsWith('.pf_fragment'))
      .map(([, bytes]) => gunzipSync(bytes).toString());
    expect(found.join('').replaceAll('\u200b', '')).toContain(lisbon);
    for (const [file, bytes] of readFolder(join(root, 'dist')))
      if (/\.(?:xml|json|md|txt|html)$/.test(file))
        expect(bytes.toString(), file).not.toMatch(/own-component|<Map/);
  });

  test('passes verify', async () => {
    const { code, output } = await runScript(root, 'verify', environment);
    expect(code, output).toBe(0);
  });

  test('rebuilds only a standing page when its text changes, and everything that shows its title', async () => {
    const before = digestsOf(join(root, 'dist'));
    const changed = (): string[] => differencesOf(before, digestsOf(join(root, 'dist')));
    write('briefs/_pages/imprint.mdx', `${page}Another text, without the map.\n`);
    const ofText = await build();
    expect(ofText.code, ofText.output).toBe(0);
    expect(changed()).toEqual(['imprint/index.html']);
    write('briefs/_pages/imprint.mdx', page.replace('Imprint', 'Who we are'));
    expect(await build()).toMatchObject({ code: 0 });
    expect(changed()).toContain('briefs/a-map/index.html');
    expect(read('index.html')).toContain('<a href="/imprint/">Who we are</a>');
  });

  test('sees another version of it, and says which one fails, and where it was used', async () => {
    write('components/Map.astro', component.replace('More', 'Still more'));
    expect(await build()).toMatchObject({ code: 0 });
    expect(read('briefs/a-map/index.html')).toContain('>Still more</a>');
    write('briefs/a-map.mdx', brief.replace('Lisbon"', 'nowhere"'));
    const failing = await build();
    expect(failing.code).toBe(1);
    expect(failing.output).toMatch(
      /\/briefs\/a-map\/ .*cannot be rendered: .*components\/Map\.astro fails: no such place/,
    );
    expect(failing.output).not.toMatch(/^ +at /m);
    rmSync(join(root, 'components'), { recursive: true });
    const gone = await build();
    expect(gone.code).toBe(1);
    expect(gone.output).toContain('briefs/a-map.mdx:14:1  error  mdx-component');
    expect(gone.output).not.toMatch(/^ +at /m);
  });
});
