import { describe, expect, test } from 'vitest';
import { nearestQuery } from '../../../src/site/browser/search-nearest.ts';

describe('a query that finds nothing', () => {
  const offered = ['Ukraine', 'energy', 'Łódź', 'Lovelace', 'computer', 'teen'];
  test.each([
    ['Ukrane', 'en', 'Ukraine'],
    ['urkaine energy', 'en', 'Ukraine energy'],
    ['l’Ukrane', 'fr', 'Ukraine'],
    ['Lozd', 'en', undefined],
    ['Lodx', 'en', 'Łódź'],
    ['Lovelase', 'en', 'Lovelace'],
    ['ukraine', 'en', undefined],
    ['then', 'en', 'teen'],
    ['the', 'en', undefined],
    ['zebra', 'en', undefined],
    ['$$$', 'en', undefined],
  ])('is offered with the nearest words: %s in %s', (query, lang, expected) => {
    expect(nearestQuery(query, lang, offered)).toBe(expected);
  });
});
