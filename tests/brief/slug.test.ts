import { describe, expect, it } from 'vitest';
import { isReservedSlug, slugOf, slugPattern } from '../../src/brief/slug.ts';

describe('a slug', () => {
  it.each([
    ['briefs/small-bill.md', 'small-bill'],
    ['briefs/2025/09/small-bill.mdx', 'small-bill'],
    ['small-bill.md', 'small-bill'],
    ['briefs/v1.2.md', 'v1.2'],
    ['briefs.d/small-bill', 'small-bill'],
  ])('of %j is %j', (file, slug) => {
    expect(slugOf(file)).toBe(slug);
  });

  it.each(['a', '2025', 'deepseek-r1', 'a-b-c'])('may be %j', (slug) => {
    expect(slugPattern.test(slug)).toBe(true);
  });

  it.each(['', '-a', 'a-', 'a--b', 'A', 'ä', 'a_b', 'a b', 'a/b', 'a.b', 'a\n', '..'])(
    'is never %j',
    (slug) => {
      expect(slugPattern.test(slug)).toBe(false);
    },
  );

  it.each([
    ['index', true],
    ['index-2', true],
    ['index-20', true],
    ['page', true],
    ['index-funds', false],
    ['pages', false],
  ])('%j is the site’s own: %j', (slug, reserved) => {
    expect(isReservedSlug(slug)).toBe(reserved);
  });
});
