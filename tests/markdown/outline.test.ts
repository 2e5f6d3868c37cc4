import { describe, expect, it } from 'vitest';
import { languages } from '../../src/languages/languages.ts';
import { isExact } from '../../src/markdown/outline.ts';
import { parse } from '../../src/markdown/parse.ts';
import type { Publication } from '../../src/brief/publication.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText, codesOf } from '../check/brief-text.ts';

function outlineOf(markdown: string, said: Partial<Publication> = {}) {
  const { outline } = parse(
    'briefs/small-bill.md',
    `---\nai: none\n---\n\n${markdown}\n`,
    publicationSample(said),
  );
  return outline.map(({ section, exact }) => ({ section, exact }));
}

function germanFor(line: string): string {
  const [en, de] = ['en', 'de'].map(
    (wanted) => languages.find(({ code }) => code === wanted)?.headings ?? [],
  );
  return de?.[en?.findIndex((heading) => isExact(line.slice(3), heading)) ?? 0] ?? '';
}

describe('a heading', () => {
  it.each([
    ["## What's Happening?", 0],
    ['## What’s Happening?', 0],
    ['## What&rsquo;s Happening?', 0],
    ["##   Why It's   Important?  ##", 1],
    ["What's Next?\n------------", 2],
    ['## Beyond the Headlines', 3],
  ])('written as %j opens its section', (markdown, section) => {
    expect(outlineOf(markdown)).toEqual([{ section, exact: true }]);
  });

  it.each([
    ["## What's happening?", 0],
    ["## WHAT'S HAPPENING", 0],
    ['## What Is Happening?', 0],
    ["# What's Happening?", 0],
    ["### What's Happening?", 0],
    ["###### What's Happening?", 0],
    ["## What's *Happening*?", 0],
    ["## What's Happening?[^1]\n\n[^1]: Note", 0],
    ["## [What's Happening?](https://example.com/)", 0],
    ['## Why Is It Important', 1],
    ["## 2. Why It's Important?", 1],
    ["## Why It's Importent?", 1],
    ["What's Next\n===========", 2],
    ["## What's Next?!", 2],
    ['## Beyond The Headlines:', 3],
    [
      '## 接下来会怎样?'.replace(
        '接下来会怎样?',
        languages.find(({ code }) => code === 'ja')?.headings[2] ?? '',
      ),
      2,
    ],
  ])('written as %j is nearly that of its section', (markdown, section) => {
    expect(outlineOf(markdown)).toEqual([{ section, exact: false }]);
  });

  it.each(['## Something Else', '# A Title', "## What's New?", '##', '## 🙂', '## 背景'])(
    'written as %j opens no section',
    (markdown) => {
      expect(outlineOf(markdown)).toEqual([{ section: undefined, exact: false }]);
    },
  );

  it.each([
    '### Background',
    '###### 1',
    "> ## What's Next?",
    "- ## What's Next?",
    "    ## What's Next?",
    "#What's Next?",
  ])('written as %j is the text’s own affair', (markdown) => {
    expect(outlineOf(markdown)).toEqual([]);
  });

  it.each(languages)('in $code is found in its language and named in every other', ({ code, headings }) => {
    const markdown = headings.map((heading) => `## ${heading}`).join('\n\n');
    expect(outlineOf(markdown, { lang: code })).toEqual(
      [0, 1, 2, 3].map((section) => ({ section, exact: true })),
    );
    const other = code === 'en' ? 'de' : 'en';
    expect(outlineOf(markdown, { lang: other }).map(({ section }) => section)).toEqual([0, 1, 2, 3]);
    expect(outlineOf(markdown, { lang: other }).some(({ exact }) => exact)).toBe(false);
  });

  it('determines the language of a brief with unreadable fields', () => {
    const german = briefText().replace(/## .*/g, (line) => `## ${germanFor(line)}`);
    const broken = german.replace('title:', 'title: [');
    expect(codesOf(broken)).toEqual(['front-matter-syntax']);
  });

  it('built into a language is wrong if the publication has its own', () => {
    const publication = publicationSample({ headings: { en: ['Now', 'Why', 'Next', 'Beyond'] } });
    expect(codesOf(briefText(), publication)).toEqual(Array(4).fill('section-heading'));
    const renamed = briefText()
      .replace(/## What's H.*/, '## Now')
      .replace(/## Why.*/, '## Why');
    const both = renamed.replace(/## What's N.*/, '## Next').replace(/## Bey.*/, '## Beyond');
    expect(codesOf(both, publication)).toEqual([]);
    expect(codesOf(`${both}\n## Beyond the Headlines\n\nMore.\n`, publication)).toContain('section-heading');
  });
});

describe('the writing of a heading', () => {
  it.each([
    ["What's Next?", 'What’s Next?'],
    ['Whatʼs Next?', 'What’s Next?'],
    ['Que se passe-t-il\u00a0?', 'Que se passe-t-il\u202f?'],
    ['Que\u0301', 'Qué'],
  ])('%j is the same as %j', (one, other) => {
    expect(isExact(one, other)).toBe(true);
  });

  it.each([
    ['What’s Next', 'What’s Next?'],
    ['What’s next?', 'What’s Next?'],
    ['Que se passe-t-il?', 'Que se passe-t-il ?'],
    ['What”s Next?', 'What’s Next?'],
  ])('%j is not the same as %j', (one, other) => {
    expect(isExact(one, other)).toBe(false);
  });
});
