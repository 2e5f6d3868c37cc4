import fc from 'fast-check';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';

import { addressesOf } from '../../src/brief/addresses.ts';
import { check } from '../../src/check/check.ts';
import { deepPlaceOf } from '../../src/markdown/nesting.ts';
import { parse } from '../../src/markdown/parse.ts';
import { costlyPlaceOf } from '../../src/markdown/parse-limits.ts';
import { render } from '../../src/markdown/render.ts';
import { anyText } from '../any-text.ts';
import { hostileMarkdown as markdown } from '../hostile-markdown.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText, checkText, codesOf } from '../check/brief-text.ts';
import { cpuTime } from '../cpu-time.ts';

const publication = publicationSample();
/** The elements of a page as parsed by a browser. */
function elementsOf(html: string): Element[] {
  const elements: Element[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', (element) => {
    elements.push(element);
  });
  return elements;
}

describe('a text of strangers', () => {
  it('is parsed and checked without an exception', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, markdown), (text) => {
        for (const source of [text, `---\n${text}\n---\n`, `---\ntitle: ${text}\n---\n`, briefText([text])]) {
          const { diagnostics } = checkText(source);
          for (const { range } of diagnostics) {
            expect(range.start).toBeGreaterThanOrEqual(0);
            expect(range.end).toBeGreaterThanOrEqual(range.start);
            expect(range.start).toBeLessThanOrEqual(source.length);
          }
        }
      }),
      { numRuns: 250 },
    );
  });

  it('never puts a script on a page, even if its errors are not heeded', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const draft = parse('briefs/small-bill.md', briefText([text]), publication);
        let html = '';
        try {
          const { sections, notes } = render(draft, addressesOf(publication), new Map());
          html = [...sections.map((section) => section.html), notes]
            .map(({ page, portable }) => page + portable)
            .join('');
        } catch (error) {
          // Images are prepared before a brief without errors is rendered.
          expect(String(error)).toMatch(/an image was not prepared/);
          expect(check(draft, publication).fields).toBeUndefined();
        }
        for (const { tagName, properties } of elementsOf(html)) {
          expect(tagName).not.toMatch(/^(?:script|style|iframe|svg|object|embed|form|base|meta|link)$/);
          expect(
            Object.keys(properties).filter((name) => /^(?:on|style$|srcDoc|formAction)/i.test(name)),
          ).toEqual([]);
          for (const address of [properties['href'], properties['src']]) {
            expect(String(address)).not.toMatch(/^[\s\u0000-\u0020]*(?:javascript|data|vbscript):/i);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['quotations', '> '.repeat(10_000)],
    ['quotations without spaces', '>'.repeat(10_000)],
    ['lists', '- '.repeat(10_000)],
    ['numbered lists', '1. '.repeat(10_000)],
    ['brackets', '['.repeat(10_000)],
    ['pairs of brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['pictures', '!['.repeat(10_000)],
    ['emphasis', `${'**a '.repeat(10_000)}${'a** '.repeat(10_000)}`],
    ['deleted text', `${'~~a '.repeat(10_000)}${'a~~ '.repeat(10_000)}`],
    ['lists by tabs', Array.from({ length: 400 }, (_, at) => `${'\t'.repeat(at)}- a`).join('\n')],
    ['lists by spaces', Array.from({ length: 300 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n')],
  ])('with 10,000 nested %s is an error within a short time', (_, text) => {
    const started = cpuTime();
    expect(codesOf(briefText([`${text}x`]))).toEqual(['nesting-depth']);
    expect(cpuTime() - started).toBeLessThan(1000);
  });

  it.each([
    ['99 quotations with blanks between', `${'>  '.repeat(99)}x`],
    ['99 lists', `${'- '.repeat(99)}x`],
    ['links', '[a](https://b.c/) '.repeat(2000)],
    ['open links', '[a]('.repeat(5000)],
    ['fences', Array.from({ length: 200 }, (_, at) => '`'.repeat(at)).join(' ')],
    ['signs', '<a &'.repeat(5000)],
    ['definitions', '[a]: /b\n'.repeat(2000)],
    ['table cells', `${'|a'.repeat(2000)}\n${'|-'.repeat(2000)}`],
    ['addresses', 'www.a.b/_~*'.repeat(2000)],
  ])('of very many %s is read within seconds', (_, text) => {
    const started = cpuTime();
    checkText(briefText([text]));
    expect(cpuTime() - started).toBeLessThan(5000);
  });

  it.each([
    ['[', '['.repeat(10_000)],
    ['[]', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['-', '- '.repeat(10_000)],
    ['&', Array.from({ length: 3000 }, (_, at) => `a${at}: &a${at} [*a${Math.max(0, at - 1)}]`).join('\n')],
    ['?', '? '.repeat(10_000)],
    ['{', '{a: '.repeat(10_000)],
    ['!', '!a '.repeat(5000)],
  ])('with front matter of very many "%s" is an error within seconds', (_, yaml) => {
    const started = cpuTime();
    expect(codesOf(briefText().replace('title: A small bill', `title: ${yaml}`)).length).toBeGreaterThan(0);
    expect(codesOf(briefText().replace('title: A small bill', yaml)).length).toBeGreaterThan(0);
    expect(cpuTime() - started).toBeLessThan(3000);
  });
});

describe('a text of any honest kind', () => {
  it.each([
    ['a rule of 200 hyphens', `a\n\n${'-'.repeat(200)}`],
    ['a rule of 200 stars with spaces', '* '.repeat(200)],
    ['an underlined heading of 200 signs', `a\n${'='.repeat(200)}`],
    ['a table of 500 rows of links and emphasis', '| [a](b) | **c**, (*d*) | "_e_". |\n'.repeat(500)],
    ['500 unclosed signs in paragraphs of their own', '*a [b\n\n'.repeat(500)],
    ['names_with_underscores', 'a_b_c **x**'.repeat(500)],
    ['a list of 500 starred items', '* a\n'.repeat(500)],
  ])('is not too deep: %s', (_, text) => {
    expect(deepPlaceOf(text)).toBeUndefined();
    expect(costlyPlaceOf(text)).toBeUndefined();
  });

  it.each([
    ['3,000 items in lists', '- a [b](https://c.example/)\n'.repeat(3000)],
    ['a table of 500 rows of links and emphasis', '| [a](b) | **c**, (*d*) | "_e_". |\n'.repeat(500)],
    ['5,000 paragraphs of 20 signs', `${'**a** [b](c) `d` '.repeat(5)}\n\n`.repeat(5000)],
    ['a paragraph of 500 kilobytes', 'Words and words. '.repeat(30_000)],
    ['1,000 pieces of code in a paragraph', '`a` '.repeat(1000)],
  ])('is not too costly: %s', (_, text) => {
    expect(costlyPlaceOf(text)).toBeUndefined();
  });
});
