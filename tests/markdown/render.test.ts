import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import type { Body } from '../../src/brief/brief.ts';
import { parse } from '../../src/markdown/parse.ts';
import { render } from '../../src/markdown/render.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText, codesOf } from '../check/brief-text.ts';
import { cpuTime } from '../cpu-time.ts';

const sources = [{ type: 'image/avif', srcset: '/news/pictures/chips-480.avif 480w' }];
const images = new Map([
  [
    'briefs/pictures/chips.png',
    {
      file: 'briefs/pictures/chips.png',
      src: '/news/pictures/chips-0a1b.png',
      width: 640,
      height: 480,
      sources,
    },
  ],
  [
    'briefs/two words.png',
    {
      file: 'briefs/two words.png',
      src: '/news/pictures/two-words-0a1b.png',
      width: 64,
      height: 48,
      sources: [],
    },
  ],
]);

/** A valid brief with these sections, rendered below the path /news/. */
function renderTexts(...texts: string[]): Body {
  const text = briefText(texts);
  expect(codesOf(text)).toEqual([]);
  const publication = publicationSample();
  return render(parse('briefs/small-bill.md', text, publication), addressesOf(publication), images);
}

function htmlOf(...texts: string[]): string {
  return renderTexts(...texts).sections[0].html.page;
}

function portableOf(...texts: string[]): string {
  return renderTexts(...texts).sections[0].html.portable;
}

describe('a rendered brief', () => {
  it('has its four sections, in order, under the headings that readers see', () => {
    const { sections, notes } = renderTexts('One.', 'Two.', 'Three.', 'Four.');
    expect(sections.map(({ id, heading, html, text }) => [id, heading, html.page, text])).toEqual([
      ['whats-happening', 'What’s Happening?', '<p>One.</p>', 'One.'],
      ['why-its-important', 'Why It’s Important?', '<p>Two.</p>', 'Two.'],
      ['whats-next', 'What’s Next?', '<p>Three.</p>', 'Three.'],
      ['beyond-the-headlines', 'Beyond the Headlines', '<p>Four.</p>', 'Four.'],
    ]);
    expect(notes).toEqual({ page: '', portable: '' });
  });

  it('finds link definitions in other sections', () => {
    expect(htmlOf('See [nature].', 'Two.', 'Three.', 'Four.\n\n[nature]: https://www.nature.com/')).toBe(
      '<p>See <a href="https://www.nature.com/">nature</a>.</p>',
    );
  });

  it('keeps headings of level 3 in their section', () => {
    expect(htmlOf('### Chips\n\nOne.')).toBe('<h3 id="chips">Chips</h3>\n<p>One.</p>');
  });

  it('leads from a section to a note that is written in another, and back', () => {
    const { sections, notes } = renderTexts(
      'One.[^a]',
      'Two.[^a]',
      'Three.[^b]\n\n[^a]: Note **A**.',
      'Four.\n\n[^b]: B.',
    );
    const pages = sections.map(({ html }) => html.page).join('');
    for (const id of ['fnref-a', 'fnref-a-2', 'fnref-b']) {
      expect(pages).toContain(`id="small-bill-${id}"`);
      expect(notes.page).toContain(`href="#small-bill-${id}"`);
    }
    for (const id of ['fn-a', 'fn-b']) {
      expect(pages).toContain(`href="#small-bill-${id}"`);
      expect(notes.page).toContain(`id="small-bill-${id}"`);
    }
    expect(notes.page).toMatch(/^<ol>.*Note <strong>A<\/strong>.*B\..*<\/ol>$/s);
    expect(notes.page).toContain('aria-label="Back to the text (1-2)"');
    expect(notes.page).not.toContain('<h2');
  });

  it('gives feeds footnotes of which the W3C’s feed validator has nothing to say', () => {
    const { sections, notes } = renderTexts('One.[^a]\n\n[^a]: Note.', 'Two.', 'Three.', 'Four.');
    const portable = sections[0].html.portable + notes.portable;
    // Its `acceptable_attributes` have no ARIA.
    expect(portable).not.toContain('aria-');
    expect(portable).toMatch(/<a [^>]*title="Back to the text \(1\)"/);
  });

  it('lets a wide table scroll, and says where its columns align without an old attribute', () => {
    const html = htmlOf('| a | b | c |\n| - | -: | :-: |\n| 1 | 2 | 3 |');
    expect(html).toMatch(/^<div class="table" role="group" aria-label="Table 1" tabindex="0"><table>/);
    expect(html).toContain('<th>a</th>');
    expect(html).toContain('<td class="end">2</td>');
    expect(html).toContain('<td class="center">3</td>');
    expect(html).not.toContain('align=');
  });

  it('leaves the arrow of a note outside of such a value', () => {
    const draft = parse(
      'briefs/a.md',
      briefText(['شركة[^1]\n\n[^1]: Nature (2025).'], { lang: 'ar' }),
      publicationSample(),
    );
    const { notes } = render(draft, addressesOf(publicationSample()), new Map());
    expect(JSON.stringify(notes)).toMatch(/<bdi>Nature \(2025\)\. ?<\/bdi><a /);
  });

  it('names each table by its place, in the whole brief, and by its caption where it has one', () => {
    const table = '| a |\n| - |\n| 1 |';
    const { sections } = renderTexts(`${table}\n\n${table}`, table);
    const names = sections.flatMap(({ html }) =>
      [...html.page.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name),
    );
    expect(names).toEqual(['Table 1', 'Table 2', 'Table 3']);
  });

  it('lets long lines of code scroll by keyboard', () => {
    expect(htmlOf('```js\nx\n```')).toMatch(/^<pre tabindex="0"><code class="language-js">/);
  });

  it('shows task lists with disabled checkboxes', () => {
    expect(htmlOf('- [x] Done\n- [ ] Open')).toMatch(
      /<li class="task-list-item"><label><input type="checkbox" checked disabled> Done<\/label><\/li>/,
    );
    const loose = htmlOf('- [ ] Open\n\n  - [x] Done\n\n    ***');
    expect(loose).toMatch(
      /<p><label><input[^>]*> Open<\/label><\/p>\n<ul.*<p><label><input[^>]*> Done<\/label><\/p>\n<hr>/s,
    );
    expect(htmlOf('- [ ] Open\n  - nested')).toMatch(/ Open\n?<\/label>\n?<ul>/);
    expect(portableOf('- [ ] Open')).not.toContain('<label');
  });

  it('shows an image in several formats with its size, and its title as the caption', () => {
    expect(htmlOf('![Chips](./pictures/chips.png "A box")')).toBe(
      '<figure><picture><source type="image/avif" srcset="/news/pictures/chips-480.avif 480w" sizes="(min-width: 42rem) 38rem, calc(100vw - 2.25rem)"><img src="/news/pictures/chips-0a1b.png" alt="Chips" width="640" height="480" loading="lazy" decoding="async"></picture><figcaption>A box</figcaption></figure>',
    );
    expect(htmlOf('![Two](<two words.png>) ![Two][t]\n\n[t]: two%20words.png')).toContain(
      'two-words-0a1b.png',
    );
  });

  it('gives an image of a feed no more than the width of a column of mail, and a small one none', () => {
    const html = portableOf('![Chips](./pictures/chips.png)\n\n![Two](<two words.png>)');
    expect(html.match(/<img[^>]*>/g)).toEqual([
      '<img src="https://fourfold.example/news/pictures/chips-0a1b.png" alt="Chips" width="520">',
      '<img src="https://fourfold.example/news/pictures/two-words-0a1b.png" alt="Two">',
    ]);
  });

  it('keeps the title of an image in running text, and a tag in a description that is only shown', () => {
    expect(htmlOf('Words ![Chips](pictures/chips.png "A box") more.')).toContain('alt="Chips" title="A box"');
    expect(htmlOf('![The \\<b> tag, `<i>` and &lt;u>](pictures/chips.png)')).toContain(
      'alt="The <b> tag, <i> and <u>"',
    );
    expect(codesOf(briefText(['![The <b>tag</b>](pictures/chips.png)']))).toEqual(['raw-html']);
    expect(codesOf(briefText(['![The <b>tag</b>][x]\n\n[x]: pictures/chips.png']))).toEqual(['raw-html']);
  });

  it('keeps the brackets of a numeric host', () => {
    expect(htmlOf('<http://[::1]:80/c[d]>')).toContain('href="http://[::1]:80/c%5Bd%5D"');
  });

  it('leaves struck words out of descriptions and of the ids of headings', () => {
    expect(htmlOf('### The ~~30~~ 35\n\n![The ~~red~~ box](pictures/chips.png)')).toMatch(
      /id="the-35".*alt="The box"/s,
    );
  });

  it('leads to other briefs and pages under the path of the site', () => {
    const html = htmlOf(
      '[a](./other.md#x) [b](/briefs/other/?q) [c](/rss.xml) [d](#whats-next) [e](https://e.com/)',
    );
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      '/news/briefs/other/#x',
      '/news/briefs/other/',
      '/news/rss.xml',
      '#whats-next',
      'https://e.com/',
    ]);
  });
});

it('of a draft that lacks sections has each of the others in its place', () => {
  const text = briefText(['One.', 'Two.', 'Three.', 'Four.'], { status: 'draft' }).replace(
    /## Why[^]*?(?=## What's N)/,
    '',
  );
  const publication = publicationSample();
  const { sections } = render(parse('briefs/a.md', text, publication), addressesOf(publication), images);
  expect(sections.map((section) => section.text)).toEqual(['One.', '', 'Three.', 'Four.']);
});

describe('a callout', () => {
  const text = '> [!Warning]\n> Roads are **closed**.\n>\n> - a';

  it('says of what kind it is, in the language of the brief', () => {
    expect(htmlOf(text)).toBe(
      '<div class="callout callout-warning" role="note"><p class="callout-label"><strong>Warning:</strong></p>\n<p>Roads are <strong>closed</strong>.</p>\n<ul>\n<li>a</li>\n</ul>\n</div>',
    );
    expect(htmlOf('> [!TIP]\n>\n> Words')).toContain('<div class="callout callout-tip"');
  });

  it('is a quotation for readers without our styles, and begins with its kind as plain text', () => {
    expect(portableOf(text)).toMatch(/^<blockquote><p><strong>Warning:<\/strong><\/p>\n<p>Roads/);
    expect(renderTexts(text).sections[0].text).toBe('Warning: Roads are closed.\na');
  });

  it('is written as one in Markdown', () => {
    expect(renderTexts(text).markdown).toContain('> [!WARNING]\n> Roads are **closed**.\n>\n> - a\n');
    expect(renderTexts('> [!TIP]\n> - a').markdown).toContain('> [!TIP]\n>\n> - a\n');
  });

  it('is no quotation: what a program says in it is not quoted', () => {
    expect(
      codesOf(briefText(['> [!NOTE]\n> As an AI language model, I cannot browse the internet.'])),
    ).toContain('model-left-over');
  });
});

describe('portable HTML', () => {
  it('has whole addresses', () => {
    const html = portableOf('[a](./other.md#x) [c](/rss.xml) ![Chips](pictures/chips.png)');
    expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      'https://fourfold.example/news/briefs/other/#x',
      'https://fourfold.example/news/rss.xml',
      'https://fourfold.example/news/pictures/chips-0a1b.png',
    ]);
  });

  it('links back from a note to every reference, in any context', () => {
    const text =
      '> A[^1]\n>\n> > B[^1]\n\n> [!NOTE]\n> C[^1]\n\n- D[^1]\n\n| E[^1] |\n| --- |\n| F |\n\n[^1]: A note.\n\n    > Words.';
    const { sections, notes } = renderTexts(text, 'Two.', 'Three.', 'Four.');
    const ids = [...sections[0].html.page.matchAll(/id="([^"]*-fnref-[^"]*)"/g)].map(([, id]) => id);
    const back = [...notes.page.matchAll(/href="#([^"]*-fnref-[^"]*)"/g)].map(([, id]) => id);
    expect(back).toHaveLength(5);
    expect(ids).toEqual(back);
  });

  it('leads from a footnote and back on the page of the brief, wherever it is read', () => {
    const { sections, notes } = renderTexts(
      'One.[^a] [Here](#costs)\n\n### Costs\n\n[^a]: Note.',
      'Two.',
      'Three.',
      'Four.',
    );
    const portable = sections[0].html.portable + notes.portable;
    const page = 'https://fourfold.example/news/briefs/small-bill/';
    expect([...portable.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      `${page}#small-bill-fn-a`,
      `${page}#costs`,
      `${page}#small-bill-fnref-a`,
    ]);
  });

  it('shows completed tasks by a symbol, since feed readers drop checkboxes', () => {
    expect(portableOf('- [x] Adopted\n- [ ] Ratified\n- Signed')).toMatch(
      /^<ul>\s*<li>☑ Adopted<\/li>\s*<li>☐ Ratified<\/li>\s*<li>Signed<\/li>\s*<\/ul>$/,
    );
  });

  it('has no class, no scrolling box and no hint for the loading of a page', () => {
    const text = '| a |\n| -: |\n| 1 |\n\n- [x] Done\n\n```js\nx\n```\n\n![Chips](pictures/chips.png)';
    const { sections, notes } = renderTexts(`${text}\n\nA.[^1]\n\n[^1]: Note.`);
    expect(sections[0].html.page).toMatch(/class=.*tabindex=.*loading=/s);
    expect(sections[0].html.portable + notes.portable).not.toMatch(
      /class=|tabindex|<div|loading|decoding|role=/,
    );
    expect(sections[0].html.portable).toContain('<table>');
  });
});

describe('plain text', () => {
  it.each([
    ['One\nline\n\nTwo\n\n\nThree', 'One line\nTwo\nThree'],
    ['A *b* **c** `e` [f](https://f.com)', 'A b c e f'],
    [
      'The storm killed ~~30~~ 35 people ~~today~~.\n\n~~Gone.~~ *New* ~~and~~',
      'The storm killed 35 people.\nNew',
    ],
    ['A ![Chips](pictures/chips.png) b ![Chips](pictures/chips.png).', 'A b.'],
    ['这是第一行\n**这是**\n第二行，\n第三行。', '这是第一行这是第二行，第三行。'],
    ['中文\nEnglish\n中文 한국\n말', '中文 English 中文 한국 말'],
    ['Broken  \nby a sign\\\nand another', 'Broken by a sign and another'],
    ['- a\n- b\n  - c\n\n    d', 'a\nb\nc\nd'],
    ['1. a\n2. b', 'a\nb'],
    ['> quoted\n>\n> again', 'quoted\nagain'],
    ['### Chips\n\ntext', 'Chips\ntext'],
    ['Note.[^1] More.[^1]\n\n[^1]: Not here.', 'Note. More.'],
    ['```\na\n  b\n\nc\n```', 'a\nb\nc'],
    ['a &amp; b &lt;c&gt; &nbsp;d', 'a & b <c> \u00a0d'],
    ['a&#10;b', 'a b'],
    ['a\n\n---\n\nb', 'a\nb'],
  ])('of %j is %j', (markdown, text) => {
    expect(renderTexts(markdown).sections[0].text).toBe(text);
  });

  it('of a table has a row a line', () => {
    const { text } = renderTexts('| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |').sections[0];
    expect(text.split('\n').map((row) => row.split(/\s+/))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('of much white space is made quickly', () => {
    const started = cpuTime();
    renderTexts(`\`\`\`\nx${' '.repeat(100_000)}x\n\`\`\``);
    expect(cpuTime() - started).toBeLessThan(2000);
  });
});
