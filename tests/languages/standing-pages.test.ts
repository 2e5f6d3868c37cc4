import { describe, expect, test } from 'vitest';
import { checkPage } from '../../src/check/check-page.ts';
import { languages } from '../../src/languages/languages.ts';
import { isWritten, writeStandingPages, type StandingFacts } from '../../src/languages/standing-pages.ts';
import { parse } from '../../src/markdown/parse.ts';
import { publicationSample } from '../brief-sample.ts';

/** Every part of Markdown, MDX and YAML that a name could be taken for. */
const hostile = "1. 'Ann' {x} <b>*O'Hara* _& `Co` [a](b) ~#1~ | \"Desk\": no";

const facts: StandingFacts = {
  publication: publicationSample({
    name: hostile,
    description: `- ${hostile}.`,
    editor: { name: hostile, email: 'o_hara*(1)@news.test' },
    feedback: { kind: 'form', endpoint: 'https://votes.test/f' },
    ai: 'assisted',
  }),
  email: 'o_hara*(1)@news.test',
  host: 'GitHub Pages',
};

const pagesOf = (more: Partial<StandingFacts> = {}): [string, string][] =>
  Object.entries(writeStandingPages({ ...facts, ...more })).flatMap(([slug, text]) =>
    text === undefined ? [] : [[slug, text]],
  );

describe.each(languages)('the standing pages in $code', ({ code, standing, headings, labels }) => {
  const publication = { ...facts.publication, lang: code };

  test('have no problem and show names as they are written', () => {
    const pages = pagesOf({ publication });
    expect(pages.map(([slug]) => slug)).toEqual(['about', 'ai', 'contact', 'privacy']);
    for (const [slug, text] of pages) {
      const draft = parse(`briefs/_pages/${slug}.mdx`, text, publication);
      const { fields, diagnostics } = checkPage(draft, publication);
      expect(diagnostics, text).toEqual([]);
      expect(fields?.title).toBe(standing[slug as keyof typeof standing].title);
      expect(text).not.toMatch(/\{(?!x)\w+\}/);
    }
    const [about = '', , contact = ''] = pages.map(([, text]) => text);
    for (const heading of headings) expect(about).toContain(heading);
    expect(contact).toContain('(mailto:o_hara*%281%29@news.test)');
  });

  test('say only what the answers say', () => {
    const quiet = publicationSample({ lang: code, feedback: 'none', search: false, name: 'The Quarter' });
    const pages = new Map(pagesOf({ publication: quiet, email: undefined, host: undefined }));
    expect([...pages.keys()]).toEqual(['about', 'ai', 'privacy']);
    const all = [...pages.values()].join('\n');
    const { usual } = standing.ai;
    const { mail, form, host, search } = standing.privacy;
    const unsaid = [...Object.values(usual), mail, form, host, search, labels.responsible];
    for (const sentence of unsaid) {
      const [longest = ''] = sentence.split(/\{\w+\}/).sort((a, b) => b.length - a.length);
      expect(all).not.toContain(longest);
    }
    expect(all).not.toContain('mailto:');
  });
});

test('a page is one that setup wrote until somebody changes it, whatever the line ends', () => {
  for (const [, text] of pagesOf()) {
    expect(isWritten(text)).toBe(true);
    expect(isWritten(text.replaceAll('\n', '\r\n'))).toBe(true);
    expect(isWritten(text.replace('---\n\n', '---\n\nOurs. '))).toBe(false);
    expect(isWritten(text.replace(/^title: .*$/m, 'title: Ours'))).toBe(false);
    expect(isWritten(text.replace(/^setup: .*\n/m, ''))).toBe(false);
  }
});
