import { describe, expect, it } from 'vitest';
import { deepPlaceOf } from '../../src/markdown/nesting.ts';

// Four columns per tab, as in Markdown, and four columns per level.
describe('an indent is too deep', () => {
  it.each([
    ['100 tabs', '\t'.repeat(100), undefined],
    ['101 tabs', '\t'.repeat(101), 101],
    ['400 spaces', ' '.repeat(400), undefined],
    ['401 spaces', ' '.repeat(401), 401],
    ['50 tabs and 200 spaces', '\t'.repeat(50) + ' '.repeat(200), undefined],
    ['50 tabs and 201 spaces', '\t'.repeat(50) + ' '.repeat(201), 251],
  ])('with %s', (_, indent, place) => {
    expect(deepPlaceOf(`${indent}- a`)).toBe(place);
  });

  it('not without text after it', () => {
    expect(deepPlaceOf('\t'.repeat(500))).toBeUndefined();
  });
});
