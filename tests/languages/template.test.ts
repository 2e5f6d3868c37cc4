import { describe, expect, it, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { countGraphemes } from '../../src/brief/segment.ts';
import { languageFor, languages } from '../../src/languages/languages.ts';
import { parse } from '../../src/markdown/parse.ts';
import { placeholderMark, placeholdersFor, template } from '../../src/languages/template.ts';
import { publicationSample } from '../brief-sample.ts';

const brief = {
  title: 'A small bill',
  lang: 'en',
  topics: ['ai', 'chips'],
  date: '2025-09-18T09:00:00+00:00',
};

/** Findings in a text, except those about placeholders. */
function codesOf(text: string): string[] {
  const publication = publicationSample();
  const { diagnostics } = check(parse('briefs/small-bill.md', text, publication), publication);
  return diagnostics.map(({ code }) => code).filter((code) => code !== 'placeholder');
}

test('a new brief has the fields that a writer needs, and a text to replace in each section', () => {
  expect(template(brief, publicationSample())).toBe(`---
title: A small bill
summary: ✎ What is the story about? Answer in one or two sentences, 40 to 300 characters.
date: 2025-09-18T09:00:00+00:00
status: draft
topics: [ai, chips]
ai: # none, assisted or generated
sources:
  - title: ✎ Name of the article, paper or document
    url: https://
---

## What's Happening?

✎ Who did what, when and where, and who says so?

## Why It's Important?

✎ Whom does it concern, and what changes for them?

## What's Next?

✎ What is expected, by whom and by when?

## Beyond the Headlines

✎ What is the larger question behind the news?
`);
});

describe('a new brief', () => {
  it('without topics names those to choose from, if there are any', () => {
    const lineIn = (publication = publicationSample()): string | undefined =>
      /^topics:.*$/m.exec(template({ ...brief, topics: [] }, publication))?.[0];
    expect(lineIn()).toMatch(/^topics: \[\] # \S/);
    expect(lineIn(publicationSample({ topics: {} }))).toBe('topics: []');
  });

  it('is wrong only in what its writer has to say: who wrote it, and where it is from', () => {
    expect(codesOf(template(brief, publicationSample()))).toEqual(['field-missing', 'field-url']);
    expect(codesOf(template({ ...brief, ai: 'generated' }, publicationSample()))).toEqual(['field-url']);
    expect(codesOf(template({ ...brief, topics: [] }, publicationSample()))).toContain('field-missing');
  });

  it.each(languages)(
    'in $code has its headings, and a summary and texts in that language',
    ({ code, headings }) => {
      const publication = publicationSample();
      const text = template({ ...brief, lang: code }, publication);
      const draft = parse('briefs/a.md', text, publication);
      expect(draft.outline.map(({ section, exact }) => [section, exact])).toEqual(
        [0, 1, 2, 3].map((at) => [at, true]),
      );
      expect(draft.language.code).toBe(code);
      expect(codesOf(text)).toEqual(['field-missing', 'field-url']);
      expect(text).toContain(`## ${headings[3].replaceAll('’', "'")}\n`);
    },
  );

  it('names its language only if it is not the publication’s', () => {
    expect(template({ ...brief, lang: 'de' }, publicationSample())).toContain('\nlang: de\n');
    expect(template({ ...brief, lang: 'de' }, publicationSample({ lang: 'de' }))).not.toContain('lang:');
  });

  it('has the publication’s own headings', () => {
    const publication = publicationSample({ headings: { en: ['Now', 'Why', 'Next', 'Beyond'] } });
    expect(template(brief, publication).match(/^## .*/gm)).toEqual([
      '## Now',
      '## Why',
      '## Next',
      '## Beyond',
    ]);
  });

  it('shows the default label, and never one that was not stated', () => {
    expect(template(brief, publicationSample())).toContain('\nai: #');
    expect(template(brief, publicationSample({ ai: 'generated' }))).toContain('\nai: generated\n');
    expect(template({ ...brief, ai: 'none' }, publicationSample({ ai: 'generated' }))).toContain(
      '\nai: none\n',
    );
  });

  it('offers the topics of the publication, if none is given', () => {
    const topics = { ai: { name: 'AI' }, law: { name: 'Law' } };
    expect(template({ ...brief, topics: [] }, publicationSample({ topics }))).toContain(
      '\ntopics: [] # ai, law\n',
    );
  });

  it.each(['Yes: no', '"Quoted" # not', '[a]', '512', "it's\n two\tlines", '- a', '\ud800'])(
    'has the title %j as it was said, on one line',
    (title) => {
      const publication = publicationSample();
      const { frontMatter } = parse('briefs/a.md', template({ ...brief, title }, publication), publication);
      expect(frontMatter?.values).toMatchObject({ title: title.toWellFormed().replace(/\s+/g, ' ') });
    },
  );
});

describe('the placeholders', () => {
  it.each(languages)('in $code are all different, and recognised by their mark', (language) => {
    const { summary, sections, source } = placeholdersFor(language);
    const texts = [summary, ...sections, source];
    expect(new Set(texts).size).toBe(6);
    for (const text of texts) {
      expect(text.startsWith(`${placeholderMark} `)).toBe(true);
    }
    expect(countGraphemes(summary)).toBeGreaterThanOrEqual(40);
    expect(countGraphemes(summary)).toBeLessThanOrEqual(300);
    if (language.code !== 'en') expect(texts).not.toContain(placeholdersFor(languageFor('en')).summary);
  });
});
