import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { cardFormats, type CardFormat } from '../../src/brief/card-formats.ts';
import { sectionIds, type Body, type Listing } from '../../src/brief/brief.ts';
import { ar } from '../../src/languages/ar.ts';
import { en } from '../../src/languages/en.ts';
import { hi } from '../../src/languages/hi.ts';
import { ja } from '../../src/languages/ja.ts';
import type { Language } from '../../src/languages/language.ts';
import { zhHans } from '../../src/languages/zh-hans.ts';
import {
  describeCard,
  describeCarousel,
  describeTallCards,
  publicationCardOf,
  type Card,
} from '../../src/cards/card.ts';
import { designOf, designVersions } from '../../src/cards/card-spec.ts';
import { compile } from '../../src/check/compile.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';
import { figures, listing, publication } from './card-specs.ts';
import { drawWhole } from './drawn.ts';

/*
 * Each template in each script, as a person has looked at it: half as wide as it is drawn. `UPDATE_GOLDEN=1` draws them anew;
 * look at every one before you keep it.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = fileURLToPath(new URL('golden', import.meta.url));
/** Of all pixels: what another processor's rounding may change, and no letter is so small. */
const tolerance = 0.001;

interface Writing {
  readonly language: Language;
  readonly title: string;
  /** One sentence of running text. */
  readonly text: string;
}

const rightToLeft: Language = { ...en, direction: 'rtl' };
const writings: Record<string, Writing> = {
  latin: { language: en, title: 'DeepSeek puts R1’s training bill at $294,000', text: 'The bill was small.' },
  vietnamese: {
    language: { ...en, code: 'vi' },
    title: 'Việt Nam đẩy nhanh chuyển đổi số: Ế ẩm',
    text: 'Ế ẩm.',
  },
  greek: { language: { ...en, code: 'el' }, title: 'Η Ελλάδα εγκρίνει νόμο για το κλίμα', text: 'Ἀθῆναι.' },
  cyrillic: {
    language: { ...en, code: 'ru' },
    title: 'Россия и Китай договорились о газе',
    text: 'Договор.',
  },
  arabic: { language: ar, title: 'كلفة تدريب نموذج R1 (294,000 دولار)', text: 'كانت الكلفة قليلة.' },
  hebrew: {
    language: { ...rightToLeft, code: 'he' },
    title: 'בית המשפט קבע: חשפה (R1) 294,000',
    text: 'שָׁלוֹם.',
  },
  devanagari: { language: hi, title: 'सर्वोच्च न्यायालय ने क्षत्रिय सरकार को निर्देश दिया', text: 'लागत कम थी।' },
  thai: { language: { ...en, code: 'th' }, title: 'รัฐบาลไทยประกาศแผนป้องกันน้ำท่วมป้ำใหม่', text: 'น้ำท่วม' },
  simplified: { language: zhHans, title: '深度求索公布R1训练成本：29.4万美元', text: '成本很低。' },
  traditional: {
    language: { ...en, code: 'zh-TW' },
    title: '深度求索公布R1訓練成本：29.4萬美元',
    text: '成本很低。',
  },
  japanese: { language: ja, title: '政府が新しい法律を可決、透明性を義務づける', text: '費用は少なかった。' },
  korean: {
    language: { ...en, code: 'ko' },
    title: '한국은행, 기준금리를 2.5%로 인하하기로 결정했다',
    text: '비용은 적었다.',
  },
  signs: { language: en, title: 'CO₂ ≥ 1\u202f000 → ½: ∑ π² 🚀 👨‍👩‍👧 🇩🇪 non\u2011profit', text: '𝕏 ∈ ℝ.' },
};

const image = {
  file: 'briefs/pictures/dimorphos-orbit.png',
  src: '/pictures/dimorphos-orbit-4aeb0068a918.png',
  alt: 'An orbit',
  credit: 'Fourfold',
  width: 1,
  height: 1,
  sources: [],
};

function cardsIn(name: string, { language, title, text }: Writing): [string, Card][] {
  const brief = {
    ...listing,
    title,
    lang: language.code,
    sources: [{ title: text, url: 'https://example.org/' }],
  };
  const named = (label: string, card: Card | undefined): [string, Card][] =>
    card ? [[`${name}-${label}`, card]] : [];
  const link = (changes: Partial<Listing>): Card =>
    describeCard({ ...brief, ...changes }, publication, language);
  const slides =
    describeCarousel({ ...brief, ...bodyOf(text, language) }, publication, language)?.slides ?? [];
  const basic = [
    ...named('headline', link({})),
    ...named('figure', link({ figures })),
    ...named('section', slides[1]),
    ...named('sources', slides[5]),
  ];
  if (name !== 'latin' && name !== 'arabic') return basic;
  const dark = { ...publication, cards: { theme: 'dark' as const } };
  const tall = [{}, { figures }, { image }].flatMap((changes, at) =>
    describeTallCards({ ...brief, ...changes }, at === 1 ? dark : publication, language).flatMap((card) =>
      named(`${card.spec.format}-${card.spec.template}`, card),
    ),
  );
  const expected = { watch: [{ by: '2026-06-30', expect: 'Rivals publish what they pay' }] };
  const days = [link(expected), ...describeTallCards({ ...brief, ...expected }, publication, language)]
    .filter(({ spec }) => spec.format === 'link' || spec.format === 'portrait')
    .flatMap((card) => named(`${card.spec.format}-expectation`, card));
  const own = publicationCardOf({ ...publication, lang: language.code }, language.code);
  return [...basic, ...named('image', link({ image })), ...named('publication', own), ...days, ...tall];
}

function bodyOf(text: string, language: Language): Body {
  const html = { page: '', portable: '' };
  const [first, second, third, fourth] = sectionIds.map((id, at) => {
    return {
      id,
      heading: language.headings[at] ?? '',
      html,
      text: Array(4)
        .fill(text)
        .join(/。$/.test(text) ? '' : ' '),
      blocks: [
        {
          kind: 'paragraph' as const,
          text: Array(4)
            .fill(text)
            .join(/。$/.test(text) ? '' : ' '),
        },
      ],
    };
  });
  if (!first || !second || !third || !fourth) throw new Error('there are four sections');
  return { sections: [first, second, third, fourth], notes: html, markdown: '' };
}

/** Every form that a section's text may have on slides. */
const forms = [
  `The plan has two parts:

- [x] Close the plants
- [ ] Pay the workers, all of them, until the end of the year

It was agreed in this order:

1. Coal
2. Oil

<Quote who="Dustin Moody, NIST">

We were surprised ourselves.

</Quote>`,
  `<Figure value="44" label="countries without malaria" />

### What it costs

<Chart type="bar" title="Spending" unit="million euros" data="Infrastructure: 12345, Agriculture: 999, Health: 5020" />`,
  `Coal went fast.

<Chart type="line" title="Coal’s share of electricity" unit="%" data="2012: 40, 2015: 22, 2018: 5, 2020: 1.8, 2023: 1" />`,
  `| Country | Unemployment | Inflation | Population | Government | Constitution |
| --- | --: | --: | --: | --- | --: |
| Germany | 3.4% | 2.2% | 83,000,000 | coalition | 1949 |
| France | 7.4% | 1.1% | 68,000,000 | minority | 1958 |

Both are *estimates*.`,
];

async function slidesOfForms(): Promise<[string, Card][]> {
  const file = { file: 'briefs/a.mdx', text: briefText(forms) };
  const { compiled } = await compile(file, publicationSample({ lang: 'en' }), [], () => Promise.reject(new Error('no image'))); // prettier-ignore
  if (!compiled) throw new Error('Expected a brief without errors');
  const { slides = [] } = describeCarousel({ ...listing, ...compiled.body }, publication, en) ?? {};
  return slides.slice(1, -1).map((card, at) => [`forms-slide-${at + 2}`, card]);
}

const cards = Object.entries(writings)
  .flatMap(([name, writing]) => cardsIn(name, writing))
  .concat(await slidesOfForms());

test.each(cards)('%s looks as it did', async (name, { spec }) => {
  const { bytes } = await drawWhole(spec, root);
  const half = sharp(bytes).resize({ width: 600 });
  const path = join(folder, `${name}.png`);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, await half.clone().png({ palette: true, compressionLevel: 9 }).toBuffer());
  }
  const { data, info } = await half.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const golden = await sharp(readFileSync(path)).ensureAlpha().raw().toBuffer();
  const different = pixelmatch(golden, data, undefined, info.width, info.height, { threshold: 0.15 });
  expect(different / (info.width * info.height)).toBeLessThan(tolerance);
});

/** For each format the version of its design and a digest of its golden images, as they were when it was raised. */
const versionsFile = fileURLToPath(new URL('golden-versions.json', import.meta.url));

test.each(Object.keys(cardFormats) as CardFormat[])(
  'golden images of the format %s change only with the version of its design: networks keep a card by its address',
  (format) => {
    const version = designVersions[designOf(format)];
    const names = cards.flatMap(([name, { spec }]) => (spec.format === format ? [name] : [])).sort();
    const digest = createHash('sha256');
    for (const name of names) digest.update(name).update(readFileSync(join(folder, `${name}.png`)));
    const kept = JSON.parse(readFileSync(versionsFile, 'utf8')) as Record<string, unknown>;
    const now = { version, digest: digest.digest('hex') };
    const isRaised = (kept[format] as { version: number } | undefined)?.version !== version;
    if (process.env['UPDATE_GOLDEN'] === '1' && isRaised)
      writeFileSync(versionsFile, `${JSON.stringify({ ...kept, [format]: now }, undefined, 2)}\n`);
    else expect(now).toEqual(kept[format]);
  },
);

test('every golden image is of a card', () => {
  expect(existsSync(folder)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(cards.map(([name]) => `${name}.png`).sort());
});
