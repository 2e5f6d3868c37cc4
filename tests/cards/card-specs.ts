import type { Listing } from '../../src/brief/brief.ts';
import { en } from '../../src/languages/en.ts';
import type { Language } from '../../src/languages/language.ts';
import type { Logo, Publication } from '../../src/brief/publication.ts';
import { describeCard, type Card } from '../../src/cards/card.ts';
import type { CardSpec } from '../../src/cards/card-spec.ts';

export const publication: Publication = {
  name: 'Fourfold',
  address: 'https://example.org/news/',
  identity: { authority: 'example.org', year: 2025 },
  description: 'The news in four parts.',
  lang: 'en',
  timeZone: 'Europe/Berlin',
  authors: { ada: { name: 'Ada Lovelace' } },
  topics: {
    ai: { name: 'Artificial intelligence' },
    climate: { name: 'Climate', accent: { light: '#1f6b4a', dark: '#7fcfa6' } },
  },
  threads: {},
  pageSize: 10,
  feedSize: 50,
};

/** A logo of a shape, whose text is that of the colour in use. */
export function logoOf(ratio: number): Logo {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${100 * ratio} 100"><path fill="currentColor" d="M0 0h${100 * ratio}v100H0z"/></svg>`;
  return { svg, version: String(ratio), ratio };
}

export const listing: Listing = {
  slug: 'deepseek-r1',
  firstSlug: 'deepseek-r1',
  file: 'briefs/deepseek-r1.md',
  words: 420,
  minutes: 2,
  next: 'Rivals will be asked for comparable numbers.',
  digest: 'd1',
  title: 'DeepSeek puts R1’s training bill at $294,000',
  summary: 'The Chinese lab disclosed the figure in Nature.',
  date: '2025-09-18T09:00:00+02:00',
  topics: ['ai', 'climate'],
  authors: [],
  ai: 'generated',
  reviewer: 'Standards desk',
  sources: [],
  figures: [],
  watch: [],
  corrections: [],
  lang: 'en',
  status: 'published',
  aliases: [],
};

export const figures = [{ value: '$294,000', label: 'reported cost of training R1' }];

/** A language of the tests: English but for what cards take from it. */
export const arabic: Language = {
  ...en,
  code: 'ar',
  direction: 'rtl',
  headings: ['ماذا يحدث؟', 'لماذا يهم؟', 'ما التالي؟', 'ما وراء العناوين'],
  labels: {
    ...en.labels,
    aiGenerated: 'أُنشئ بالذكاء الاصطناعي',
    aiGeneratedReviewed: 'أُنشئ بالذكاء الاصطناعي وراجعه {reviewer}',
  },
};

export const chinese: Language = {
  ...en,
  code: 'zh',
  headings: ['发生了什么？', '为什么重要？', '接下来会怎样？', '标题之外'],
};

export function cardOf(changes: Partial<Listing> = {}, language: Language = en, house = publication): Card {
  return describeCard({ ...listing, ...changes }, house, language);
}

export function specOf(changes: Partial<Listing> = {}, language: Language = en): CardSpec {
  return cardOf(changes, language).spec;
}
