import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { en } from '../../src/languages/en.ts';
import { formatLlms, formatMarkdown } from '../../src/metadata/markdown-twin.ts';
import { addressesSample, briefSample, publicationSample } from '../brief-sample.ts';
import { wildBrief, wildPublication } from '../wild-brief.ts';

const [publication, addresses] = [publicationSample(), addressesSample()];

test('a brief as Markdown says all that its page says', () => {
  const brief = briefSample({
    title: 'R1 *costs* [less]',
    ai: 'generated',
    reviewer: 'Ada',
    expires: '2026-01-01T00:00:00+00:00',
    updated: '2025-09-19T08:00:00+00:00',
    image: {
      file: 'briefs/pictures/lab.jpg',
      src: '/news/pictures/lab.jpg',
      alt: 'A [lab]',
      credit: 'Ada *Example*',
      width: 800,
      height: 600,
      sources: [],
    },
    figures: [{ value: '$294,000', label: 'cost' }],
    sources: [
      {
        title: 'A paper',
        url: 'https://nature.com/a',
        publisher: 'Nature',
        date: '2025-09',
        accessed: '2025-09-18',
        archive: 'https://archive.example/a_(b)',
      },
    ],
    watch: [{ by: '2025-12-31', expect: 'A *rival* follows', outcome: 'happened' }],
    corrections: [{ date: '2025-10-01T00:00:00+00:00', note: 'The sum was wrong.' }],
  });
  expect(formatMarkdown(publication, addresses, brief, en, true)).toBe(
    [
      '# R1 \\*costs\\* \\[less]',
      '> The Chinese lab disclosed the figure in Nature. It is far below what U.S. rivals report.',
      'Fourfold · 18 September 2025 · Updated 19 September 2025 · AI-generated, reviewed by Ada',
      'This brief has been out of date since 1 January 2026.',
      '![A \\[lab\\]](https://fourfold.example/news/pictures/lab.jpg)',
      'Ada \\*Example\\*',
      '## Key figures',
      '- **$294,000** cost',
      "## What's Happening?",
      'Text.',
      '## Sources',
      '- [A paper](https://nature.com/a), Nature, September 2025, accessed 18 September 2025, [archived copy](https://archive.example/a_\\(b\\))',
      '## What to watch',
      '- **By 31 December 2025** A \\*rival\\* follows · Happened.',
      '## Corrections',
      '- 1 October 2025: The sum was wrong.',
      '[Artificial intelligence](https://fourfold.example/news/topics/ai/) · [Chips](https://fourfold.example/news/topics/chips/)',
      '<https://fourfold.example/news/briefs/deepseek-r1/>',
      '[published]: https://fourfold.example/news/briefs/deepseek-r1/ "2025-09-18T09:00:00+00:00"',
      '[updated]: https://fourfold.example/news/briefs/deepseek-r1/ "2025-09-19T08:00:00+00:00"',
      '[expires]: https://fourfold.example/news/briefs/deepseek-r1/ "2026-01-01T00:00:00+00:00"',
      '[correction-1]: https://fourfold.example/news/briefs/deepseek-r1/ "2025-10-01T00:00:00+00:00"',
      '[reviewer]: https://fourfold.example/news/briefs/deepseek-r1/ "Ada"\n',
    ].join('\n\n'),
  );
});

test('no name or title becomes Markdown markup or a tag', () => {
  const brief = briefSample({ title: 'AT&amp;T & R&D', ai: 'generated', reviewer: 'A <b>desk</b>' });
  const markdown = formatMarkdown(publication, addresses, brief, en, false);
  expect(markdown).toContain('# AT\\&amp;T & R\\&D\n');
  expect(markdown).toContain('reviewed by A \\<b>desk\\</b>');
});

const field = fc
  .array(
    fc.oneof(
      fc.constantFrom('- ', '1. ', '# ', '> ', '* ', '+ ', '=', '18. Oktober', '```', '`', '*', '_', '**', '~~', '[x] ', '[^1]', '[a](b)', '![a](b)', '<b>', '<!--', '<script>alert(1)</script>', '<img src=x onerror=x>', '&lt;', '&', '\\\\', '|', 'https://a.example/b_c', 'www.a.example', 'a_b@c.example', 'word', ' '), // prettier-ignore
      fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}/u.test(text)),
    ),
    { minLength: 1, maxLength: 8 },
  )
  // Fields are one paragraph with collapsed white space.
  .map((pieces) => pieces.join('').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

test('for any fields, a renderer that allows HTML shows it as text', () => {
  fc.assert(
    fc.property(field, (text) => {
      const brief = wildBrief(text, { markdown: 'Text.', date: '2025-09-18T09:00:00+00:00' });
      const publication = wildPublication(text);
      const { html } = markdownToHtml(formatMarkdown(publication, addresses, brief, en, true), { features: { gfm: true } }); // prettier-ignore
      const tree = fromHtml(html, { fragment: true });
      const blocks = tree.children.filter((node) => node.type === 'element');
      expect(blocks.map(({ tagName }) => tagName)).toEqual(['h1', 'blockquote', 'p', 'p', 'p', 'h2', 'ul', 'p', 'h2', 'ul', 'h2', 'ul', 'h2', 'ul', 'p', 'p']); // prettier-ignore
      const texts = blocks.map((block) => toText(block).replace(/\s+/g, ' ').trim());
      expect([texts[0], texts[1], texts[4]]).toEqual([text, text, text]);
      expect(texts[6]).toBe(`${text} ${text}`);
      expect(texts[9]).toBe(`${text}, ${text}, archived copy`);
      expect(texts[13]).toBe(`20 September 2025: ${text}`);
    }),
    { numRuns: 200 },
  );
});

test('what a brief has not is not there', () => {
  const markdown = formatMarkdown(publication, addresses, briefSample(), en, false);
  expect(markdown).not.toMatch(/Sources|Corrections|Key figures|AI/);
});

test('language models get a description of the publication and a link to the text of each brief', () => {
  const text = formatLlms(publication, addresses, [briefSample()], ['es']);
  expect(text.startsWith('# Fourfold\n\n> The news in four parts.\n')).toBe(true);
  expect(text).toContain('](https://fourfold.example/news/briefs/deepseek-r1.md): The Chinese lab');
  expect(text).toContain('https://fourfold.example/news/briefs/index.json');
  expect(text).toContain('[Feed in español](https://fourfold.example/news/es/feed.json)');
});
