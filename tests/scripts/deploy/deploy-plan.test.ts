import { describe, expect, test } from 'vitest';
import { isHashed, nothingDeployed, planDeploy } from '../../../scripts/deploy/deploy-plan.ts';

const site = ['_astro/a.css', 'briefs/one/index.html', 'cards/one-abc.png', 'index.html'];
const at = (now: string) => ({ now, keepDays: 7 });
const first = planDeploy(site, nothingDeployed, at('2026-01-01T00:00:00Z'));

describe('a deploy', () => {
  test('sends what pages load before the pages, and removes nothing from a server that it does not know', () => {
    expect(first.uploads).toEqual([
      ['_astro/a.css', 'cards/one-abc.png'],
      ['briefs/one/index.html', 'index.html'],
      [],
    ]);
    expect(first.removals).toEqual([]);
  });

  test('sends new pages before those that were there, which may lead to them', () => {
    const { uploads } = planDeploy(
      [...site, 'briefs/two/index.html'],
      first.record,
      at('2026-01-02T00:00:00Z'),
    );
    expect(uploads.slice(1)).toEqual([['briefs/two/index.html'], ['briefs/one/index.html', 'index.html']]);
  });

  test('removes a missing page immediately, and its card a week later', () => {
    const left = ['_astro/a.css', 'index.html'];
    const second = planDeploy(left, first.record, at('2026-01-02T00:00:00Z'));
    expect(second.removals).toEqual(['briefs/one/index.html']);
    expect(second.record.unused).toEqual({ 'cards/one-abc.png': '2026-01-02T00:00:00Z' });
    const third = planDeploy(left, second.record, at('2026-01-08T23:59:59Z'));
    expect(third.removals).toEqual([]);
    const fourth = planDeploy(left, third.record, at('2026-01-09T00:00:00Z'));
    expect(fourth.removals).toEqual(['cards/one-abc.png']);
    expect(fourth.record).toEqual({ files: left, unused: {} });
  });

  test('counts again for a card that comes back', () => {
    const without = planDeploy(['index.html'], first.record, at('2026-01-02T00:00:00Z'));
    const again = planDeploy(site, without.record, at('2026-01-05T00:00:00Z'));
    expect(again.record.unused).toEqual({});
    const later = planDeploy(['index.html'], again.record, at('2026-01-10T00:00:00Z'));
    expect(later.removals).not.toContain('cards/one-abc.png');
  });

  test('removes everything immediately if requested', () => {
    const { removals } = planDeploy(['index.html'], first.record, {
      now: '2026-01-01T00:00:01Z',
      keepDays: 0,
    });
    expect(removals).toEqual(['_astro/a.css', 'briefs/one/index.html', 'cards/one-abc.png']);
  });

  test.each([
    ['cards/a-0123.png', true],
    ['pagefind/en-2025/fragment/en_12.pf_fragment', true],
    ['pagefind/en-2025/pagefind.en_12.pf_meta', true],
    ['pagefind/en-2025/pagefind-entry.json', false],
    ['pagefind/pagefind.js', false],
    ['briefs/cards/index.html', false],
    ['rss.xml', false],
  ])('knows of %s whether it can ever be another file: %s', (file, never) => {
    expect(isHashed(file)).toBe(never);
  });
});
