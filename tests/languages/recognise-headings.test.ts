import { describe, expect, it, test } from 'vitest';
import {
  normalizeName,
  namesFor,
  recognise,
  recognisePrefix,
  recogniseHeading,
  type Part,
} from '../../src/languages/recognise-headings.ts';
import { languages } from '../../src/languages/languages.ts';

const names = namesFor({});

/** Every name of every part, with its language. */
const all = languages.flatMap(({ code, headings, labels, headingAliases: drafts }) => {
  return [
    ...headings.map((name, part) => ({ code, name, part: part as Part })),
    ...drafts.sections.flatMap((each, part) => each.map((name) => ({ code, name, part: part as Part }))),
    ...[labels.story, ...drafts.story].map((name) => ({ code, name, part: 'story' as const })),
    ...[labels.sources, ...drafts.sources].map((name) => ({ code, name, part: 'sources' as const })),
  ];
});

describe('the name of a part', () => {
  test('is known in every language, several names for each section', () => {
    for (const { headingAliases } of languages) {
      const { sections } = headingAliases;
      expect(Math.min(...sections.map(({ length }) => length))).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(all)('$name ($code) means one part in all languages', ({ code, name, part }) => {
    expect(recognise(name, names)).toMatchObject({ part });
    expect(recognise(name, names)?.languages).toContain(code);
    expect(
      new Set(
        all.filter((other) => normalizeName(other.name) === normalizeName(name)).map((other) => other.part),
      ).size,
    ).toBe(1);
  });
});

describe('a line is a heading', () => {
  it.each<[string, Part]>([
    ["What's Happening?", 0],
    ['What’s Happening?', 0],
    ['WHATʼS HAPPENING', 0],
    ['What is happening', 0],
    ['  what’s   happening ?  ', 0],
    ["1. What's Happening?", 0],
    ["(1) What's Happening?", 0],
    ["I. What's Happening?", 0],
    ["a) What's Happening?", 0],
    ["1️⃣ What's Happening?", 0],
    ["① What's Happening?", 0],
    ["Section 1: What's Happening?", 0],
    ["🔎 What's Happening?", 0],
    ["— What's Happening? —", 0],
    ["## What's Happening?", 0],
    ['**Why It Matters:**', 1],
    ['WHY IT MATTERS', 1],
    ['Why is it important', 1],
    ['Why It Is Important', 1],
    ['What comes next?', 2],
    ['Behind the Headlines', 3],
    ['¿Por que es importante?', 1],
    ['Qu’est-ce qui se passe\u202f?', 0],
    ['Que se passe-t-il?', 0],
    ['WAS KOMMT ALS NÄCHSTES', 2],
    ['Was kommt als Na\u0308chstes?', 2],
    ['一、发生了什么', 0],
    ['发生了什么?', 0],
    ['لِماذا يُهِمّ الأَمر', 1],
    ['१. क्या हो रहा है?', 0],
    ['何が起きているのか', 0],
    ['What is the story about?', 'story'],
    ['TL;DR', 'story'],
    ['Sources:', 'sources'],
    ['Quellen', 'sources'],
  ])('when it is written %j', (line, part) => {
    expect(recognise(line, names)?.part).toBe(part);
  });

  it.each([
    '',
    '?',
    '1.',
    "What's New?",
    "What's Hapening?",
    "What's Next for DeepSeek?",
    'What happened is unclear.',
    'Why it matters to whom, and whether it will go on mattering when everybody has forgotten about it again',
    'Importance',
    'Headlines',
  ])('but not when it is written %j', (line) => {
    expect(recognise(line, names)).toBeUndefined();
  });

  it('with one typo in seven letters, if it is marked as a heading', () => {
    expect(recogniseHeading("What's Hapening?", names)?.part).toBe(0);
    expect(recogniseHeading('Beyond teh Headlines', names)?.part).toBe(3);
    expect(recogniseHeading('Why It Mutters', names)?.part).toBe(1);
    expect(recogniseHeading('Why It Flatters', names)).toBeUndefined();
    expect(recogniseHeading('Summer', names)).toBeUndefined();
    expect(recogniseHeading('Background', names)).toBeUndefined();
  });

  it('that begins with the name of a section', () => {
    expect(recognisePrefix("What's Next for DeepSeek?", names)?.part).toBe(2);
    expect(recognisePrefix('Why It Matters to Europe', names)?.part).toBe(1);
    expect(recognisePrefix('Whatever Happens Next', names)).toBeUndefined();
    expect(recognisePrefix('Why', names)).toBeUndefined();
  });
});

describe('the headings of a publication', () => {
  const own = namesFor({
    headings: {
      en: ['Now', 'Why It Matters', 'Next Steps', 'Beyond'],
      nl: ['Wat gebeurt er?', 'Waarom', 'En nu?', 'Verder'],
    },
  });

  it('are names, too, in languages of its own', () => {
    expect(recognise('NOW', own)).toEqual({ part: 0, languages: ['en'] });
    expect(recognise('Wat gebeurt er', own)).toEqual({ part: 0, languages: ['nl'] });
    expect(recognise("What's Happening?", own)?.part).toBe(0);
  });

  it('go before what drafts mean by them', () => {
    const turned = namesFor({ headings: { en: ['Next steps', 'A', 'B', 'C'] } });
    expect(recognise('Next steps', turned)?.part).toBe(0);
  });
});
