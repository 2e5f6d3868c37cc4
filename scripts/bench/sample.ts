import type { Body, Listing } from '../../src/brief/brief.ts';
import { sectionIds } from '../../src/brief/brief.ts';
import type { Language } from '../../src/languages/language.ts';
import { en } from '../../src/languages/en.ts';
import { zhHans } from '../../src/languages/zh-hans.ts';
import { ar } from '../../src/languages/ar.ts';

/** A brief for cards; a number always produces the same one. */
export interface SampleBrief {
  readonly listing: Listing;
  readonly body: Body;
  readonly language: Language;
}

const subjects = {
  en: ['The court', 'A Chinese laboratory', 'Parliament', 'The central bank', 'NASA', 'A group of 14 states'],
  ar: ['المحكمة', 'مختبر صيني', 'البرلمان', 'البنك المركزي', 'وكالة الفضاء', 'مجموعة من 14 دولة'],
  'zh-Hans': ['法院', '一家中国实验室', '议会', '中央银行', '美国航天局', '十四个国家'],
} as const;
const verbs = {
  en: ['puts the bill of its plan at', 'raises its forecast of sea level to', 'agrees to cut emissions by', 'delays its rules for models by'], // prettier-ignore
  ar: ['تقدّر كلفة خطتها بنحو', 'ترفع توقعاتها إلى', 'توافق على خفض الانبعاثات بنسبة', 'تؤجل قواعدها إلى'],
  'zh-Hans': ['公布其计划的成本为', '上调海平面预测至', '同意减排', '推迟其模型规则'],
} as const;
const objects = {
  en: ['$294,000', '33 minutes', '1.5 degrees', '42 billion euros', '7 per cent by 2030', 'two years'],
  ar: ['294,000 دولار', '33 دقيقة', '1.5 درجة', '42 مليار يورو', '7 في المئة', 'سنتين'],
  'zh-Hans': ['29.4万美元', '33分钟', '1.5度', '420亿欧元', '2030年前百分之七', '两年'],
} as const;

/** A fifth are in Arabic or Chinese, half have a key figure, and lengths are realistic. */
export function sampleBrief(number: number): SampleBrief {
  const language = number % 10 === 3 ? ar : number % 10 === 7 ? zhHans : en;
  const code = language.code as keyof typeof subjects;
  const pick = (words: readonly string[], by: number): string =>
    words[Math.floor(number / by) % words.length] ?? '';
  const title = `${pick(subjects[code], 1)} ${pick(verbs[code], 6)} ${pick(objects[code], 24)} ${number}`;
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
    figures:
      number % 2 === 0
        ? [{ value: pick(objects[code], 1).slice(0, 12), label: pick(subjects[code], 2) }]
        : [],
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
