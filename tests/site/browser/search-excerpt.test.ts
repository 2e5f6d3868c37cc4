import { describe, expect, test } from 'vitest';
import { excerptOf, isMeant, type Fragment } from '../../../src/site/browser/search-excerpt.ts';

/** A brief with numbered words; each part has 100, and the title 10. */
function fragmentOf(found: readonly number[], said: Partial<Fragment> = {}): Fragment {
  const parts = ['story', 'whats-happening', 'why-its-important', 'whats-next', 'beyond-the-headlines'];
  return {
    language: 'en',
    url: '/briefs/a/',
    meta: {},
    raw_content: Array.from({ length: 510 }, (_, at) => `w${at}`).join(' '),
    anchors: parts.map((id, at) => ({ element: 'section', id, location: 10 + at * 100 })),
    weighted_locations: found.map((location) => ({ location, weight: 1, balanced_score: 1 })),
    ...said,
  };
}

function shown(fragment: Fragment): string {
  return excerptOf(fragment).pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join(''); // prettier-ignore
}

describe('what is shown of a brief that was found', () => {
  test('is from the section with the most, at its densest place, and that section is named first', () => {
    const fragment = fragmentOf([15, 130, 330, 371, 372, 450]);
    expect(excerptOf(fragment).parts).toEqual(['whats-next', 'whats-happening', 'beyond-the-headlines']);
    expect(shown(fragment)).toMatch(/^…w366 .*w370 \[w371\] \[w372\] w373 .* w395 …$/);
  });

  test('stays within the section', () => {
    expect(shown(fragmentOf([111]))).toMatch(/^w110 \[w111\] w112 .* w139 …$/);
    expect(shown(fragmentOf([509]))).toMatch(/^…w480 .* \[w509\]$/);
  });

  test.each([
    ['the title alone was found', [3]],
    ['nothing was asked for', []],
  ])('is the story where %s', (_name, found) => {
    expect(excerptOf(fragmentOf(found)).parts).toEqual([]);
    expect(shown(fragmentOf(found))).toMatch(/^w10 w11 /);
  });

  test('marks the word without its punctuation, and shows brackets unchanged', () => {
    const raw_content = 'Title The “(costs).” of &lt;b&gt; 29万';
    const anchors = [{ element: 'section', id: 'story', location: 1 }];
    expect(shown(fragmentOf([2, 5], { raw_content, anchors }))).toBe('The “([costs]).” of <b> [29万]');
  });

  test('has no spaces in scripts without them', () => {
    const raw_content = '题 月球 \u2060背面 \u2060的 \u2060样品';
    const anchors = [{ element: 'section', id: 'story', location: 1 }];
    expect(shown(fragmentOf([2], { raw_content, anchors }))).toBe('月球[背面]的样品');
  });

  test('marks a word that was found by another spelling, which is not shown', () => {
    const raw_content = 'Title Le cœur \u2063coeur de l’Ukraine \u2063ukraine bat';
    const anchors = [{ element: 'section', id: 'story', location: 1 }];
    expect(shown(fragmentOf([3, 6], { raw_content, anchors }))).toBe('Le [cœur] de [l’Ukraine] bat');
  });
});

test.each([
  ['the word itself', 'information', 'information', 512, true],
  ['another form of the word', 'energies', 'energy', 512, true],
  ['the beginning of the word, as one types', 'inf', 'Information', 293, true],
  ['the word with accents', 'energia', 'energía', 400, true],
  ['no more than how the word begins', 'seabed', 'sea', 389, false],
  ['no more than how one of the words begins', 'of seabeds', 'sea', 389, false],
] as const)(
  'a brief in which Pagefind found %s was found: %s, %s',
  (_name, query, word, balanced_score, expected) => {
    const found = {
      ...fragmentOf([]),
      raw_content: word,
      weighted_locations: [{ location: 0, weight: 1, balanced_score }],
    };
    expect(isMeant(found, query)).toBe(expected);
  },
);
