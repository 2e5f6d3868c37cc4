import type { Publication } from '../brief/publication.ts';
import { everyWord, type Words } from '../brief/words.ts';

/** What ships as a sample and must not be published in another's name. A sample that got a text of its own is none. */
export const samples = {
  address: 'https://fourfold.example/',
  name: 'Fourfold',
  description: {
    en: 'The news in four parts: what is happening, why it matters, what comes next, and what lies beyond the headlines.',
    es: 'La actualidad en cuatro partes: qué está pasando, por qué es importante, qué viene ahora y qué hay más allá de los titulares.',
    ar: 'الأخبار في أربعة أجزاء: ماذا يحدث، ولماذا يهم الأمر، وما التالي، وما وراء العناوين.',
    'zh-Hans': '分四部分读新闻：发生了什么、为何重要、接下来如何，以及新闻之外。',
  },
  /** The shape of the icon. */
  icon: 'M0 0h24v24H0zM13 2v9h9V2zM2 13v9h9v-9zM13 13v9h9v-9z',
  /** Titles of the briefs, by file. */
  briefs: {
    'change-6-far-side-samples.md': '嫦娥六号样品首次定年：月球背面28亿年前仍有火山活动',
    'dart-asteroid-deflection.md': 'NASA’s DART shortened an asteroid’s orbit by 33 minutes',
    'deepseek-r1-training-cost.md': 'DeepSeek puts R1’s training bill at $294,000, base model not included',
    'egypt-malaria-free.md': 'مصر خالية من الملاريا بعد نحو قرن من المكافحة',
    'eu-ai-act-timetable.mdx': 'Europe’s AI Act is in force. Most of it applies later',
    'first-year-above-1-5-degrees.mdx': '2024 was probably the first calendar year above 1.5 °C',
    'high-seas-treaty.md': 'A treaty for the two-thirds of the ocean that no one owns',
    'nist-post-quantum-standards.mdx': 'NIST sets the first three standards for post-quantum cryptography',
    'uk-last-coal-power-station.mdx': 'Britain burns its last coal for electricity',
    'ultima-central-de-carbon-britanica.md': 'Gran Bretaña quema su último carbón para producir electricidad',
    'who-pandemic-agreement.md': 'The world adopts a pandemic agreement, with its hardest page still blank',
  },
  /** Pictures of those briefs, by the brief that shows each. */
  pictures: {
    'pictures/dimorphos-orbit.png': 'dart-asteroid-deflection.md',
    'pictures/ratcliffe-cooling-towers.png': 'uk-last-coal-power-station.mdx',
  },
  /** Descriptions of topics and threads, by slug. */
  topics: {
    ai: 'What machines that learn can do, what they cost, and what the law makes of them.',
    chips: 'The processors that everything runs on: who makes them, who may buy them, and what they can do.',
    climate: {
      en: 'How fast the world is warming, what that does, and what is being done about it.',
      es: 'Con qué rapidez se calienta el planeta, qué consecuencias tiene y qué se hace al respecto.',
    },
    economy: 'Prices, work, trade and money, and the decisions that move them.',
    energy: {
      en: 'Where power comes from, what it costs, and what takes the place of coal, oil and gas.',
      es: 'De dónde viene la energía, cuánto cuesta y qué sustituye al carbón, al petróleo y al gas.',
    },
    health: {
      en: 'Diseases, and what keeps people from them: medicine, vaccines and public health.',
      ar: 'الأمراض وما يقي الناس منها: الطب واللقاحات والصحة العامة.',
    },
    law: 'Treaties, laws and rulings: what they ask, of whom, and from when.',
    oceans: 'The seas and what lives in them, and the rules for waters that nobody owns.',
    space: {
      en: 'What spacecraft and telescopes find out about the solar system and all that lies beyond it.',
      'zh-Hans': '航天器和望远镜带来的发现：太阳系，以及太阳系之外的一切。',
    },
    technology: 'Software, networks and the standards that they rest on.',
  },
  threads: {
    treaties:
      'Agreements that the world’s states have adopted, and what each still needs before it binds anyone.',
  },
} as const satisfies Samples;

interface Samples {
  readonly address: string;
  readonly name: string;
  readonly description: Words;
  readonly icon: string;
  readonly briefs: Readonly<Record<string, string>>;
  readonly pictures: Readonly<Record<string, string>>;
  readonly topics: Readonly<Record<string, Words>>;
  readonly threads: Readonly<Record<string, Words>>;
}

/** Whether a text of the settings is still the sample in one of its languages. */
export function isSampleWords(words: Words, sample: Words): boolean {
  return everyWord(words).some((text) => everyWord(sample).includes(text));
}

/** Whether this is the sample publication itself. */
export function isSamplePublication({ name, address }: Pick<Publication, 'name' | 'address'>): boolean {
  return name === samples.name && new URL(address).hostname === new URL(samples.address).hostname;
}

/** The slugs of the topics or threads that are still the samples. */
export function sampleGroups(publication: Publication, kind: 'topics' | 'threads'): string[] {
  const shipped: Readonly<Record<string, Words>> = samples[kind];
  return Object.entries(publication[kind])
    .filter(([slug, { description = {} }]) => isSampleWords(description, shipped[slug] ?? {}))
    .map(([slug]) => slug);
}

/** Whether the text of `briefs/<file>` is still the sample, which its title tells. */
export function isSampleBrief(file: string, text: string): boolean {
  const title = (samples.briefs as Readonly<Record<string, string>>)[file];
  return title !== undefined && titleLine.exec(text)?.[1]?.replaceAll(/^'|'$/g, '') === title;
}

/** Whether `public/favicon.svg` is still the sample, in whatever colour. */
export function isSampleIcon(svg: string): boolean {
  return svg.includes(samples.icon);
}

/** The line of a brief's title. */
export const titleLine = /^title: *(.*?) *$/m;
