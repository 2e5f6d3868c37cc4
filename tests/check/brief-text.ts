import { check, type Checked } from '../../src/check/check.ts';
import { parse } from '../../src/markdown/parse.ts';
import type { Publication } from '../../src/brief/publication.ts';
import { publicationSample } from '../brief-sample.ts';

const headings = ["What's Happening?", "Why It's Important?", "What's Next?", 'Beyond the Headlines'];

const frontMatter = {
  title: 'A small bill',
  summary: 'The Chinese lab disclosed the figure in Nature. It is far below others.',
  date: '2025-09-18T09:00:00+08:00',
  topics: '[ai, chips]',
  ai: 'generated',
  sources: '[{ title: DeepSeek-R1, url: https://www.nature.com/ }]',
};

/** A valid brief as typed, with the given sections and fields. */
export function briefText(texts: readonly string[] = [], fields: Record<string, string> = {}): string {
  const lines = Object.entries({ ...frontMatter, ...fields }).map(([name, value]) => `${name}: ${value}\n`);
  const sections = headings.map((heading, at) => `\n## ${heading}\n\n${texts[at] ?? `Text ${at + 1}.`}\n`);
  return `---\n${lines.join('')}---\n${sections.join('')}`;
}

/** Parses and checks a text. */
export function checkText(text: string, publication: Publication = publicationSample()): Checked {
  return check(parse('briefs/small-bill.md', text, publication), publication);
}

/** The codes of all findings in a text. */
export function codesOf(text: string, publication?: Publication): string[] {
  return checkText(text, publication).diagnostics.map(({ code }) => code);
}
