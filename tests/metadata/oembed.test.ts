import { describe, expect, test } from 'vitest';
import type { Listing } from '../../src/brief/brief.ts';
import { headOfBrief, headOfEmbed } from '../../src/metadata/head.ts';
import { countEmbeds, frameSize, oembedOf } from '../../src/metadata/oembed.ts';
import { addressesSample, briefSample, cardSample, publicationSample } from '../brief-sample.ts';

const [publication, addresses] = [publicationSample(), addressesSample()];

describe('the oEmbed answer for a brief', () => {
  test('has every field that the specification asks of the type rich, and those that consumers like', () => {
    const { html, ...answer } = oembed({});
    expect(answer).toEqual({
      version: '1.0',
      type: 'rich',
      title: 'DeepSeek puts R1’s training bill at $294,000',
      author_name: 'Fourfold',
      author_url: 'https://fourfold.example/news/',
      provider_name: 'Fourfold',
      provider_url: 'https://fourfold.example/news/',
      cache_age: 3600,
      thumbnail_url: 'https://fourfold.example/news/cards/deepseek-r1-0a1b2c3d.png',
      thumbnail_width: 1200,
      thumbnail_height: 630,
      width: 560,
      height: 320,
    });
    expect(html).toMatch(/^<iframe src="https:\/\/fourfold\.example\/news\/briefs\/deepseek-r1\/embed\/" /);
    expect(html).toMatch(/ width="560" height="320" .* loading="lazy" .*><\/iframe>$/);
  });

  test('lets a frame open its link and run nothing', () => {
    const granted = /sandbox="([^"]*)"/.exec(oembed({}).html)?.[1]?.split(' ');
    expect(granted).toEqual([
      'allow-popups',
      'allow-popups-to-escape-sandbox',
      'allow-top-navigation-by-user-activation',
    ]);
  });

  test('escapes a title once, and only in the HTML', () => {
    const { title, html } = oembed({ title: 'R&D "pays" <b>off</b>' });
    expect(title).toBe('R&D "pays" <b>off</b>');
    expect(html).toContain('title="R&amp;D &quot;pays&quot; &lt;b>off&lt;/b>"');
  });

  test.each([
    [['ada'], 'Ada Example', 'https://ada.example/'],
    [['desk'], 'Data desk', undefined],
    [['ada', 'desk'], 'Ada Example and Data desk', undefined],
  ])('names the authors %j, with an address where there is one of one author', (authors, name, url) => {
    const answer = oembed({ authors });
    expect([answer.author_name, answer.author_url]).toEqual([name, url]);
  });

  test.each([
    ['short', 'en', 60, 200, 320],
    ['long', 'en', 110, 300, 440],
    ['short but wide', 'ja', 40, 120, 440],
  ])('makes the frame of a %s text (%s) as high as it needs', (_, lang, title, summary, height) => {
    expect(frameSize({ lang, title: 'x'.repeat(title), summary: 'x'.repeat(summary) }).height).toBe(height);
  });
});

test('a brief’s head leads to the answer only where there is one', () => {
  expect(oembedLinks(true)).toEqual([
    {
      rel: 'alternate',
      type: 'application/json+oembed',
      title: 'DeepSeek puts R1’s training bill at $294,000',
      href: 'https://fourfold.example/news/briefs/deepseek-r1/oembed.json',
    },
  ]);
  expect(oembedLinks(false)).toEqual([]);
});

test('the embeddable page is not for search engines, and names the brief as the one to find', () => {
  const head = headOfEmbed(publication, addresses, briefSample());
  expect(head.tags.map(({ attributes }) => Object.values(attributes))).toEqual([
    ['robots', 'noindex'],
    ['canonical', 'https://fourfold.example/news/briefs/deepseek-r1/'],
  ]);
});

test.each([
  [{}, 50],
  [{ embeds: {} }, 50],
  [{ embeds: { newest: 0 } }, 0],
])('%j makes the newest %i briefs embeddable', (said, count) => {
  expect(countEmbeds(publicationSample(said))).toBe(count);
});

function oembed(said: Partial<Listing>) {
  return oembedOf(publication, addresses, briefSample(said), cardSample());
}

function oembedLinks(hasEmbed: boolean) {
  const head = headOfBrief({ publication, addresses, brief: briefSample(), cards: [], hasEmbed });
  return head.tags.map(({ attributes }) => attributes).filter(({ type }) => type?.endsWith('+oembed'));
}
