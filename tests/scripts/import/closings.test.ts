import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withoutEdges } from '../../../scripts/import/edges.ts';
import { headingsFor, languageFor, writtenHeading } from '../../../src/languages/languages.ts';
import { namesFor } from '../../../src/languages/recognise-headings.ts';
import { publicationSample } from '../../brief-sample.ts';
import { cleanBriefs } from '../../clean-texts.ts';

const folder = new URL('../../fixtures/closings/', import.meta.url);
const publication = publicationSample();
const names = namesFor(publication);

/** A draft whose last section ends with a paragraph. */
const draftOf = (lang: string, last: string): string =>
  `# 12 %\n\n${headingsFor(languageFor(lang), publication)
    .map((heading) => `## ${writtenHeading(heading)}\n\n12 %.`)
    .join('\n\n')}\n\n${last}`;

function left(text: string): string {
  return withoutEdges(text, names, () => {}).trim();
}

describe.each(readdirSync(folder).map((file) => file.slice(0, -4)))('at the end of a draft in %s', (lang) => {
  const [, spoken = '', written = ''] = readFileSync(new URL(`${lang}.txt`, folder), 'utf8').split(
    /^# .*\n/m,
  );
  const sources = `## ${languageFor(lang).labels.sources}\n\n- https://example.org/a`;

  test.each(spoken.trim().split('\n'))('a program says: %s', (line) => {
    const draft = draftOf(lang, '').trim();
    expect(left(draftOf(lang, line))).toBe(draft);
    expect(left(draftOf(lang, `---\n\n*${line}*`))).toBe(draft);
    expect(left(draftOf(lang, `${line}\n\n${sources}`))).toBe(`${draft}\n\n${sources}`);
  });

  test.each(written.trim().split('\n'))('a brief says: %s', (line) => {
    for (const draft of [draftOf(lang, line), draftOf(lang, `${line}\n\n${sources}`)])
      expect(left(draft)).toBe(draft);
  });
});

test('nothing of a clean text is taken for what a program says, wherever it stands', () => {
  const passages = cleanBriefs.flatMap(({ file, text }) => {
    const lang = /^briefs\/clean-(.+)-\d+\.md$/.exec(file)?.[1] ?? '';
    const body = text.replace(/^---\n[^]*?\n---\n/, '');
    return body
      .split(/\n\n+/)
      .filter((passage) => passage.trim() !== '' && !passage.startsWith('#'))
      .map((passage) => [lang, passage.trim()] as const);
  });
  const unique = [...new Map(passages.map((each) => [each[1], each])).values()];
  const lost = unique.filter(
    ([lang, passage]) => left(draftOf(lang, passage)) !== draftOf(lang, passage).trim(),
  );
  expect(lost).toEqual([]);
});

test('what a program says directly below a list goes, and the list stays', () => {
  const list = draftOf('en', '- It pays.\n- I-95 closes.');
  for (const line of ['Would you like me to shorten it?', '(Word count: 1,234)'])
    expect(left(`${list}\n${line}\n`)).toBe(list);
  const said = draftOf('en', '- It pays.\n- Would you like me to stay? is the title.');
  expect(left(said)).toBe(said);
});

test.each([
  'Best,\nTom',
  'Kind regards\n\nTom Baker\nNews desk, +44 20 7946 0000',
  'Mit freundlichen Grüßen\nEva Maier',
  'Sent from my iPhone',
  '**Related**\n\n- Who pays for the dredger?\n- When does the port open?',
  'People also ask\nWho pays?\nWhen does it open?',
])('what a mail program or the page of a chat adds goes: %j', (added) => {
  expect(left(draftOf('en', added))).toBe(draftOf('en', '').trim());
});

test.each([
  'Best,\nTom said that it would open, and that nobody would pay for it.',
  'Related\n\nThe port opens in May.',
])('what only begins like it stays: %j', (text) => {
  expect(left(draftOf('en', text))).toBe(draftOf('en', text));
});

test('a long line of signs is read in linear time', () => {
  for (const line of [`${'='.repeat(100_000)} x`, `${'- '.repeat(50_000)}x`, '（'.repeat(100_000)]) {
    const before = process.cpuUsage();
    left(draftOf('en', line));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2);
  }
});
