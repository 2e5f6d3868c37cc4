import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { copyProject, readFolder, runScript } from './project.ts';
import { changeSettings } from '../settings-file.ts';

describe('a publication without cards, search and feedback', () => {
  let root = '';
  let built: Map<string, Buffer>;

  beforeAll(async () => {
    root = copyProject({ briefs: true, cacheOf: inject('shippedSite').root });
    changeSettings(root, { cards: false, search: false, feedback: 'none' });
    const brief = join(root, 'briefs/high-seas-treaty.md');
    const words = readFileSync(brief, 'utf8');
    writeFileSync(brief, words.replace('---\n', '---\naliases: [old-treaty]\n'));
    const withdrawn =
      'status: withdrawn\nwithdrawn: { date: 2025-10-01, reason: It could not be confirmed. }\n';
    writeFileSync(join(root, 'briefs/taken-back.md'), words.replace('---\n', `---\n${withdrawn}`));
    writeFileSync(join(root, 'public/google123.html'), 'google-site-verification: google123.html');
    const { code, output } = await runScript(root, 'build');
    expect(code, output).toBe(0);
    expect(output).toMatch(/ 0 cards, /);
    built = readFolder(join(root, 'dist'));
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test('has no files of either, and no links to them', () => {
    expect([...built.keys()].filter((file) => /^(?:cards|pagefind|search)\//.test(file))).toEqual([]);
    for (const [file, bytes] of built) {
      if (!/\.(?:html|xml|json|txt|md)$/.test(file) || file.startsWith('schema/')) continue;
      const text = bytes.toString();
      expect(text.match(/\/cards\/|\/search\/|\/pagefind\//)?.[0], file).toBeUndefined();
    }
  });

  test('says of each page what a network needs to show it without an image', () => {
    const page = built.get('briefs/high-seas-treaty/index.html')?.toString() ?? '';
    expect(page).toContain('<meta name="twitter:card" content="summary"');
    expect(page).toMatch(/<meta property="og:title" content="[^"]+"/);
    expect(page).toMatch(/<meta property="og:url" content="[^"]+"/);
    expect(page).not.toContain('og:image');
    expect(built.get('rss.xml')?.toString()).toContain('<item>');
    expect(JSON.parse(built.get('briefs/high-seas-treaty.json')?.toString() ?? '')).toMatchObject({
      cards: [],
    });
  });

  test('shows a brief’s own image where it is shared, and in feeds by the address that it has in the text', () => {
    const page = built.get('briefs/uk-last-coal-power-station/index.html')?.toString() ?? '';
    const [, image = ''] =
      /property="og:image" content="([^"]*\/pictures\/[^"]*\.(?:jpg|png))"/.exec(page) ?? [];
    expect(image).not.toBe('');
    expect(page).toContain('<meta name="twitter:card" content="summary_large_image"');
    const rss = built.get('rss.xml')?.toString() ?? '';
    expect(rss).toMatch(new RegExp(`<media:content [^>]*url="${RegExp.escape(image)}"[^>]* fileSize="\\d+"`));
    expect(rss).toContain(`<img src="${image}"`);
  });

  test('does not ask whether an article is useful', () => {
    const page = built.get('briefs/deepseek-r1-training-cost/index.html')?.toString() ?? '';
    expect(page).not.toMatch(/feedback(?!\.)|<form|mailto:desk/);
  });

  test('has nothing wrong for a stranger, with a page that moved, a notice, and a file of the publisher’s', async () => {
    for (const file of ['briefs/old-treaty/index.html', 'briefs/taken-back/index.html', 'google123.html']) {
      expect(built.has(file), file).toBe(true);
    }
    expect(built.get('_redirects')?.toString()).toBe('/briefs/old-treaty/ /briefs/high-seas-treaty/ 301\n');
    expect(await runScript(root, 'verify')).toMatchObject({
      code: 0,
      output: expect.stringMatching(/nothing wrong\s*$/) as string,
    });
  });
});
