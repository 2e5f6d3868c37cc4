import type { Brief, CardReference } from '../src/brief/brief.ts';
import type { Publication } from '../src/brief/publication.ts';
import { briefSample, cardSample, htmlSample, publicationSample, sectionSample } from './brief-sample.ts';

/** A brief with the text in every text field, including HTML. */
export function wildBrief(text: string, said: Partial<Brief> = {}): Brief {
  const section = { ...sectionSample('whats-happening', text, text), text };
  return briefSample({
    slug: 'wild',
    title: text,
    summary: text,
    topics: [text],
    authors: [text],
    ai: 'generated',
    reviewer: text,
    sources: [{ title: text, url: `https://a.example/${text}`, publisher: text, archive: text }],
    figures: [{ value: text, label: text }],
    watch: [{ by: '2026-01-01', expect: text, outcome: 'changed', note: text, brief: text }],
    thread: text,
    translationOf: text,
    corrections: [{ date: '2025-09-20T00:00:00+00:00', note: text }],
    image: {
      file: 'briefs/pictures/sea.jpg',
      src: `/news/pictures/${text}`,
      alt: text,
      credit: text,
      width: 1,
      height: 1,
      sources: [],
    },
    next: text,
    sections: [section, section, section, section],
    notes: htmlSample(text),
    markdown: text,
    ...said,
  });
}

/** A publication with the text in its own fields, and in those of the topic, author and thread that a wild brief uses. */
export function wildPublication(text: string): Publication {
  return publicationSample({
    name: text,
    description: text,
    topics: { [text]: { name: text, description: text } },
    authors: { [text]: { name: text, url: `https://a.example/${text}` } },
    threads: { [text]: { name: text, description: text } },
  });
}

export function wildCard(text: string): CardReference & { readonly bytes: number } {
  return { ...cardSample(), src: `/news/cards/${text}`, alt: text };
}
