import { addressesOf } from '../brief/addresses.ts';
import type { Block } from '../brief/blocks.ts';
import type { Body, Listing, Section } from '../brief/brief.ts';
import type { Language } from '../languages/language.ts';
import type { Publication } from '../brief/publication.ts';
import { sentencesOf } from '../markdown/sentences.ts';
import type { Common, SectionSheet, SlideBlock, SourcesSheet } from './card-spec.ts';
import { paginate } from './slide-pages.ts';
import { foldText, plainText } from './text/fold.ts';

/** Sources beyond which no slide shows more. */
const mostSources = 12;

/** One or two slides for each section, with its own words from the first on. */
export function sectionSheets(brief: Body, common: Common, language: Language): SectionSheet[] {
  const numbers = new Intl.NumberFormat(language.locale ?? language.code);
  return brief.sections.flatMap((section, at): SectionSheet[] => {
    const { pages, isCut } = paginate(
      section.blocks.flatMap((block) => folded(block, language.code)),
      language.code,
    );
    const heading = foldText(section.heading);
    return pages.map((blocks, page): SectionSheet => {
      const isLast = page === pages.length - 1;
      return {
        ...common,
        template: 'section',
        section: at as SectionSheet['section'],
        heading,
        blocks,
        isCut: isCut && isLast,
        ...(pages.length > 1 && { part: `${numbers.format(page + 1)}/${numbers.format(pages.length)}` }),
        readOn: foldText(language.labels.readOn),
        alt: plainText([heading, altOf(blocks, section)].filter(Boolean).join(' · ')),
      };
    });
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

function folded(block: Block, language: string): SlideBlock[] {
  switch (block.kind) {
    case 'paragraph': {
      const sentences = sentencesOf(foldText(block.text), language);
      return sentences.length === 0 ? [] : [{ kind: 'paragraph', sentences }];
    }
    case 'heading':
      return [{ kind: 'heading', text: foldText(block.text) }];
    case 'quote':
      return [
        { ...block, text: foldText(block.text), ...(block.by !== undefined && { by: foldText(block.by) }) },
      ];
    case 'figure':
      return [{ ...block, value: foldText(block.value), label: foldText(block.label) }];
    case 'list':
      return [{ ...block, items: block.items.map(foldText) }];
    case 'table':
      return [{ ...block, rows: block.rows.map((row) => row.map(foldText)) }];
    case 'chart':
      return [{ ...block, title: foldText(block.title), shapes: block.shapes.map((part) => (part.shape === 'text' ? { ...part, text: foldText(part.text) } : part)) }]; // prettier-ignore
  }
}

/** The first sentence, or what stands in its place. */
function altOf([first]: readonly SlideBlock[], section: Section): string {
  if (first?.kind === 'paragraph') return first.sentences[0]?.trim() ?? '';
  return first && 'text' in first ? first.text : (section.text.split('\n')[0] ?? '').slice(0, 300);
}
