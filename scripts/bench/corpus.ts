import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headingsFor, languageFor } from '../../src/languages/languages.ts';
import { site } from '../settings.ts';
import { randomOf } from './random.ts';
import { words, type SampleLanguage } from './words.ts';

/** Topics and authors of the briefs; the settings must declare the authors. */
export const corpusTopics = ['asia', 'world', 'europe', 'pacific', 'americas', 'africa'].flatMap((region) =>
  ['energy', 'health', 'climate', 'trade', 'space', 'oceans', 'courts', 'schools', 'cities', 'defence'].map(
    (subject) => `${subject}-${region}`,
  ),
);
export const corpusAuthors = Array.from({ length: 24 }, (_, at) => `author-${at}`);

/** Writes `count` briefs into a folder for each year. A number always produces the same text. */
export function writeCorpus(folder: string, count: number): void {
  for (let number = 0; number < count; number += 1) {
    const path = join(folder, corpusFile(number));
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, corpusBrief(number));
  }
}

/** Path of a brief in `briefs/`. */
export function corpusFile(number: number): string {
  return `${dateOf(number).slice(0, 4)}/${slugOf(number)}.md`;
}

/**
 * A realistic brief: 420 to 620 words (characters in Chinese), a quarter with a table, a fifth with footnotes, a fifth in
 * another language, half with figures, a third in a thread, with links to earlier ones.
 */
export function corpusBrief(number: number): string {
  const random = randomOf(number * 7919 + 1);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const lang = langOf(number);
  const language = languageFor(lang);
  const { actors, verbs, things, frames } = words[lang];
  const [space, stop] = lang === 'zh-Hans' ? ['', '。'] : [' ', '.'];
  const claim = (): string => [pick(actors), pick(verbs), pick(things)].join(space);
  // Names create the long tail of words in a real search index.
  const sentence = (): string => {
    const made = random() < 0.5 ? claim() + stop : pick<string>(frames).replace('{}', pick(things));
    const named = random() < 0.3 ? `${nameOf(random)}: ${made}` : made;
    return named.charAt(0).toUpperCase() + named.slice(1);
  };
  const paragraph = (): string => Array.from({ length: 2 + Math.floor(random() * 2) }, sentence).join(space);
  const extras = [
    ...(number % 4 === 1 ? [table(() => pick(things), () => pick(actors))] : []), // prettier-ignore
    ...(number > 20 ? [linkTo(number - 1 - Math.floor(random() * 20), claim())] : []),
  ];
  const sections = headingsFor(language, site).map((heading, at) => {
    const paragraphs = Array.from({ length: at === 3 ? 3 : 2 }, paragraph);
    const noted = number % 5 === 2 && at === 0 ? `${sentence()}[^1]` : sentence();
    return [`## ${heading}`, noted, ...paragraphs, ...(at === 1 ? extras : [])].join('\n\n');
  });
  const date = dateOf(number);
  const topics = [Math.floor(random() ** 2 * 60), Math.floor(random() * 60)].map((at) => corpusTopics[at]);
  const title = `${claim()} ${number}`;
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    `summary: ${JSON.stringify([`${claim()}${stop}`, `${claim()}${stop}`, ...(lang === 'zh-Hans' ? [sentence(), sentence()] : [])].join(space))}`,
    `date: ${date}`,
    `lang: ${lang}`,
    `topics: [${[...new Set(topics)].join(', ')}]`,
    ...(number % 3 === 0 ? [`authors: [${corpusAuthors[Math.floor(random() * 24)] ?? ''}]`] : []),
    `ai: ${pick(['none', 'assisted', 'generated'])}`,
    'sources:',
    ...[1, 2].map((at) => `  - title: ${JSON.stringify(claim())}\n    url: https://example.org/${number}/${at}\n    publisher: Example Press`), // prettier-ignore
    ...(number % 2 === 0 ? ['figures:', ...[0, 1].map(() => `  - value: "${Math.floor(random() * 900) + 1} m"\n    label: ${JSON.stringify(pick(things))}`)] : []), // prettier-ignore
    ...(number % 3 === 1 ? [`thread: ${threadOf(Math.floor(number / 30))}`] : []),
    ...(number % 6 === 0 ? ['watch:', `  - by: ${2031 + (number % 5)}-0${(number % 9) + 1}-15\n    expect: ${JSON.stringify(claim())}`] : []), // prettier-ignore
    ...(number % 40 === 7 ? ['corrections:', `  - date: ${date}\n    note: ${JSON.stringify(claim())}`] : []),
    '---',
    '',
    ...sections.flatMap((section) => [section, '']),
    ...(number % 5 === 2 ? [`[^1]: ${sentence()}`, ''] : []),
  ].join('\n');
}

/** Numbers are names, not dates: dates are spread. */
export function slugOf(number: number): string {
  return `brief-${String(number).padStart(6, '0')}`;
}

function langOf(number: number): SampleLanguage {
  return number % 10 === 3 ? 'ar' : number % 20 === 7 ? 'zh-Hans' : number % 20 === 17 ? 'es' : 'en';
}

/** Names different enough not to be reported as typos of each other. */
function threadOf(story: number): string {
  const random = randomOf(story + 1_000_003);
  return Array.from({ length: 4 }, () => nameOf(random).toLowerCase()).join('-');
}

/** One of about 150,000 names. */
function nameOf(random: () => number): string {
  const syllable = (): string => pickFrom('b d f g k l m n r s t v w z br st'.split(' ')) + pickFrom('a e i o u ei au'.split(' ')); // prettier-ignore
  const pickFrom = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? '';
  const name = syllable() + syllable() + pickFrom(['n', 'r', 's', 'lin', 'dor', 'mann']);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Spread over five years from 2021. */
function dateOf(number: number): string {
  const hours = (number * 7919) % (5 * 365 * 24);
  return new Date(Date.UTC(2021, 0, 1) + hours * 3_600_000).toISOString().replace('.000Z', '+00:00');
}

function table(cell: () => string, name: () => string): string {
  const rows = Array.from({ length: 4 }, () => `| ${name()} | ${cell()} | ${cell()} |`);
  return ['| | 2024 | 2025 |', '| --- | --- | --- |', ...rows].join('\n');
}

function linkTo(number: number, text: string): string {
  return `[${text}](../${dateOf(number).slice(0, 4)}/${slugOf(number)}.md)`;
}
