import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
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

  test('has a page without a title, or whose code fails, tell its publisher so', async () => {
    const root = copyProject({ briefs: false, cacheOf: inject('shippedSite').root });
    mkdirSync(join(root, 'briefs/_pages'), { recursive: true });
    const file = join(root, 'briefs/_pages/imprint.mdx');
    writeFileSync(file, '---\ndescription: Who publishes this.\n---\n\nText.\n');
    const { code, output } = await runScript(root, 'build');
    expect(code).toBe(1);
    expect(output).toContain('briefs/_pages/imprint.mdx:1:1  error  field-missing');
    expect(output).not.toMatch(/^ +at /m);
    // What check cannot know, since the code must run first.
    writeFileSync(file, '---\ntitle: Imprint\ndescription: Who.\n---\n\nText {[].name.first}.\n');
    const made = await runScript(root, 'build');
    expect(made.code).toBe(1);
    expect(made.output).toMatch(
      /^A page has an error\. Nothing was built\.\n\nbriefs\/_pages\/imprint\.mdx:6:7 {2}error/m,
    );
    expect(made.output).not.toMatch(/^ +at /m);
    rmSync(root, { recursive: true, force: true });
  });
});
