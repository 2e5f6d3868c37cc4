import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { answersOf, askForSetup, problemOf, tidy, type SetupAnswers } from '../../scripts/setup-questions.ts';
import { publicationSample } from '../brief-sample.ts';

const enter = '\r';
const down = '\u001b[B';
const escape = '\u0003';

/** The answers from typed keys, question by question. */
async function answer(keys: readonly (readonly string[])[], offered: Partial<SetupAnswers> = {}) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 100, rows: 24 });
  let screen = '';
  output.on('data', (chunk: Buffer) => (screen += chunk.toString()));
  const given = { ...answersOf(publicationSample(), 'keep'), ...offered };
  const asked = askForSetup(given, { input, output });
  for (const typed of keys) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    for (const key of typed) input.write(key);
  }
  return { given, answers: await asked, screen };
}

const accepted = Array.from({ length: 10 }, () => [enter]);

describe('the questions of npm run setup', () => {
  test('suggest the current values, each accepted with a key', async () => {
    const { given, answers, screen } = await answer([...accepted, [enter]]);
    expect(answers).toEqual(given);
    for (const words of [
      'What is the publication called?',
      'Who is responsible',
      'Remove the sample briefs?',
    ]) {
      expect(screen).toContain(words);
    }
  });

  test('accept typed text and a choice', async () => {
    const { given, answers } = await answer(
      [[' again', enter], ...accepted.slice(1, 9), [down, enter], [enter]],
      {
        host: 'github-pages',
      },
    );
    expect(answers).toEqual({ ...given, name: `${given.name} again`, host: 'cloudflare' });
  });

  test('say what is wrong with an answer, and ask again', async () => {
    const { answers, screen } = await answer([
      [enter],
      ['?', enter],
      ['\u007f', enter],
      ...accepted.slice(2),
      [enter],
    ]);
    expect(screen).toContain('Unexpected address');
    expect(answers).toBeDefined();
  });

  test('change nothing when they are broken off', async () => {
    expect((await answer([[enter], [escape]])).answers).toBeUndefined();
  });

  test.each([
    ['address', ' https://news.example ', 'https://news.example/'],
    ['address', 'https://news.example/briefs', 'https://news.example/briefs/'],
    ['address', 'https://news.example/?a', 'https://news.example/?a'],
    ['name', ' The Quarter ', 'The Quarter'],
  ] as const)('tidy for %s: %j', (field, given, tidied) => {
    expect(tidy(field, given)).toBe(tidied);
  });

  test.each([
    ['feedback', 'desk@news.example', undefined],
    ['feedback', '/votes', undefined],
    ['feedback', 'https://votes.example/f', undefined],
    ['feedback', 'votes', 'Expected an email address'],
    ['feedback', 'javascript:alert(1)', 'Expected an email address'],
    ['editorEmail', 'desk', 'Expected an email address'],
    ['editor', '', undefined],
    ['editor', 'Standards desk', undefined],
    ['colour', '', undefined],
    ['description', '', 'Unexpected empty value'],
    ['lang', 'en_US', 'Unexpected language "en_US": write "en-US"'],
    ['lang', 'Deutsch', 'write "de"'],
    ['lang', 'tlh', 'expected one that the site speaks'],
    ['timeZone', 'Europe/Berlim', 'did you mean "Europe/Berlin"?'],
    ['host', 'toString', 'Expected one of github-pages'],
  ] as const)('take or refuse for %s: %j', (field, given, problem) => {
    if (problem === undefined) expect(problemOf(field, given)).toBeUndefined();
    else expect(problemOf(field, given)).toContain(problem);
  });
});
