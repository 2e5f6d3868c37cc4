import { describe, expect, test } from 'vitest';
import type { Listing } from '../../src/brief/brief.ts';
import { addressesOf } from '../../src/brief/addresses.ts';
import { wordsIn } from '../../src/brief/words.ts';
import type { Head } from '../../src/metadata/head.ts';
import { headOfBrief, headOfList, headOfUnlisted } from '../../src/metadata/head.ts';
import { addressesSample, briefSample, cardSample, publicationSample } from '../brief-sample.ts';

const publication = publicationSample();
const addresses = addressesSample();

const feeds = ['rss.xml', 'atom.xml', 'feed.json'].map((file) => ['alternate', `/news/${file}`]);

describe('the head of a brief', () => {
  test('shows the brief’s own image where the publication has no cards', () => {
    const image = { file: 'briefs/a.jpg', src: '/news/pictures/a.jpg', alt: 'A lab', width: 800, height: 600, sources: [] }; // prettier-ignore
    const said = named(headOfBrief({ publication, addresses, brief: briefSample({ image }), cards: [] }));
    expect(said).toContainEqual(['og:image', 'https://fourfold.example/news/pictures/a.jpg']);
    expect(said).toContainEqual(['og:image:alt', 'A lab']);
    expect(said).toContainEqual(['twitter:card', 'summary_large_image']);
    const shown = headOfBrief({
      publication,
      addresses,
      brief: briefSample({ image }),
      cards: [cardSample()],
    });
    expect(named(shown)).toContainEqual(['og:image', `https://fourfold.example${cardSample().src}`]);
  });

  test('has everything a preview needs, in the order of the contract', () => {
    const correction = { date: '2025-09-20T00:00:00+00:00', note: 'A figure was wrong.' };
    const head = briefHead({ corrections: [correction] });
    expect(head.title).toBe('DeepSeek puts R1’s training bill at $294,000 · Fourfold');
    expect(named(head)).toEqual([
      [
        'description',
        'The Chinese lab disclosed the figure in Nature. It is far below what U.S. rivals report.',
      ],
      ['canonical', 'https://fourfold.example/news/briefs/deepseek-r1/'],
      ['og:title', 'DeepSeek puts R1’s training bill at $294,000'],
      ['og:type', 'article'],
      ['og:url', 'https://fourfold.example/news/briefs/deepseek-r1/'],
      [
        'og:description',
        'The Chinese lab disclosed the figure in Nature. It is far below what U.S. rivals report.',
      ],
      ['og:site_name', 'Fourfold'],
      ['og:locale', 'en_US'],
      ['og:image', 'https://fourfold.example/news/cards/deepseek-r1-0a1b2c3d.png'],
      ['og:image:type', 'image/png'],
      ['og:image:width', '1200'],
      ['og:image:height', '630'],
      ['og:image:alt', 'DeepSeek puts R1’s training bill at $294,000'],
      ['article:published_time', '2025-09-18T09:00:00+00:00'],
      ['article:modified_time', '2025-09-20T00:00:00+00:00'],
      ['article:section', 'Artificial intelligence'],
      ['article:tag', 'Artificial intelligence'],
      ['article:tag', 'Chips'],
      ['twitter:card', 'summary_large_image'],
      ['robots', 'max-image-preview:large'],
      ['alternate', '/news/briefs/deepseek-r1.md'],
      ...feeds,
    ]);
  });

  test('names each feed’s type and a title of its own', () => {
    const links = briefHead({}).tags.slice(-3);
    expect(links.map(({ attributes: { type, title, href } }) => [type, title, href])).toEqual([
      ['application/rss+xml', 'Fourfold', '/news/rss.xml'],
      ['application/atom+xml', 'Fourfold (Atom)', '/news/atom.xml'],
      ['application/feed+json', 'Fourfold (JSON Feed)', '/news/feed.json'],
    ]);
  });

  test('shows the first of several cards', () => {
    const square = { ...cardSample(), src: '/news/cards/square.png', width: 1080, height: 1080 };
    const head = headOfBrief({ publication, addresses, brief: briefSample(), cards: [cardSample(), square] });
    expect(named(head).filter(([name]) => name === 'og:image')).toHaveLength(1);
  });

  test('without a card promises no large image', () => {
    const head = headOfBrief({ publication, addresses, brief: briefSample(), cards: [] });
    expect(named(head).filter(([name]) => name?.startsWith('og:image'))).toEqual([]);
    expect(named(head)).toContainEqual(['twitter:card', 'summary']);
  });

  test.each([
    ['en', 'en_US'],
    ['en-GB', 'en_GB'],
    ['zh-Hans', 'zh_CN'],
    ['pt-BR', 'pt_BR'],
    ['ja', 'ja_JP'],
  ])('gives the language %s the Open Graph locale %s', (lang, locale) => {
    expect(named(briefHead({ lang }))).toContainEqual(['og:locale', locale]);
  });

  test.each([
    [['ada', 'bob', 'eve'], '@bob@social.example'],
    [['ada'], '@news@social.example'],
    [[], '@news@social.example'],
  ])('by %j names one account, the first of theirs or else the publication’s: %s', (authors, account) => {
    const said = publicationSample({
      fediverse: '@news@social.example',
      authors: {
        ada: { name: 'Ada' },
        bob: { name: 'Bob', fediverse: '@bob@social.example' },
        eve: { name: 'Eve', fediverse: '@eve@social.example' },
      },
    });
    const head = headOfBrief({ publication: said, addresses, brief: briefSample({ authors }), cards: [] });
    expect(named(head).filter(([name]) => name === 'fediverse:creator')).toEqual([
      ['fediverse:creator', account],
    ]);
  });

  test('leaves strings raw, for the one who prints them to escape', () => {
    const title = '"><script>alert(1)</script>';
    const head = briefHead({ title });
    expect(head.title).toBe(`${title} · Fourfold`);
    expect(named(head)).toContainEqual(['og:title', title]);
  });
});

describe('the head of a list', () => {
  test('of the home page is titled with the publication’s name alone', () => {
    const head = listHead('Fourfold', '/news/');
    expect(head.title).toBe('Fourfold');
    expect(typesOf(head)).toEqual(['WebSite', 'ItemList']);
    expect(named(head)).toEqual([
      ['description', 'The news in four parts.'],
      ['canonical', 'https://fourfold.example/news/'],
      ['og:title', 'Fourfold'],
      ['og:type', 'website'],
      ['og:url', 'https://fourfold.example/news/'],
      ['og:description', 'The news in four parts.'],
      ['og:site_name', 'Fourfold'],
      ['og:locale', 'en_US'],
      ['twitter:card', 'summary'],
      ['robots', 'max-image-preview:large'],
      ...feeds,
    ]);
  });

  test('shows the card that it is given', () => {
    const page = { publication, addresses, title: 'Topics', description: '', address: addresses.topics };
    const shown = named(headOfList({ ...page, card: cardSample() }));
    expect(shown).toContainEqual([
      'og:image',
      'https://fourfold.example/news/cards/deepseek-r1-0a1b2c3d.png',
    ]);
    expect(shown).toContainEqual(['twitter:card', 'summary_large_image']);
  });

  test('of a further page has that page’s title and canonical address', () => {
    const head = listHead('Page 2 of 3', '/news/page/2/');
    expect(head.title).toBe('Page 2 of 3 · Fourfold');
    expect(named(head)).toContainEqual(['canonical', 'https://fourfold.example/news/page/2/']);
    expect(typesOf(head)).toEqual(['ItemList']);
  });

  test('that is empty has no list in its structured data', () => {
    const description = wordsIn(publication.description, 'en');
    const page = {
      publication,
      addresses,
      card: undefined,
      title: 'Fourfold',
      description,
      address: '/news/',
    };
    expect(typesOf(headOfList(page))).toEqual(['WebSite']);
  });

  test('that groups briefs names its own feed before those of the site, and the way to it', () => {
    const address = addresses.topic('chips');
    const feed = { title: 'Chips · Fourfold', own: addresses.rssOf(address) };
    const trail = [{ name: 'Chips', address }];
    const head = headOfList({
      publication,
      addresses,
      title: 'Chips',
      description: '',
      address,
      card: undefined,
      feed,
      trail,
    });
    expect(alternates(head)).toEqual([
      ['Chips · Fourfold', '/news/topics/chips/rss.xml'],
      ['Fourfold', '/news/rss.xml'],
      ['Fourfold (Atom)', '/news/atom.xml'],
      ['Fourfold (JSON Feed)', '/news/feed.json'],
    ]);
    expect(typesOf(head)).toEqual(['BreadcrumbList']);
  });

  test.each([
    ['home page', '', ['en', 'ar', 'es'], true],
    ['list', 'topics/chips/', ['ar', 'es'], false],
  ])(
    'names the same %s in other languages, with the own as the default',
    (_what, path, languages, hasOwn) => {
      const arabic = addressesOf(publication, 'ar');
      const head = headOfList({
        publication,
        addresses: arabic,
        title: '',
        description: '',
        address: `${arabic.home}${path}`,
        card: undefined,
        languages,
      });
      expect(named(head)).toContainEqual(['og:locale', 'ar_EG']);
      const found = head.tags.flatMap(({ attributes: { hreflang, href } }) =>
        hreflang === undefined ? [] : [[hreflang, href]],
      );
      const root = 'https://fourfold.example/news/';
      expect(found).toEqual([
        ...(hasOwn ? [['en', `${root}${path}`]] : []),
        ['ar', `${root}ar/${path}`],
        ['es', `${root}es/${path}`],
        ...(hasOwn ? [['x-default', `${root}${path}`]] : []),
      ]);
      expect(alternates(head)).toContainEqual(['Fourfold · العربية', '/news/ar/rss.xml']);
      expect(typesOf(head)).not.toContain('WebSite');
    },
  );
});

describe('a publication that reserves text and data mining', () => {
  const policy = 'https://fourfold.example/mining' as const;
  test.each([
    [{}, [['tdm-reservation', '1']]],
    [{ policy }, [['tdm-reservation', '1'], ['tdm-policy', policy]]], // prettier-ignore
  ])('by %j says so in the head of a brief and of a list', (miningReservation, expected) => {
    const said = publicationSample({ miningReservation });
    const brief = headOfBrief({ publication: said, addresses, brief: briefSample(), cards: [] });
    const list = headOfList({
      publication: said,
      addresses,
      title: '',
      description: '',
      address: '/news/',
      card: undefined,
    });
    for (const head of [brief, list]) {
      expect(named(head).filter(([name]) => name?.startsWith('tdm-'))).toEqual(expected);
    }
  });
});

test('a page that is not public asks to be left alone and shows no card', () => {
  const head = headOfUnlisted({ publication, addresses, title: 'This brief was withdrawn' });
  expect(head).toMatchObject({ title: 'This brief was withdrawn · Fourfold', jsonLd: [] });
  expect(named(head)).toEqual([['robots', 'noindex'], ...feeds]);
});

function briefHead(said: Partial<Listing>): Head {
  return headOfBrief({ publication, addresses, brief: briefSample(said), cards: [cardSample()] });
}

function listHead(title: string, address: string): Head {
  const description = wordsIn(publication.description, 'en');
  return headOfList({
    publication,
    addresses,
    title,
    description,
    address,
    card: undefined,
    briefs: [briefSample()],
  });
}

function typesOf(head: Head): unknown[] {
  return head.jsonLd.map((data) => (data as Record<string, unknown>)['@type']);
}

/** The feeds in a head, by title. */
function alternates(head: Head) {
  return head.tags.flatMap(({ attributes: { rel, title, href } }) =>
    rel === 'alternate' && title !== undefined ? [[title, href]] : [],
  );
}

/** Each tag as name and value. */
function named(head: Head) {
  return head.tags.map(({ attributes }) => [
    attributes['name'] ?? attributes['property'] ?? attributes['rel'],
    attributes['content'] ?? attributes['href'],
  ]);
}
