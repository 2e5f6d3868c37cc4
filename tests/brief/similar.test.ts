import { expect, test } from 'vitest';
import { areSimilar, similarTo } from '../../src/brief/similar.ts';

test.each([
  ['treatys', 'treaties'],
  ['treaty', 'treaties'],
  ['traeties', 'treaties'],
  ['climte', 'climate'],
  ['climatte', 'climate'],
  ['chip-wars', 'chip-war'],
  ['chipwar', 'chip-war'],
  ['nuclear-iran', 'iran-nuclear'],
  ['uber-stadte', 'ueber-staedte'],
  ['elecctions', 'elections'],
  ['goverment', 'government'],
  ['semicomductors', 'semiconductors'],
])('%s is almost %s', (one, other) => {
  expect([areSimilar(one, other), areSimilar(other, one)]).toEqual([true, true]);
});

test.each([
  ['us', 'eu'],
  ['iran', 'iraq'],
  ['iceland', 'ireland'],
  ['gambia', 'zambia'],
  ['austria', 'australia'],
  ['slovakia', 'slovenia'],
  ['niger', 'nigeria'],
  ['north-korea', 'south-korea'],
  ['east-africa', 'west-africa'],
  ['cop29', 'cop30'],
  ['budget-2025', 'budget-2026'],
  ['economy', 'ecology'],
  ['war', 'wars'],
  ['cheap-models', 'cheap-chips'],
  ['asia', 'africa'],
])('%s is not almost %s', (one, other) => {
  expect([areSimilar(one, other), areSimilar(other, one)]).toEqual([false, false]);
});

test('of two names used equally often, the later one is the slip', () => {
  const similar = similarTo(['treaties', 'treatys'], new Set());
  expect([similar('treatys'), similar('treaties')]).toEqual(['treaties', undefined]);
  expect(similarTo(['treatys', 'treaties', 'treaties'], new Set())('treatys')).toBe('treaties');
  expect(similarTo(['treatys', 'treatys'], new Set(['treaties']))('treatys')).toBe('treaties');
});
