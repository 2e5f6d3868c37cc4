import { expect, test } from 'vitest';
import { en } from '../../src/brief/languages/en.ts';
import { formatLlms, formatMarkdown } from '../../src/meta/markdown.ts';
import { addressesSample, briefSample, publicationSample } from '../brief-sample.ts';

const [publication, addresses] = [publicationSample(), addressesSample()];

test('a brief as Markdown says all that its page says', () => {
  const brief = briefSample({
    title: 'R1 *costs* [less]',
    ai: 'generated',
    reviewer: 'Ada',
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
        archive: 'https://archive.example/<a>',
      },
    ],
    watch: [{ by: '2025-12-31', expect: 'A *rival* follows', outcome: 'happened' }],
    corrections: [{ date: '2025-10-01T00:00:00+00:00', note: 'The sum was wrong.' }],
  });
  expect(formatMarkdown(publication, addresses, brief, en)).toBe(
    [
      '# R1 \\*costs\\* \\[less\\]',
      '> The Chinese lab disclosed the figure in Nature. It is far below what U.S. rivals report.',
      'Fourfold · 18 September 2025 · Updated 19 September 2025 · AI-generated, reviewed by Ada',
      '![A \\[lab\\]](<https://fourfold.example/news/pictures/lab.jpg>)',
      'Ada \\*Example\\*',
      '## Key figures',
      '- **$294,000** cost',
      "## What's Happening?",
      'Text.',
      '## Sources',
      '- [A paper](<https://nature.com/a>), Nature, September 2025, seen on 18 September 2025, [archived copy](<https://archive.example/%3Ca%3E>)',
      '## What to watch',
      '- **By 31 December 2025** A \\*rival\\* follows · Happened.',
      '## Corrections',
      '- 1 October 2025: The sum was wrong.',
      '<https://fourfold.example/news/briefs/deepseek-r1/>\n',
    ].join('\n\n'),
  );
});

test('no name or title turns into a sign or a tag of Markdown', () => {
  const brief = briefSample({ title: 'AT&amp;T & R&D', ai: 'generated', reviewer: 'A <b>desk</b>' });
  const markdown = formatMarkdown(publication, addresses, brief, en);
  expect(markdown).toContain('# AT\\&amp;T & R&D\n');
  expect(markdown).toContain('reviewed by A \\<b\\>desk\\</b\\>');
});

test('what a brief has not is not there', () => {
  const markdown = formatMarkdown(publication, addresses, briefSample(), en);
  expect(markdown).not.toMatch(/Sources|Corrections|Key figures|AI/);
});

test('language models are told what the publication is, and where each brief is as text', () => {
  const text = formatLlms(publication, addresses, [briefSample()]);
  expect(text.startsWith('# Fourfold\n\n> The news in four parts.\n')).toBe(true);
  expect(text).toContain('](https://fourfold.example/news/briefs/deepseek-r1.md): The Chinese lab');
  expect(text).toContain('https://fourfold.example/news/briefs/index.json');
});
