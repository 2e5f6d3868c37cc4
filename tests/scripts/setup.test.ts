import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import {
  answersOf,
  problemOf,
  readAnswer,
  tidy,
  withOwnDescription,
  withoutSamples,
  type SetupAnswers,
} from '../../scripts/setup-answers.ts';
import { addressOfRemote, addressToOffer, hostOf, isExample } from '../../scripts/setup-hosts.ts';
import { askForSetup } from '../../scripts/setup-questions.ts';
import { samples } from '../../src/build/samples.ts';
import { publicationSample } from '../brief-sample.ts';

const enter = '\r';
const down = '\u001b[B';
const escape = '\u0003';

const onGitHub = 'https://owner.github.io/news/';

/** With an answer to every question. */
const complete = { editor: 'Ann', editorEmail: 'ann@news.test', feedback: 'desk@news.test' };

/** The answers from typed keys, question by question. */
async function answer(
  keys: readonly (readonly string[])[],
  offered: Partial<SetupAnswers> = {},
  hasSamples = true,
) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 100, rows: 24 });
  let screen = '';
  output.on('data', (chunk: Buffer) => (screen += chunk.toString()));
  const given = { ...answersOf(publicationSample(), 'other'), ...complete, ...offered };
  const offer = (host: SetupAnswers['host'], address: string): string =>
    addressToOffer(host, address, onGitHub);
  const asked = askForSetup(given, offer, { input, output }, hasSamples);
  for (const typed of keys) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    for (const key of typed) input.write(key);
  }
  return { given, answers: await asked, screen };
}

const accepted = Array.from({ length: 12 }, () => [enter]);

describe('the questions of npm run setup', () => {
  test('do not mention samples where there are none', async () => {
    const { given, answers, screen } = await answer(accepted, {}, false);
    expect(answers).toEqual(given);
    expect(screen).not.toContain('sample');
  });

  test('suggest the current values, each accepted with a key, and explain themselves', async () => {
    const { given, answers, screen } = await answer([...accepted, [enter]]);
    expect(answers).toEqual(given);
    for (const words of [
      'What is the publication called?',
      'Shown on every page',
      'May readers answer “Do you find this article useful?”',
      'By email it needs no server.',
      'Remove the sample briefs?',
    ]) {
      expect(screen).toContain(words);
    }
  });

  test('accept typed text and a choice', async () => {
    const { given, answers } = await answer(
      [[down, enter], ['https://news.org', enter], [' again', enter], ...accepted.slice(3), [enter]],
      { host: 'github-pages' },
    );
    expect(answers).toEqual({
      ...given,
      host: 'cloudflare',
      address: 'https://news.org/',
      name: `${given.name} again`,
    });
  });

  test('derive the address from the host and the repository', async () => {
    const { answers } = await answer([...accepted, [enter]], { host: 'github-pages' });
    expect(answers?.address).toBe(onGitHub);
  });

  test('offer a correction of what is nearly right, and ask again if something else is meant', async () => {
    const typed = [[enter], [enter], [enter], [enter], [enter]];
    const end = [...accepted.slice(6), [enter]];
    const right = await answer([...typed, ['x', enter], [enter], ...end]);
    expect(right.screen).toContain('Did you mean Etc/UTC?');
    expect(right.answers?.timeZone).toBe('Etc/UTC');
    const other = await answer([...typed, ['x', enter], [down, enter], ['\u007f', enter], ...end]);
    expect(other.answers?.timeZone).toBe('Etc/UTC');
  });

  test('need no email address where nobody is named, and none where readers may not answer', async () => {
    const keys = [...accepted.slice(0, 9), [down, enter], [enter]];
    const { answers } = await answer(keys, { editor: '', editorEmail: 'x@news.test' });
    expect(answers).toMatchObject({ editor: '', editorEmail: '', feedback: '' });
  });

  test('say what is wrong with an answer, and ask again', async () => {
    const delete7 = Array.from({ length: 7 }, () => '\u007f');
    const { answers, screen } = await answer(
      [[enter], [enter], [...delete7, 'https://a.org', enter], ...accepted.slice(2), [enter]],
      { address: 'nowhere', host: 'server' },
    );
    expect(screen).toContain('Unexpected address');
    expect(answers?.address).toBe('https://a.org/');
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
    ['timeZone', 'Europe/Berlim', 'Europe/Berlin'],
    ['timeZone', 'berlin', 'Europe/Berlin'],
    ['timeZone', 'New York', 'America/New_York'],
    ['lang', 'Deutsch', 'de'],
    ['lang', 'en_US', 'en-US'],
    ['address', 'news.org', 'https://news.org/'],
    ['address', 'https://News.org/a?b#c', 'https://news.org/a/'],
    ['colour', 'B3321B', '#b3321b'],
    ['colour', '#abc', '#aabbcc'],
    ['host', 'GitHub', 'github-pages'],
    ['host', 'netlfy', 'netlify'],
    ['ai', 'asisted', 'assisted'],
    ['samples', 'removed', 'remove'],
  ] as const)('read for %s: %j as %j', (field, typed, value) => {
    expect(readAnswer(field, typed)).toEqual({ value, isGuess: true });
  });

  test.each([
    ['timeZone', 'Berlin or Paris'],
    ['lang', 'tlh'],
    ['address', 'news'],
    ['colour', 'green'],
    ['host', ''],
  ] as const)('guess nothing for %s: %j', (field, typed) => {
    expect(readAnswer(field, typed)).toEqual({ value: typed, isGuess: false });
  });

  test('ask for the name and the description again while they are the sample’s', () => {
    const answers = answersOf(publicationSample({ name: 'Fourfold' }), 'other');
    expect(withoutSamples(answers).name).toBe('');
    expect(withoutSamples({ ...answers, name: 'The Quarter' }).name).toBe('The Quarter');
  });

  test('that nobody was asked for leave no sample text behind: the name stands in for a description', () => {
    const sample = answersOf(
      publicationSample({ name: 'The Quarter', description: samples.description }),
      'other',
    );
    expect(withOwnDescription(sample).description).toBe('The Quarter');
    expect(withOwnDescription({ ...sample, description: 'The quarter’s news.' }).description).toBe('The quarter’s news.'); // prettier-ignore
    // The sample publication itself keeps its own.
    expect(withOwnDescription({ ...sample, name: samples.name }).description).toBe(sample.description);
  });

  test.each([
    ['git@github.com:Owner/news.git', 'https://owner.github.io/news/'],
    ['https://github.com/Owner/news', 'https://owner.github.io/news/'],
    ['https://x:token@github.com/owner/news.site.git', 'https://owner.github.io/news.site/'],
    ['ssh://git@ssh.github.com:443/owner/news.git\n', 'https://owner.github.io/news/'],
    ['https://github.com/Owner/owner.github.io.git', 'https://owner.github.io/'],
    ['https://gitlab.com/owner/news', undefined],
    ['/srv/git/news', undefined],
  ])('make of the remote %j the address %s', (remote, address) => {
    expect(addressOfRemote(remote)).toBe(address);
  });

  test.each([
    ['https://fourfold.example/', true],
    ['https://a.fourfold.example:80/x', true],
    ['desk@news.example', true],
    ['fourfold.example', true],
    ['https://example.org/', false],
    ['https://news.org/example', false],
    ['https://news-example.org/', false],
    ['/votes', false],
  ])('take %s for an example: %s', (address, expected) => {
    expect(isExample(address)).toBe(expected);
  });

  test.each([
    ['https://o.github.io/n/', '', 'github-pages'],
    ['https://n.pages.dev/', '', 'cloudflare'],
    ['https://news.org/', 'The pages are delivered by Netlify.', 'netlify'],
    ['https://news.org/', '', 'other'],
  ])('find the host of %s with %j: %s', (address, page, host) => {
    expect(hostOf(address, page)).toBe(host);
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
