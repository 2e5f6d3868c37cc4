import { expect, test } from 'vitest';
import { importText } from './import-sample.ts';

const texts = [
  'The board voted on Tuesday.',
  'Boats pay more.',
  'A vote follows in March.',
  'The fee last rose in 2009.',
];
const known = ["What's Happening?", "Why It's Important?", "What's Next?", 'Beyond the Headlines'];
const roman = ['I', 'II', 'III', 'IV'];

const forms: Readonly<Record<string, (heading: string, text: string, at: number) => string>> = {
  'numbered lines': (heading, text, at) => `${at + 1}. ${heading}\n${text}`,
  'numbered lines with blank lines': (heading, text, at) => `${at + 1}. ${heading}\n\n${text}`,
  'numbered bold lines': (heading, text, at) => `${at + 1}. **${heading}**\n   ${text}`,
  'numbered run-ins': (heading, text, at) => `${at + 1}. **${heading}:** ${text}`,
  'numbers in brackets': (heading, text, at) => `${at + 1}) ${heading}\n${text}`,
  'Roman numbers': (heading, text, at) => `${roman[at] ?? ''}. ${heading}\n${text}`,
  'Roman bold lines': (heading, text, at) => `**${roman[at] ?? ''}. ${heading}**\n\n${text}`,
  'plain lines': (heading, text) => `${heading}\n${text}`,
  'bold lines': (heading, text) => `**${heading}**\n\n${text}`,
  headings: (heading, text) => `## ${heading}\n\n${text}`,
  'numbered headings': (heading, text, at) => `## ${at + 1}. ${heading}\n\n${text}`,
};

const replaced: Readonly<Record<string, readonly [number, string][]>> = {
  fourth: [[3, 'What lies behind it all']],
  third: [[2, 'The calendar']],
  second: [[1, 'The stakes']],
  'second and fourth': [
    [1, 'The stakes'],
    [3, 'Something unknown'],
  ],
  'third and fourth': [
    [2, 'The calendar'],
    [3, 'Something unknown'],
  ],
};

const cases = Object.keys(forms).flatMap((form) =>
  Object.keys(replaced).flatMap((which) => ['a.md', 'a.txt'].map((file) => [form, which, file] as const)),
);

test.each(cases)('below %s, the %s section is known by its place in %s', async (form, which, file) => {
  const headings = known.map(
    (heading, at) => replaced[which]?.find(([place]) => place === at)?.[1] ?? heading,
  );
  const body = headings.map((heading, at) => forms[form]?.(heading, texts[at] ?? '', at)).join('\n\n');
  const title = file.endsWith('.md') ? '# A harbour fee' : 'A harbour fee';
  const { markdown } = await importText(`${title}\n\n${body}\n`, file);
  const sections = known.map((heading, at) => `## ${heading}\n\n${texts[at] ?? ''}`).join('\n\n');
  expect(markdown.replace(/^---\n[^]*?\n---\n\n/, '')).toBe(`${sections}\n`);
});

test.each([
  // Two of four are too few, and a list in a section is no heading.
  ["## One\n\nA.\n\n## What's Next?\n\nB.\n\n## Three\n\nC.", '## Three'],
  [
    `${known
      .slice(0, 3)
      .map((heading) => `## ${heading}\n\nA.`)
      .join('\n\n')}\n\n1. First point\n2. Second point`,
    '1. First point\n2. Second point',
  ],
  [
    `${known
      .slice(0, 3)
      .map((heading) => `**${heading}**\n\nA.`)
      .join('\n\n')}\n\n4. The fourth point is a sentence.`,
    '4. The fourth point',
  ],
])('%j names nothing by place', async (text, kept) => {
  const { markdown, report } = await importText(`# A harbour fee\n\n${text}\n`, 'a.md');
  expect(markdown.replaceAll('\\', '')).toContain(kept);
  expect(report.toFill).toContain('"Beyond the Headlines"');
});
