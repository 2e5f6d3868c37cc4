import { addressesOf } from '../brief/addresses.ts';
import type { Body, Listing, Section } from '../brief/brief.ts';
import type { Language } from '../languages/language.ts';
import type { Publication } from '../brief/publication.ts';
import { sentencesOf } from '../markdown/sentences.ts';
import type { Common, SectionSheet, SourcesSheet } from './card-spec.ts';
import { foldText, plainText } from './text/fold.ts';

/** Characters of a section beyond which no slide shows more, at any size: the rest is no part of the slide or its address. */
const mostText = 1100;
/** Characters of a sentence that no slide shows whole even in its smallest size: about 1,300 of Latin letters fit. */
const longestSentence = 2000;
/** Sources beyond which no slide shows more. */
const mostSources = 12;

/** A slide for each section, with its own sentences from the first on. */
export function sectionSheets(brief: Body, common: Common, language: Language): SectionSheet[] {
  return brief.sections.map((section, at): SectionSheet => {
    const { paragraphs, isCut } = beginningOf(section, language);
    const heading = foldText(section.heading);
    return {
      ...common,
      template: 'section',
      section: at as SectionSheet['section'],
      heading,
      paragraphs,
      isCut,
      readOn: foldText(language.labels.readOn),
      alt: plainText([heading, paragraphs[0]?.[0]?.trim()].filter(Boolean).join(' · ')),
    };
  });
}

/** Where the story comes from, and where to read it. */
export function sourcesSheet(
  brief: Listing,
  common: Common,
  publication: Publication,
  { labels }: Language,
): SourcesSheet {
  const addresses = addressesOf(publication);
  const { host, pathname } = new URL(addresses.absolute(addresses.brief(brief.slug)));
  const address = `${host}${pathname}`;
  const sources = brief.sources
    .slice(0, mostSources)
    .map(({ title, publisher }) => [title, publisher].filter(Boolean).map((part) => foldText(part ?? '')).join(' · ')); // prettier-ignore
  return {
    ...common,
    template: 'sources',
    heading: foldText(labels.sources),
    sources,
    call: foldText(labels.readBrief),
    address,
    alt: plainText([labels.sources, ...sources, `${labels.readBrief}: ${address}`].join(' · ')),
  };
}

function beginningOf({ text }: Section, language: Language): Pick<SectionSheet, 'paragraphs' | 'isCut'> {
  const paragraphs: string[][] = [];
  let length = 0;
  for (const line of text.split('\n')) {
    const paragraph: string[] = [];
    paragraphs.push(paragraph);
    // A table's row has its cells between tabs.
    for (const sentence of sentencesOf(foldText(line.replace(/\s*\t\s*/g, ' · ')), language.code)) {
      if (length > mostText || sentence.length > longestSentence)
        return { paragraphs: paragraphs.filter(({ length: count }) => count > 0), isCut: true };
      length += sentence.length;
      paragraph.push(sentence);
    }
  }
  return { paragraphs, isCut: false };
}
