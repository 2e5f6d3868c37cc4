import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnosticsOfCards } from '../../src/build/card-diagnostics.ts';
import type { CardProblem } from '../../src/cards/problem.ts';
import { publicationSample } from '../brief-sample.ts';

let root = '';

const settings = `name: Ugarit 𐎜 News
topics: { ai: { name: A very long name } }
`;
const publication = publicationSample({
  name: 'Ugarit 𐎜 News',
  topics: { ai: { name: 'A very long name' } },
});
const brief = `---
title: "The cafe\\u0301 𐎜\\u039f"
summary: A summary.
topics: [ai]
reviewer: Desk of 𐎂
image: { src: ./a.png, alt: A, credit: By 𐎗 }
figures: [{ value: '1', label: of clay }, { value: 𐎜 tablets, label: read }]
---

## What's Happening?

A [link](https://example.org/𐎜) and **a 𐎜**.

## What's Next?

Written as &#x1039C; alone.
`;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'fourfold-problems-'));
  mkdirSync(join(root, 'briefs'));
  writeFileSync(join(root, 'briefs/_site.yaml'), settings);
  writeFileSync(join(root, 'briefs/a.md'), brief);
  writeFileSync(join(root, 'briefs/draft.md'), brief.replace('summary:', 'status: draft\nsummary:'));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** The file and the text at a problem's position. */
function placeOf(problem: Partial<CardProblem>, about = 'briefs/a.md'): string {
  const whole: CardProblem = { code: 'card-text', part: 'title', message: 'Unexpected', ...problem };
  const [found] = diagnosticsOfCards(root, publication, [
    { job: { file: '', input: {}, about }, problem: whole },
  ]);
  if (!found) return 'nothing';
  const text = found.file === about ? brief : settings;
  return `${found.file}: ${text.slice(found.range.start, found.range.end)}`;
}

test('what cards can do without is a warning where the settings say so, and only if the card was drawn', () => {
  const severityOf = (onCardError: 'error' | 'plain', isMade: boolean): string | undefined => {
    const problem: CardProblem = { code: 'card-text', part: 'title', message: 'Unexpected' };
    const job = { file: '', input: {}, about: 'briefs/a.md' };
    return diagnosticsOfCards(root, { ...publication, onCardError }, [{ job, problem, isMade }])[0]?.severity;
  };
  expect([severityOf('plain', true), severityOf('plain', false), severityOf('error', true)]).toEqual([
    'warning',
    'error',
    'error',
  ]);
});

test.each([
  ['title', '𐎜', 'briefs/a.md: 𐎜'],
  ['a title in which an escape stands for it', '\u039f', String.raw`briefs/a.md: "The cafe\u0301 𐎜\u039f"`],
  ['credit', '𐎗', 'briefs/a.md: 𐎗'],
  ['foot', '𐎜', 'briefs/_site.yaml: 𐎜'],
  ['foot', '𐎂', 'briefs/a.md: 𐎂'],
  ['text of section 1', '𐎜', 'briefs/a.md: 𐎜'],
  ['text of section 3', '𐎜', 'briefs/a.md: Written as &#x1039C;'],
  ['what is next', '𐎜', 'briefs/a.md: Written as &#x1039C;'],
  ['other figures', '𐎜', 'briefs/a.md: 𐎜'],
])('a character has its place in %s: %s', (named, character, place) => {
  const part = named.startsWith('a title') ? 'title' : named;
  expect(placeOf({ part, character })).toContain(place.slice(0, 30));
});

test('a character in a section is found in its words, not in an address before it', () => {
  const [found] = diagnosticsOfCards(root, publication, [
    {
      job: { file: '', input: {}, about: 'briefs/a.md' },
      problem: { code: 'card-text', part: 'text of section 1', message: '', character: '𐎜' },
    },
  ]);
  expect(found?.range.start).toBe(brief.indexOf('𐎜**'));
});

test('a text that is too long is reported where it is written: in the brief, or in the settings', () => {
  expect(placeOf({ part: 'topic' })).toBe('briefs/_site.yaml: A very long name');
  expect(placeOf({ part: 'foot' })).toBe('briefs/_site.yaml: Ugarit 𐎜 News');
  expect(placeOf({ part: 'image', code: 'card-size' })).toBe('briefs/a.md: ./a.png');
});

test('the advice is one that helps where the text stands', () => {
  const adviceOf = (part: string, character?: string): string | undefined => {
    const problem = { code: 'card-text', part, message: '', ...(character !== undefined && { character }) };
    const job = { file: '', input: {}, about: 'briefs/a.md' };
    return diagnosticsOfCards(root, publication, [{ job, problem }])[0]?.note?.text;
  };
  expect(adviceOf('title')).toMatch(/^Shorten the text, .*`cardTitle`/);
  expect(adviceOf('title', '𐎜')).toMatch(/^Replace the character, .*`cardTitle`/);
  expect(adviceOf('text of section 3', '𐎜')).toMatch(/^Replace the character\. .*`onCardError: plain`/);
  expect(adviceOf('text of section 3', '𐎜')).not.toContain('cardTitle');
});

test('a problem without a part of the card is reported at the title', () => {
  expect(placeOf({ part: 'card' })).toContain('briefs/a.md: "The cafe');
});

test('a problem of several cards is reported once, and in a draft as a warning', () => {
  const problem = { code: 'card-text', part: 'topic', message: 'Unexpected length' };
  const refusals = ['briefs/a.md', 'briefs/draft.md', 'briefs/a.md'].map((about) => ({
    job: { file: '', input: {}, about },
    problem,
  }));
  expect(diagnosticsOfCards(root, publication, refusals)).toMatchObject([{ severity: 'error' }]);
  expect(diagnosticsOfCards(root, publication, refusals.slice(1, 2))).toMatchObject([
    { severity: 'warning' },
  ]);
});
