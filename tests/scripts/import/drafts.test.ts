import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBriefs } from '../../../scripts/import.ts';
import type { JsonResult } from '../../../scripts/import/import-result.ts';
import { runCommand } from '../run-command.ts';
import { copyScripts, removeBriefs } from '../script-project.ts';
import { changeSettings } from '../../settings-file.ts';
import { draftFixtures, type DraftFixture } from './draft-fixtures.ts';
import { importText } from './import-sample.ts';

/** With `--date --topic --ai`; a draft that states a date of its own is imported without the first. */
const date = '2026-03-02';
const options = ['--topic', 'roads', '--ai', 'generated'];

describe('the drafts, imported by the command', () => {
  const root = copyScripts();
  const fixtures = draftFixtures().filter(({ name }) => !isForm(name));
  const results = new Map<string, { exitCode: number; missing: readonly unknown[]; text: string }>();

  beforeAll(async () => {
    const [dated = [], undated = []] = [true, false].map((is) =>
      fixtures.filter(({ brief }) => !brief.includes(`date: ${date}`) === is),
    );
    // Link cards are checked too, those of the fewer: to draw all takes half of the time.
    changeSettings(root, { cards: { newest: 0 } });
    await importAll('dated', dated, options);
    changeSettings(root, { cards: false });
    await importAll('undated', undated, [...options, '--date', date]);
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  async function importAll(folder: string, drafts: readonly DraftFixture[], given: readonly string[]) {
    removeBriefs(root);
    mkdirSync(join(root, folder));
    const names = drafts.map(({ file }, at) => `${at}-${file}`);
    for (const [at, { text }] of drafts.entries()) writeFileSync(join(root, folder, names[at] ?? ''), text);
    const { out } = await runCommand(importBriefs, root, [folder, ...given, '--json'], {
      environment: { BRIEFS_NOW: '2026-03-03T00:00:00Z' },
    });
    const { documents } = JSON.parse(out) as { documents: JsonResult[] };
    for (const { from, exitCode, file, missing } of documents) {
      const { name = from } = drafts[names.indexOf(basename(from))] ?? {};
      const text = file === null ? '' : readFileSync(join(root, file), 'utf8');
      results.set(name, { exitCode, missing, text });
    }
  }

  test.each(fixtures)('$name becomes its brief with no hand work', ({ name, brief }) => {
    expect(results.get(name)).toEqual({ exitCode: 0, missing: [], text: brief });
  });

  test('without options, a draft that does not say them waits for a person, who is told each', async () => {
    const silent = fixtures.filter(({ name }) => /: (?:courtesy|fence|other-names)/.test(name));
    expect(silent.length).toBeGreaterThan(20);
    await importAll('silent', silent, []);
    for (const { name } of silent) {
      const { exitCode, missing, text = '' } = results.get(name) ?? {};
      const fields = (missing as JsonResult['missing']).map(({ message }) => /"(\w+)"/.exec(message)?.[1]);
      expect([name, exitCode, fields.toSorted()]).toEqual([name, 3, ['ai', 'date', 'topics']]);
      expect(text).toMatch(/^---\n[^]*^status: draft\n---\n/m);
    }
  });
});

/** Forms of drafts whose check and cards add nothing to those of the others. */
function isForm(name: string): boolean {
  return name.startsWith('forms: ');
}

test.each(draftFixtures().filter(({ name }) => isForm(name)))(
  '$name becomes its brief',
  async ({ file, text, brief }) => {
    const { markdown } = await importText(text, file, {
      topics: ['roads'],
      stated: { date, ai: 'generated' },
    });
    expect(markdown).toBe(brief);
  },
);

const sections = ["What's Happening?", "Why It's Important?", "What's Next?", 'Beyond the Headlines'];
const body = sections.map((heading) => `## ${heading}\n\nA sentence of it.`).join('\n\n');
const summary = 'The council voted on Monday to close the bridge for two years.';

test.each([
  ['03/04/2026', '2026-04-03', '2026-03-04'],
  ['12-11-2025', '2025-11-12', '2025-12-11'],
])('the date %s is asked for and never guessed', async (date, one, other) => {
  const { markdown, report } = await importText(`---\ntitle: A\ndate: ${date}\n---\n\n${body}`, 'a.md');
  expect(markdown).toContain('status: draft');
  expect(markdown).not.toContain('\ndate:');
  expect(report.questions.map(({ text }) => text).join()).toContain(`${one} or ${other}`);
});

test.each([
  ['September 18, 2025', '2025-09-18'],
  ['Thursday, 18th September 2025', '2025-09-18'],
  ['18. September 2025', '2025-09-18'],
  ['1er mars 2025', '2025-03-01'],
  ['18 de septiembre de 2025', '2025-09-18'],
  ['18 सितंबर 2025', '2025-09-18'],
  ['١٨ سبتمبر ٢٠٢٥', '2025-09-18'],
  ['2025年9月18日', '2025-09-18'],
  ['30/11/2026', '2026-11-30'],
  ['11/30/2026', '2026-11-30'],
  ['3.4.2026', '2026-04-03'],
])('the date %s is %s', async (given, date) => {
  const { markdown } = await importText(`---\ntitle: A\ndate: ${given}\n---\n\n${body}`, 'a.md');
  expect(markdown).toContain(`\ndate: ${date}\n`);
});

test.each(['author: ChatGPT', 'authors: [Claude]', 'byline: Gemini', 'ai_generated: true'])(
  '"%s" labels the brief as generated',
  async (line) => {
    const { markdown } = await importText(`---\ntitle: A\n${line}\n---\n\n${body}`, 'a.md');
    expect(markdown).toContain('\nai: generated\n');
  },
);

test.each([
  ['a.pdf', '%PDF-1.7\n', 'a .pdf file'],
  ['', '%PDF-1.7\n', 'this is a PDF file'],
  ['a.rtf', String.raw`{\rtf1 Text}`, 'a .rtf file'],
  ['', String.raw`{\rtf1 Text}`, 'this is an RTF file'],
  ['a.eml', 'From: a\n', 'a .eml file'],
  ['', 'From: A <a@example.org>\nSubject: B\nMIME-Version: 1.0\n\nText.\n', 'this is an e-mail'],
  ['a.xyz', body, 'a .xyz file'],
  ['a.json', '{"title": "A"}', 'its data has no sections'],
])('the file "%s" that begins with "%s" is refused', async (file, text, reason) => {
  await expect(importText(text, file)).rejects.toThrow(reason);
});

test('a text in a language without headings asks for them', async () => {
  const russian =
    'Городской совет в понедельник проголосовал за закрытие моста на два года, сообщила мэрия города.';
  const { markdown, report } = await importText(body.replaceAll('A sentence of it.', russian), 'a.md');
  expect(markdown).toContain('status: draft');
  expect(report.questions[0]?.text).toMatch(/Russian.*`headings:` in briefs\/_site\.yaml/);
});

test.each([
  ["I've kept it short and neutral, as you asked me to, and I used only public sources."],
  ['Disclaimer: This article was generated by an AI language model and may contain errors.'],
  ['Let me know whether the tone of this brief suits the readers of your newsletter.'],
])('the summary is never "%s"', async (line) => {
  const { draft } = await importText(`# A bridge\n\n${line}\n\n${summary}\n\n${body}`, 'a.md');
  expect(draft.frontMatter?.values).toMatchObject({ summary });
});
