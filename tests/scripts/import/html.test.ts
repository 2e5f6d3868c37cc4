import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../scripts/import/html.ts';
import { namesFor } from '../../../src/languages/recognise-headings.ts';
import { stringifyMarkdown } from '../../../scripts/import/stringify.ts';

function read(html: string) {
  const { tree, dropped, head } = readHtml(html, namesFor({}));
  return { markdown: stringifyMarkdown(tree.children), dropped, head };
}

const section = "<h2>What's Happening?</h2><p>One.</p>";

describe('the text of a page', () => {
  it.each([
    ['its article', `<p>Out.</p><article>${section}</article>`],
    ['its main part', `<p>Out.</p><main>${section}</main><article>Out, too.</article>`],
    ['what has the part of it', `<p>Out.</p><div role="main">${section}</div>`],
    [
      'the only article without a heading that tells',
      `<p>Out.</p><article><h2>What's Happening?</h2><p>One.</p></article>`,
    ],
  ])('is %s; the rest is reported', (_where, html) => {
    const { markdown, dropped } = read(html);
    expect(markdown).toBe("## What's Happening?\n\nOne.");
    expect(dropped).toEqual([
      { what: 'page around the article', text: expect.stringMatching(/^Out\./) as string },
    ]);
  });

  it('is the innermost article with a title', () => {
    const { markdown } = read(`<main><h1>A title</h1><p>In.</p><article>${section}</article></main>`);
    expect(markdown).toContain('# A title\n\nIn.');
    expect(
      read(`<main><p>Out.</p><article><h1>A title</h1>${section}</article></main>`).markdown,
    ).not.toContain('Out.');
  });

  it('is all of it, if no article holds every section', () => {
    const articles = "<article><h2>What's Happening?</h2></article><article><h2>What's Next?</h2></article>";
    expect(read(`<p>In.</p>${articles}`).markdown).toContain('In.');
    expect(read('<p>In.</p><article>One.</article><article>Two.</article>').markdown).toBe(
      'In.\n\nOne.\n\nTwo.',
    );
  });
});

describe('furniture of a page', () => {
  it.each([
    ['<nav>X</nav>', 'navigation'],
    ['<header>X</header>', 'page header'],
    ['<footer>X</footer>', 'page footer'],
    ['<aside>X</aside>', 'side note'],
    ['<script>X</script>', 'script'],
    ['<style>X</style>', 'style sheet'],
    ['<noscript>X</noscript>', 'text for browsers without scripts'],
    ['<template>X</template>', 'template of a script'],
    ['<form>X</form>', 'form'],
    ['<button>X</button>', 'button'],
    ['<svg><title>X</title></svg>', 'drawing'],
    ['<iframe src="X"></iframe>', 'embedded page'],
    ['<video src="X"></video>', 'embedded media'],
    ['<dialog>X</dialog>', 'dialog'],
    ['<!-- X -->', 'comment'],
    ['<p hidden>X</p>', 'hidden text'],
    ['<p aria-hidden="true">X</p>', 'hidden text'],
    ['<p style="color: red; display:none">X</p>', 'hidden text'],
    ['<div role="navigation">X</div>', 'navigation'],
    ['<div class="SiteCookieBanner">X</div>', 'cookie notice'],
    ['<div id="gdpr-box">X</div>', 'cookie notice'],
    ['<ul class="post__share"><li>X</ul>', 'share buttons'],
    ['<div class="newsletter">X</div>', 'newsletter form'],
    ['<div class="newsletter-signup">X</div>', 'call to subscribe or share'],
    ['<div class="ad ad-top">X</div>', 'advertisement'],
    ['<div class="related-posts">X</div>', 'related pages'],
    ['<section id="comments">X</section>', 'reader comments'],
    ['<p class="breadcrumbs">X</p>', 'navigation'],
  ])('%s is removed as %s', (html, what) => {
    const { markdown, dropped } = read(`${section}${html}`);
    expect(markdown).toBe("## What's Happening?\n\nOne.");
    expect(dropped).toEqual([{ what, text: 'X' }]);
  });

  it.each([
    '<article><header>X</header>',
    '<div class="shared-history">X</div>',
    '<div class="additional loads">X</div>',
    '<p class="commentary">X</p>',
    '<p aria-hidden="false">X</p>',
    '<details><summary>X</summary></details>',
  ])('%s is none', (html) => {
    expect(read(`${html}${section}`).markdown).toContain('X');
  });

  it.each(['aside', 'form', 'footer', 'header', 'button', 'dialog'])(
    'is no <%s> that holds a section',
    (tag) => {
      expect(read(`<${tag}>${section}</${tag}><p class="share">X</p>`).markdown).toBe(
        "## What's Happening?\n\nOne.",
      );
    },
  );

  it.each([
    '<p class="share-price">The share price of the company fell by a tenth on Monday.</p>',
    '<section id="social-policy"><p>The ministry has cut every benefit by a tenth.</p></section>',
  ])('is no sentence of the article because of a class: %s', (html) => {
    const said = html.replace(/<[^>]+>/g, '');
    const before = '<p>Text of the article.</p>'.repeat(9);
    expect(read(`<article>${before}${html}</article>`).markdown).toContain(said);
    expect(read(`${section}${html}<h2>What's Next?</h2>`).markdown).toContain(said);
    expect(read(`<article>${before}</article>${html}`).dropped[0]?.text).toBe(said);
  });

  it.each(['form', 'aside', 'div hidden', 'div role="banner"', 'div class="modal"'])(
    'is no <%s> that most of the page stands in',
    (tag) => {
      const html = `<${tag}><h2>A title</h2><p>All that the page has to say.</p></${tag.split(' ')[0] ?? ''}>`;
      expect(read(`<nav>Menu</nav>${html}<p>Impressum.</p>`).markdown).toBe(
        '## A title\n\nAll that the page has to say.\n\nImpressum.',
      );
    },
  );

  it('that stays although it is hidden is shown, in code too', () => {
    const html = '<pre><code><span hidden>All that the page has to say.</span></code></pre>';
    expect(read(html).markdown).toContain('All that the page has to say.');
  });

  it('is no form with the title in it', () => {
    const form = '<form id="aspnetForm"><h1>A title</h1><p>Text.</p></form>';
    expect(read(`${form}<p>${'Imprint. '.repeat(30)}</p>`).markdown).toMatch(/^# A title\n\nText\./);
  });

  it('is reported with every line, also around the article', () => {
    const { dropped } = read(`<p>One.</p><img alt="two"><!-- three --><article>${section}</article>`);
    expect(dropped).toEqual([
      { what: 'comment', text: 'three' },
      { what: 'page around the article', text: 'One.\ntwo' },
    ]);
  });

  it('is a menu of links to the sections', () => {
    const menu =
      '<div class="sidebar"><a href="#a">What’s Happening?</a> <a href="/b">What’s Next?</a></div>';
    expect(read(`${menu}${section}`).markdown).toBe("## What's Happening?\n\nOne.");
  });
});

describe('what Markdown cannot say', () => {
  it.each([
    ['a caption', '<table><caption>C</caption><tr><th>a<tr><td>b</table>', 'C\n\n| a |\n| - |\n| b |'],
    ['a table without names', '<table><tr><td>a<tr><td>b</table>', '| a |\n| - |\n| b |'],
    ['a table that lays out', '<table role="presentation"><tr><td>a<td>b</table>', 'a\n\nb'],
    ['a table of blocks', '<table><tr><td><ul><li>a</ul><td><p>b<p>c</table>', '- a\n\nb\n\nc'],
    [
      'cells that would be written a million times',
      '<table><tr><th colspan=1000 rowspan=1000>a<tr><td>b</table>',
      '| a |\n| - |\n| b |',
    ],
    ['a formula', '<p><math><mi>x</mi></math> is</p>', 'x is'],
    ['an image in code', '<p><kbd>a<img alt="b"></kbd></p>', '`ab`'],
    ['ruby', '<p><ruby>漢<rt>kan</rt></ruby></p>', '漢kan'],
    [
      'an image of an image',
      '<a href="https://a.example/"><img src="b.png" alt="c"></a>',
      '[![c](b.png)](https://a.example/)',
    ],
  ])('is said with what it has: %s', (_what, html, markdown) => {
    expect(read(html).markdown).toBe(markdown);
  });
});

describe('an address', () => {
  it.each([
    ['<base href="https://a.example/b/">', 'c', 'https://a.example/b/c'],
    [
      '<link rel="alternate canonical" href="https://a.example/b/c.html">',
      '../d?e#f',
      'https://a.example/d?e#f',
    ],
    ['<meta property="og:url" content="https://a.example/b">', '/c', 'https://a.example/c'],
    ['<base href="https://a.example/b">', 'https://a.example/b#c', '#c'],
    ['<base href="https://a.example/b">', '#c', '#c'],
    ['<base href="/b/">', 'c', 'c'],
    ['<base href="javascript:b">', 'c', 'c'],
    ['', 'c', 'c'],
  ])('is resolved as a browser does it: with %s, %s is %s', (head, given, address) => {
    expect(read(`${head}<p><a href="${given}">x</a></p>`).markdown).toBe(`[x](${address})`);
  });
});
