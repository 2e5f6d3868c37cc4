import type { Body, Listing } from '../../src/brief/brief.ts';
import { sectionIds } from '../../src/brief/brief.ts';
import type { Language } from '../../src/languages/language.ts';
import { en } from '../../src/languages/en.ts';
import { zhHans } from '../../src/languages/zh-hans.ts';
import { ar } from '../../src/languages/ar.ts';
import { words, type SampleLanguage } from './words.ts';

/** A brief for cards; a number always produces the same one. */
export interface SampleBrief {
  readonly listing: Listing;
  readonly body: Body;
  readonly language: Language;
}

/** A fifth are in Arabic or Chinese, half have a key figure, and lengths are realistic. */
export function sampleBrief(number: number): SampleBrief {
  const language = number % 10 === 3 ? ar : number % 10 === 7 ? zhHans : en;
  const { actors, verbs, things } = words[language.code as SampleLanguage];
  const pick = (parts: readonly string[], by: number): string =>
    parts[Math.floor(number / by) % parts.length] ?? '';
  const title = `${pick(actors, 1)} ${pick(verbs, 6)} ${pick(things, 24)} ${number}`;
  const sentence = `${title}. `;
  const sections = sectionIds.map((id, at) => ({
    id,
    heading: language.headings[at] ?? '',
    html: { page: '', portable: '' },
    text: sentence.repeat(2 + ((number + at) % 5)).trim(),
    blocks: [{ kind: 'paragraph', text: sentence.repeat(2 + ((number + at) % 5)).trim() }],
  }));
  const listing: Listing = {
    slug: `sample-${number}`,
    firstSlug: `sample-${number}`,
    file: `briefs/sample-${number}.md`,
    words: 420,
    minutes: 2,
    next: sentence,
    digest: String(number),
    title,
    summary: sentence,
    date: '2025-09-18T09:00:00+00:00',
    topics: ['ai'],
    authors: [],
    ai: 'generated',
    reviewer: 'Standards desk',
    sources: [{ title: sentence, url: 'https://example.org/', publisher: 'Nature' }],
    figures: number % 2 === 0 ? [{ value: pick(things, 1).slice(0, 12), label: pick(actors, 2) }] : [],
    watch: [],
    corrections: [],
    lang: language.code,
    status: 'published',
    aliases: [],
  };
  return {
    listing,
    language,
    body: { sections: sections as never, notes: { page: '', portable: '' }, markdown: '' },
  };
}
