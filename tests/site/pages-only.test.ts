import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { languageFor } from '../../src/languages/languages.ts';
import { copyProject, readFolder, runScript } from './project.ts';
import { changeSettings } from '../settings-file.ts';

describe('a publication without cards, search and feedback', () => {
  let root = '';
  let built: Map<string, Buffer>;

  beforeAll(async () => {
    root = copyProject({ briefs: true, cacheOf: inject('shippedSite').root });
    changeSettings(root, {
      cards: false,
      search: false,
      feedback: 'none',
      navigation: [
        { name: { en: 'Power', es: 'La energía' }, link: '/topics/energy/' },
        { name: { en: 'Space', es: 'Espacio' }, link: '/topics/space/' },
      ],
      description: { en: 'The news in four parts.', es: 'Las noticias en cuatro partes.' },
      topics: {
        energy: {
          name: { en: 'Energy', es: 'Energía' },
          description: { en: 'Where power comes from.', es: 'De dónde viene la energía.' },
        },
      },
    });
    const brief = join(root, 'briefs/high-seas-treaty.md');
    const words = readFileSync(brief, 'utf8');
    writeFileSync(brief, words.replace('---\n', '---\naliases: [old-treaty]\n'));
    const withdrawn =
      'status: withdrawn\nwithdrawn: { date: 2025-10-01, reason: It could not be confirmed. }\n';
    writeFileSync(join(root, 'briefs/taken-back.md'), words.replace('---\n', `---\n${withdrawn}`));
    writeFileSync(join(root, 'public/google123.html'), 'google-site-verification: google123.html');
    mkdirSync(join(root, 'briefs/_pages/es'));
    writeFileSync(
      join(root, 'briefs/_pages/es/ai.mdx'),
      '---\ntitle: Cómo usamos la IA\ndescription: Qué hacen los programas.\n---\n\nTexto.[^1]\n\n[^1]: Nota.\n',
    );
    const { code, output } = await runScript(root, 'build');
    expect(code, output).toBe(0);
    expect(output).toMatch(/ 0 cards, /);
    built = readFolder(join(root, 'dist'));
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test('links from pages of a language to standing pages in that language', () => {
    const page = (file: string): string => built.get(`${file}index.html`)?.toString() ?? '';
    const linksTo = (file: string): string[] =>
      Array.from(page(file).matchAll(/<li[^>]*><a href="(\/(?:es\/)?(?:ai|about)\/)"/g), ([, address = '']) => address); // prettier-ignore
    expect(linksTo('es/')).toEqual(['/about/', '/es/ai/']);
    expect(linksTo('')).toEqual(['/about/', '/ai/']);
    expect(page('briefs/ultima-central-de-carbon-britanica/')).toContain('href="/es/ai/" class="label"');
    expect(page('es/ai/')).toMatch(/<html lang="es"/);
    expect(page('es/ai/')).toContain(languageFor('es').labels.footnotes);
    for (const file of ['ai/', 'es/ai/'])
      expect(Array.from(page(file).matchAll(/hreflang="([^"]*)" href="[^"]*example(\/[^"]*)"/g), ([, lang, address]) => `${lang} ${address}`)).toEqual(
        ['en /ai/', 'es /es/ai/', 'x-default /ai/'],
      ); // prettier-ignore
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

  test('names topics in the language of each brief and each home page', () => {
    const spanish = built.get('briefs/ultima-central-de-carbon-britanica/index.html')?.toString() ?? '';
    expect(spanish).toMatch(/<a href="\/es\/topics\/energy\/" lang="es" dir="auto">\s*Energía\s*<\/a>/);
    expect(spanish).toContain('<meta property="article:section" content="Energía"');
    const home = built.get('es/index.html')?.toString() ?? '';
    expect(home).toContain('Energía');
    expect(home).toContain('<meta name="description" content="Las noticias en cuatro partes."');
    const feed = built.get('es/rss.xml')?.toString() ?? '';
    expect(feed).toContain('<description>Las noticias en cuatro partes.</description>');
    expect(feed).toContain('<category>Energía</category>');
    const list = built.get('es/topics/energy/index.html')?.toString() ?? '';
    expect(list).toMatch(/<h1[^>]*>\s*Energía\s*<\/h1>[^]*De dónde viene la energía\./);
    expect(list).toContain('<link rel="alternate" type="application/rss+xml" title="Energía · Fourfold · español" href="/es/topics/energy/rss.xml"'); // prettier-ignore
    expect(list).not.toMatch(
      /<a[^>]* href="\/(?:topics\/(?!space\/)|(?:archive|upcoming|corrections|subscribe)\/)/,
    );
    // A topic without a Spanish name is marked as what it is.
    expect(built.get('es/topics/index.html')?.toString()).toMatch(
      /href="\/es\/topics\/climate\/"[^>]*>\s*climate\s*</,
    );
    // The navigation leads to lists in Spanish, where there are any.
    expect(list).toMatch(/<a href="\/es\/topics\/energy\/" aria-current="page">\s*La energía\s*<\/a>\s*<a href="\/topics\/space\/">\s*Espacio/); // prettier-ignore
    const english = built.get('briefs/uk-last-coal-power-station/index.html')?.toString() ?? '';
    expect(english).toMatch(/lang="en" dir="auto">\s*Energy\s*<\/a>/);
    expect(built.get('topics/energy/index.html')?.toString()).toContain('Where power comes from.');
    expect(built.get('rss.xml')?.toString()).toContain('<description>The news in four parts.</description>');
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

  test('as a preview shows drafts and embargoed briefs with a mark, and leaves no trace of them in the site', async () => {
    const words = readFileSync(join(root, 'briefs/deepseek-r1-training-cost.md'), 'utf8');
    const hidden = { 'zephyr-plan': 'status: draft\ntitle: Zephyr plan', 'zephyr-speech': 'date: 2030-03-04\ntitle: Zephyr speech' }; // prettier-ignore
    for (const [slug, fields] of Object.entries(hidden)) {
      const others = words.replace(/^title: .*\n/m, '').replace(fields.startsWith('date') ? /^date: .*\n/m : /^$/, ''); // prettier-ignore
      writeFileSync(join(root, `briefs/${slug}.md`), others.replace('---\n', `---\n${fields}\n`));
    }
    writeFileSync(
      join(root, 'briefs/zephyr-notes.md'),
      '---\nstatus: draft\nlang: ar\nauthors: [nobody]\n---\n\n# Notes\n\n![A rack](./none.png)\n\n[b](./none.md)\n',
    );
    // With cards, whose names and pictures the cache keeps for both.
    changeSettings(root, { cards: { newest: 0 } });
    const preview = await runScript(root, 'build', {}, ['--preview']);
    expect(preview.code, preview.output).toBe(0);
    const shown = readFolder(join(root, 'dist-preview'));
    expect(readFolder(join(root, 'dist'))).toEqual(built);
    expect(shown.get('briefs/zephyr-plan/index.html')?.toString()).toMatch(/<span class="mark"[^>]*>Draft</);
    const gaps = shown.get('briefs/zephyr-notes/index.html')?.toString() ?? '';
    expect(gaps).toMatch(/<h3[^>]*>Notes<[^]*<p>\[✎ \.\/none\.png · A rack\]<\/p>/);
    expect(shown.get('ar/archive/index.html')?.toString()).not.toContain(languageFor('ar').labels.emptyTitle);
    // Only public briefs have Markdown to link to.
    for (const [slug, has] of [
      ['zephyr-plan', false],
      ['zephyr-speech', false],
      ['deepseek-r1-training-cost', true],
    ] as const)
      // prettier-ignore
      expect(shown.get(`briefs/${slug}/index.html`)?.includes('type="text/markdown"'), slug).toBe(has);
    expect(shown.get('briefs/zephyr-speech/index.html')?.toString()).toContain(
      'Embargoed until 4 March 2030',
    );
    for (const [slug, mark] of [
      ['zephyr-plan', 'Draft · Zephyr plan'],
      ['zephyr-speech', 'Embargoed until 4 March 2030 · Zephyr speech'],
    ] as const) {
      // prettier-ignore
      const page = shown.get(`briefs/${slug}/index.html`)?.toString() ?? '';
      const [, card = ''] = /property="og:image" content="[^"]*\/(cards\/[^"]+)"/.exec(page) ?? [];
      expect(shown.get(card)?.toString('latin1'), slug).toContain(Buffer.from(mark).toString('latin1'));
    }
    for (const [file, bytes] of shown) {
      if (!file.endsWith('.html') || file === 'google123.html' || /http-equiv="refresh"/.test(bytes.toString())) continue; // prettier-ignore
      expect(bytes.toString().match(/<meta name="robots"[^>]*>/g), file).toEqual(['<meta name="robots" content="noindex">']); // prettier-ignore
    }
    expect(shown.get('_headers')?.toString()).toMatch(/^\/\*\n(?: {2}.*\n)* {2}X-Robots-Tag: noindex$/m);
    const again = await runScript(root, 'build');
    expect(again.code, again.output).toBe(0);
    const site = readFolder(join(root, 'dist'));
    expect([...site].filter(([file, bytes]) => /zephyr/i.test(file + bytes.toString('latin1')))).toEqual([]);
    // No page of the preview was taken from the cache.
    expect(site.get('index.html')?.toString()).not.toContain('noindex');
    expect(site.get('_headers')?.toString()).not.toContain('noindex');
  });
});
