import { describe, expect, test } from 'vitest';
import type { Brief } from '../../src/brief/brief.ts';
import { en } from '../../src/languages/en.ts';
import type { Language } from '../../src/languages/language.ts';
import { contentOf } from '../../src/feeds/content.ts';
import {
  addressesSample,
  briefSample,
  htmlSample,
  publicationSample,
  sectionSample,
} from '../brief-sample.ts';

const full = briefSample({
  ai: 'generated',
  reviewer: 'Standards desk',
  expires: '2026-01-01T00:00:00+00:00',
  figures: [{ value: '$294,000', label: 'reported cost of training R1' }],
  sources: [
    {
      title: 'DeepSeek-R1 incentivizes reasoning',
      url: 'https://www.nature.com/articles/s41586-025-09422-z?a=1&b=2',
      publisher: 'Nature',
      date: '2025-09-17',
      accessed: '2025-09-18',
      archive: 'https://archive.example/1?a=1&b=2',
    },
  ],
  watch: [
    { by: '2025-12-31', expect: 'Costs & benefits are told', outcome: 'missed', note: 'Nobody did.' },
    { by: '2026-06-30', expect: 'A rival follows' },
  ],
  corrections: [{ date: '2025-09-20T00:00:00+00:00', note: 'The number of chips was wrong.' }],
  image: {
    file: 'briefs/pictures/sea.jpg',
    src: '/news/pictures/lab.jpg',
    alt: 'A lab',
    credit: 'Ada Example',
    width: 800,
    height: 600,
    sources: [],
  },
  notes: htmlSample('<ol><li>A note.</li></ol>'),
});

describe('the content of an item', () => {
  test('is the whole brief in the order of the page, the AI label first', () => {
    const text = contentWith(full, { outOfDate: true });
    const parts = [
      'AI-generated, reviewed by Standards desk',
      '<p><strong>This brief has been out of date since 1 January 2026.</strong></p>',
      'What is the story about?',
      'The Chinese lab disclosed',
      '<img src="https://fourfold.example/news/pictures/lab.jpg" alt="A lab" width="520">',
      'Ada Example',
      '<h2>Key figures</h2>',
      '<strong><bdi>$294,000</bdi></strong> <bdi>reported cost of training R1</bdi>',
      '<h2>What’s Happening?</h2>\n<p>Text of whats-happening.</p>',
      '<h2>Why It’s Important?</h2>\n<p>Text of why-its-important.</p>',
      '<h2>What’s Next?</h2>\n<p>Text of whats-next.</p>',
      '<h2>Beyond the Headlines</h2>\n<p>Text of beyond-the-headlines.</p>',
      '<h2>Notes</h2>\n<ol><li>A note.</li></ol>',
      '<h2>Sources</h2>',
      '<a href="https://www.nature.com/articles/s41586-025-09422-z?a=1&amp;b=2"><bdi>DeepSeek-R1 incentivizes reasoning</bdi></a>, <bdi>Nature</bdi>, <bdi>17 September 2025</bdi>, <bdi>accessed 18 September 2025</bdi>, <a href="https://archive.example/1?a=1&amp;b=2"><bdi>archived copy</bdi></a>',
      '<h2>What to watch</h2>',
      '<strong>By 31 December 2025</strong> Costs &amp; benefits are told<br><em>Missed. Nobody did.</em>',
      '<strong>By 30 June 2026</strong> A rival follows</li>',
      '<h2>Corrections</h2>',
      '<strong>20 September 2025</strong> The number of chips was wrong.',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(parts.filter((_, index) => places[index] === -1)).toEqual([]);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(text.replaceAll(/<[^>]*>/g, '').trim()).toMatch(/^AI-generated, reviewed by Standards desk/);
  });

  test('does not call a brief out of date that will be', () => {
    expect(contentWith(full)).not.toContain('out of date');
  });

  test('has no class, and no address that means nothing away from the site', () => {
    const text = contentWith(full);
    expect(text).not.toContain('class=');
    const targets = [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => !target?.startsWith('https://'))).toEqual([]);
  });

  test('has only the four sections where a brief has nothing more', () => {
    const text = contentWith(briefSample());
    expect([...text.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading)).toEqual(en.headings);
    expect(text).not.toContain('AI-');
    expect(text).not.toMatch(/<(ul|figure)/);
  });

  test('says in which language and direction it is written', () => {
    const arabic: Language = { ...en, code: 'ar', direction: 'rtl' };
    expect(contentWith(briefSample({ lang: 'ar' }), { language: arabic })).toMatch(
      /^<div lang="ar" dir="rtl">/,
    );
  });

  test('dates a correction by the publication’s time zone', () => {
    const brief = briefSample({ corrections: [{ date: '2025-09-20T01:00:00+00:00', note: 'A figure.' }] });
    const text = contentWith(brief, { timeZone: 'America/New_York' });
    expect(text).toContain('19 September 2025');
  });

  test.each([
    [1216, ' width="520"'],
    [520, ''],
  ])(
    'shows an image of %i pixels in a column of mail, which has 600 with a figure’s margins, and no smaller than it is',
    (width, attribute) => {
      const image = {
        file: 'briefs/pictures/a.jpg',
        src: '/news/pictures/a.jpg',
        alt: '',
        width,
        height: 400,
        sources: [],
      };
      expect(contentWith(briefSample({ image }))).toContain(`<img src="https://fourfold.example/news/pictures/a.jpg" alt=""${attribute}>`); // prettier-ignore
    },
  );

  test('shows markup in a field as text', () => {
    const nasty = '<img src=x onerror=alert(1)> & "';
    const text = contentWith(
      briefSample({
        ai: 'assisted',
        reviewer: nasty,
        summary: nasty,
        figures: [{ value: nasty, label: nasty }],
        sources: [{ title: nasty, url: 'https://a.example/"><i>', publisher: nasty }],
        corrections: [{ date: '2025-09-20T00:00:00+00:00', note: nasty }],
        image: {
          file: 'briefs/pictures/sea.jpg',
          src: '/news/pictures/"><i>.jpg',
          alt: `">${nasty}`,
          credit: nasty,
          width: 1,
          height: 1,
          sources: [],
        },
        sections: [sectionSample('whats-happening', nasty), ...tail(full.sections)],
      }),
    );
    const image = `<img src="https://fourfold.example/news/pictures/%22%3E%3Ci%3E.jpg" alt="&quot;>&lt;img src=x onerror=alert(1)> &amp; &quot;">`;
    expect(text).toContain(image);
    expect(text.replace(image, '')).not.toContain('<img');
    expect(text).not.toContain('<i>');
  });
});

function contentWith(
  brief: Brief,
  {
    language = en,
    outOfDate = false,
    timeZone = 'Etc/UTC',
  }: { language?: Language; outOfDate?: boolean; timeZone?: string } = {},
): string {
  return contentOf({ brief, language, outOfDate }, publicationSample({ timeZone }), addressesSample());
}

function tail([, second, third, fourth]: Brief['sections']) {
  return [second, third, fourth] as const;
}
