import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { importBriefs } from '../../scripts/import.ts';
import type { JsonResult } from '../../scripts/import/import-result.ts';
import { runCommand, type CommandRun } from './run-command.ts';
import { copyScripts, removeBriefs } from './script-project.ts';

const root = copyScripts();
const briefs = join(root, 'briefs');
const options = ['--date', '2026-01-01', '--topic', 'ai', '--ai', 'generated'];

beforeEach(() => {
  removeBriefs(root);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A model's answer as it comes. */
function answer({
  title = 'The harbour bridge closes',
  second = 'It carries half of the harbour’s traffic.',
} = {}): string {
  return `# ${title}

The council voted on Monday to close the bridge for two years, and ferries take its place.

## What's Happening?

The council [voted on Monday](https://example.org/vote) to close the bridge for two years.

## Why It's Important?

${second}

## What's Next?

Work starts in May.

## Beyond the Headlines

The bridge is ninety years old.

## Sources

- [The council's vote](https://example.org/vote)
`;
}

async function run(
  input: string,
  given: readonly string[] = [],
  moment = '2026-01-02T00:00:00Z',
): Promise<CommandRun> {
  return runCommand(importBriefs, root, ['-', ...options, ...given], {
    input,
    environment: { BRIEFS_NOW: moment },
  });
}

async function resultOf(input: string, given: readonly string[] = []): Promise<JsonResult> {
  const { out, code, errors } = await run(input, ['--json', ...given]);
  expect(errors).toBe('');
  const { exitCode, documents } = JSON.parse(out) as { exitCode: number; documents: JsonResult[] };
  expect(exitCode).toBe(code);
  expect(documents).toHaveLength(1);
  return documents[0] as JsonResult;
}

/** A model's answer as data. */
const dataOf = (title: string, second = 'It carries half of the traffic.') => ({
  title,
  summary: 'The council voted on Monday to close the bridge for two years, and ferries take its place.',
  whats_happening: 'The council voted on Monday to close the bridge.',
  why_its_important: second,
  whats_next: 'Work starts in May.',
  beyond_the_headlines: 'The bridge is ninety years old.',
  sources: [{ title: 'Vote', url: 'https://example.org/vote' }],
});

const read = (slug: string): string => readFileSync(join(briefs, `${slug}.md`), 'utf8');
const there = (): string[] => readdirSync(briefs).filter((name) => !name.startsWith('_'));

describe('a good answer', () => {
  test('becomes a brief that passes check, and the result says where each field is from', async () => {
    const result = await resultOf(answer());
    expect(result).toMatchObject({
      from: 'standard input',
      exitCode: 0,
      file: 'briefs/the-harbour-bridge-closes.md',
      slug: 'the-harbour-bridge-closes',
      reason: null,
      missing: [],
      warnings: [],
    });
    expect(result.found).toContainEqual({
      name: 'date',
      value: '2026-01-01',
      confidence: 'high',
      reason: 'from the option',
    });
    expect(result.found).toContainEqual({
      name: "What's Next?",
      confidence: 'high',
      reason: `from "What's Next?"`,
    });
    expect(result.guessed).toContainEqual({
      name: 'summary',
      value: 'The council voted on Monday to close the bridge for two years, and ferries take its place.',
      confidence: 'medium',
      reason: 'from the paragraph before the sections',
    });
    expect(read('the-harbour-bridge-closes')).not.toContain('status');
  });

  test('has what the options say, in place of what it says itself', async () => {
    const front =
      '---\ntitle: A draft\ndate: 2020-01-01\nai: none\nsources:\n  - title: One\n    url: https://example.org/1\n---\n\n';
    const given = ['--title', 'A bridge closes', '--slug', 'bridge', '--source', 'Two https://example.org/2', '--source', 'https://example.org/3/']; // prettier-ignore
    const result = await resultOf(front + answer().replace(/^# .*\n/, ''), [...given, '--dry-run']);
    const valueOf = (name: string): unknown => result.found.find((each) => each.name === name)?.value;
    expect(valueOf('title')).toBe('A bridge closes');
    expect(valueOf('date')).toBe('2026-01-01');
    expect(valueOf('ai')).toBe('generated');
    expect(valueOf('sources')).toEqual([
      { title: 'One', url: 'https://example.org/1' },
      { title: 'Two', url: 'https://example.org/2' },
      { title: 'example.org/3', url: 'https://example.org/3/' },
      { title: "The council's vote", url: 'https://example.org/vote' },
    ]);
    expect(result.removed.flatMap(({ what, text }) => (what.startsWith('field') ? [text] : []))).toEqual([
      'title: A draft',
      'date: 2020-01-01',
      'ai: none',
    ]);
    expect(result.slug).toBe('bridge');
    expect(there()).toEqual([]);
  });
});

describe('an answer that needs a person', () => {
  test('becomes a draft, with every problem and its place', async () => {
    const result = await resultOf(answer({ second: 'TODO' }));
    expect(result).toMatchObject({ exitCode: 3, file: 'briefs/the-harbour-bridge-closes.md' });
    expect(result.missing).toEqual([
      expect.objectContaining({
        code: 'placeholder-text',
        severity: 'warning',
        message: 'Replace the placeholder "TODO" with the text it stands for',
      }),
    ]);
    const text = read('the-harbour-bridge-closes');
    const line = result.missing[0]?.start.line ?? 0;
    expect(text.split('\n')[line - 1]).toBe('TODO');
    expect(text).toMatch(/^---\n[^]*^status: draft\n---\n/m);
  });

  test('is a draft too if only the other briefs make it wrong', async () => {
    expect((await run(answer())).code).toBe(0);
    const link = 'It carries [traffic](./no-such-brief.md).';
    const result = await resultOf(answer({ title: 'Ferries take its place', second: link }));
    expect(result.exitCode).toBe(3);
    expect(result.missing.map(({ code }) => code)).toEqual(['brief-missing']);
    expect(read('ferries-take-its-place')).toContain('\nstatus: draft\n');
  });

  test('is replaced by a better answer to the same question', async () => {
    const named = ['--slug', 'bridge', '--update'];
    expect((await resultOf(answer({ second: 'TODO' }), named)).exitCode).toBe(3);
    const second = await resultOf(answer({ title: 'A bridge closes' }), named);
    expect(second).toMatchObject({ exitCode: 0, slug: 'bridge', kept: [] });
    expect(there()).toEqual(['bridge.md']);
    expect(read('bridge')).not.toContain('status');
  });
});

test('what is no brief is refused, and nothing is written', async () => {
  const result = await resultOf(' \n');
  expect(result).toMatchObject({ exitCode: 1, file: null, reason: 'it contains no text' });
  expect(there()).toEqual([]);
});

describe('--update', () => {
  const earlier = (status = ''): string =>
    `---\ntitle: The harbour bridge\nsummary: The council voted on Monday to close the bridge for two years.\ndate: 2025-12-01\ntopics: [ai]\nai: assisted\nreviewer: Ada\nthread: harbour\ncorrections:\n  - date: 2025-12-02\n    note: The vote was on Monday.\naliases: [old-bridge]\n${status}---\n\n${answer().slice(answer().indexOf('## What'))}`;

  test('keeps slug, date, corrections and aliases of the brief that it finds by an old name', async () => {
    writeFileSync(join(briefs, 'harbour-bridge.md'), earlier());
    const result = await resultOf(answer(), ['--slug', 'old-bridge', '--update']);
    expect(result).toMatchObject({ exitCode: 0, slug: 'harbour-bridge' });
    expect(result.kept).toEqual(['date', 'thread', 'corrections', 'aliases']);
    const text = read('harbour-bridge');
    expect(text).toContain('title: The harbour bridge closes\n');
    expect(text).toContain('date: 2025-12-01\nupdated: 2026-01-01T00:00:00+00:00\n');
    expect(text).toContain('note: The vote was on Monday.\n');
    expect(text).toContain('aliases: [old-bridge]\n');
    expect(text).not.toContain('Ada');
    // The same answer again changes nothing.
    await run(answer(), ['--slug', 'harbour-bridge', '--update'], '2026-02-02T00:00:00Z');
    expect(read('harbour-bridge')).toBe(text);
    expect(there()).toEqual(['harbour-bridge.md']);
  });

  test('never unpublishes a brief, and never brings back one that was withdrawn', async () => {
    writeFileSync(join(briefs, 'bridge.md'), earlier());
    const worse = await resultOf(answer({ second: 'TODO' }), ['--slug', 'bridge', '--update']);
    expect(worse).toMatchObject({ exitCode: 1, file: null });
    expect(worse.reason).toMatch(/^briefs\/bridge.md is published and stays as it is, .*TODO/);
    expect(worse.missing.map(({ code }) => code)).toEqual(['placeholder-text']);
    expect(read('bridge')).toBe(earlier());
    const notice = 'status: withdrawn\nwithdrawn:\n  date: 2026-01-01\n  reason: It was wrong.\n';
    writeFileSync(join(briefs, 'bridge.md'), earlier(notice));
    const again = await resultOf(answer(), ['--slug', 'bridge', '--update']);
    expect(again.reason).toBe('briefs/bridge.md was withdrawn: give the new brief another name with --slug');
    writeFileSync(join(briefs, 'map.mdx'), 'Text.');
    expect((await resultOf(answer(), ['--slug', 'map', '--update'])).reason).toContain(
      'map.mdx has components',
    );
  });
});

test('runs at the same time lose nothing', async () => {
  const titles = ['One bridge closes', 'Two bridges close', 'One bridge closes', 'Three bridges close'];
  const runs = await Promise.all(titles.map((title) => run(answer({ title }))));
  // The second of the same name is refused, and says so.
  expect(runs.map(({ code }) => code).toSorted()).toEqual([0, 0, 0, 1]);
  expect(runs.map(({ errors }) => errors).join('')).toContain('one-bridge-closes.md already exists');
  expect(there()).toHaveLength(3);
  expect(existsSync(join(briefs, 'three-bridges-close.md'))).toBe(true);
});

describe('several briefs in one answer', () => {
  const three = [dataOf('A bridge closes'), dataOf('A tunnel opens', 'TODO'), dataOf('A ferry sails')];

  test.each([
    ['one a line', three.map((each) => JSON.stringify(each)).join('\n')],
    ['an array', JSON.stringify(three, undefined, 2)],
    ['a list below a key', JSON.stringify({ briefs: three })],
    ['an array in a code block', `Here are the briefs:\n\n\`\`\`json\n${JSON.stringify(three)}\n\`\`\`\n`],
  ])('become a file each, with a result each and the worst exit code: %s', async (_, input) => {
    const { out, code } = await run(input, ['--json']);
    const { documents } = JSON.parse(out) as { documents: JsonResult[] };
    expect(code).toBe(3);
    expect(documents.map(({ from, exitCode, file }) => [from, exitCode, file])).toEqual([
      ['standard input, brief 1 of 3', 0, 'briefs/a-bridge-closes.md'],
      ['standard input, brief 2 of 3', 3, 'briefs/a-tunnel-opens.md'],
      ['standard input, brief 3 of 3', 0, 'briefs/a-ferry-sails.md'],
    ]);
    expect(there().toSorted()).toEqual(['a-bridge-closes.md', 'a-ferry-sails.md', 'a-tunnel-opens.md']);
    expect(documents[0]?.removed.map(({ text }) => text)).toEqual(input.startsWith('Here') ? ['Here are the briefs:'] : []); // prettier-ignore
  });

  test('are refused one by one, and the others are written', async () => {
    const [first, , last] = three.map((each) => JSON.stringify(each));
    const { out, errors, code } = await run(`${first}\n{"title": "Cut off, "s\n{"title": "A"}\n${last}\n`);
    expect(code).toBe(1);
    expect(out).toContain('2 of 4 documents became briefs.');
    expect(errors).toContain('standard input, brief 2 of 4: this line is not JSON\n');
    expect(errors).toContain('standard input, brief 3 of 4: its data has no sections of a brief');
    expect(there().toSorted()).toEqual(['a-bridge-closes.md', 'a-ferry-sails.md']);
  });

  test('cannot all have one title or slug, and none is written', async () => {
    const { errors, code } = await run(JSON.stringify(three), ['--slug', 'bridge']);
    expect(code).toBe(1);
    expect(errors).toContain('it has 3 briefs, expected one, since --slug is for one');
    expect(there()).toEqual([]);
  });
});
