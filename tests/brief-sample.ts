import type { Addresses } from '../src/brief/addresses.ts';
import { addressesOf } from '../src/brief/addresses.ts';
import type { Brief, CardReference, Html, Section, SectionId } from '../src/brief/brief.ts';
import type { Publication } from '../src/brief/publication.ts';

/** A valid brief without optional fields, except those given. */
export function briefSample(said: Partial<Brief> = {}): Brief {
  const slug = said.slug ?? 'deepseek-r1';
  return {
    title: 'DeepSeek puts R1’s training bill at $294,000',
    summary: 'The Chinese lab disclosed the figure in Nature. It is far below what U.S. rivals report.',
    date: '2025-09-18T09:00:00+00:00',
    topics: ['ai', 'chips'],
    authors: [],
    ai: 'none',
    sources: [],
    figures: [],
    watch: [],
    corrections: [],
    lang: 'en',
    status: 'published',
    aliases: [],
    slug,
    firstSlug: slug,
    file: `briefs/${slug}.md`,
    words: 400,
    minutes: 2,
    next: 'Text of whats-next.',
    digest: 'digest',
    sections: [
      sectionSample('whats-happening', 'What’s Happening?'),
      sectionSample('why-its-important', 'Why It’s Important?'),
      sectionSample('whats-next', 'What’s Next?'),
      sectionSample('beyond-the-headlines', 'Beyond the Headlines'),
    ],
    notes: htmlSample(''),
    markdown: "## What's Happening?\n\nText.\n",
    ...said,
  };
}

export function sectionSample(id: SectionId, heading: string, html = `<p>Text of ${id}.</p>`): Section {
  const text = `Text of ${id}.`;
  return { id, heading, html: htmlSample(html), text, blocks: [{ kind: 'paragraph', text }] };
}

/** The same HTML for feed and page, marked by a class. */
export function htmlSample(portable: string): Html {
  return { page: portable.replaceAll('<p>', '<p class="page">'), portable };
}

/** A publication below a path, except for the fields given. */
export function publicationSample(said: Partial<Publication> = {}): Publication {
  return {
    name: 'Fourfold',
    address: 'https://fourfold.example/news/',
    identity: { authority: 'fourfold.example', year: 2025 },
    description: 'The news in four parts.',
    lang: 'en',
    timeZone: 'Etc/UTC',
    authors: {
      ada: { name: 'Ada Example', url: 'https://ada.example/' },
      desk: { name: 'Data desk', kind: 'organization' },
    },
    topics: { ai: { name: 'Artificial intelligence' }, chips: { name: 'Chips' } },
    threads: { 'chip-war': { name: 'The chip war' } },
    pageSize: 12,
    feedSize: 50,
    ...said,
  };
}

export function addressesSample(): Addresses {
  return addressesOf(publicationSample());
}

export function cardSample(): CardReference & { readonly bytes: number } {
  return {
    src: '/news/cards/deepseek-r1-0a1b2c3d.png',
    width: 1200,
    height: 630,
    type: 'image/png',
    alt: 'DeepSeek puts R1’s training bill at $294,000',
    bytes: 71_234,
  };
}
