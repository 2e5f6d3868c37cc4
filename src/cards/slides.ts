import { addressesOf } from '../brief/addresses.ts';
import type { Block } from '../brief/blocks.ts';
import type { Body, Listing, Section } from '../brief/brief.ts';
import { formatColon } from '../languages/format.ts';
import type { Language } from '../languages/language.ts';
import type { Publication } from '../brief/publication.ts';
import { sentencesOf } from '../markdown/sentences.ts';
import type { Common, SectionSpec, SlideBlock, SourcesSpec } from './card-spec.ts';
import { largestSize, paginate } from './slide-pages.ts';
import { normalizeText, plainText } from './text/normalize.ts';

/** Sources beyond which no slide shows more. */
const mostSources = 12;

/** One or two slides for each section, with its own words from the first on. */
export function sectionSpecs(brief: Body, common: Common, language: Language): SectionSpec[] {
  const numbers = new Intl.NumberFormat(language.locale ?? language.code);
  const paginated = brief.sections.map(({ blocks }) =>
    paginate(
      blocks.flatMap((block) => normalized(block, language.code)),
      language.code,
    ),
  );
  const largest = largestSize(Math.max(...paginated.map(({ lines }) => lines)));
  return brief.sections.flatMap((section, at): SectionSpec[] => {
    const { pages = [], isCut = false } = paginated[at] ?? {};
    const heading = normalizeText(section.heading);
    return pages.map((blocks, page): SectionSpec => {
      const isLast = page === pages.length - 1;
      return {
        ...common,
        template: 'section',
        section: at as SectionSpec['section'],
        heading,
        blocks,
        largest,
        isCut: isCut && isLast,
        ...(pages.length > 1 && { part: `${numbers.format(page + 1)}/${numbers.format(pages.length)}` }),
        readOn: normalizeText(language.labels.readOn),
        alt: plainText([heading, altOf(blocks, section)].filter(Boolean).join(' · ')),
      };
    });
  });
}

/** Where the story comes from, and where to read it. */
export function sourcesSpec(
  brief: Listing,
  common: Common,
  publication: Publication,
  language: Language,
): SourcesSpec {
  const { labels } = language;
  const addresses = addressesOf(publication);
  const { host, pathname } = new URL(addresses.absolute(addresses.brief(brief.slug)));
  const address = `${host}${pathname}`;
  const sources = brief.sources
    .slice(0, mostSources)
    .map(({ title, publisher }) => [title, publisher].filter(Boolean).map((part) => normalizeText(part ?? '')).join(' · ')); // prettier-ignore
  return {
    ...common,
    template: 'sources',
    heading: normalizeText(labels.sources),
    sources,
    call: normalizeText(labels.readBrief),
    address,
    alt: plainText(
      [labels.sources, ...sources, formatColon(labels.readBrief, address, language)].join(' · '),
    ),
  };
}

function normalized(block: Block, language: string): SlideBlock[] {
  switch (block.kind) {
    case 'paragraph': {
      const sentences = sentencesOf(normalizeText(block.text), language);
      return sentences.length === 0 ? [] : [{ kind: 'paragraph', sentences }];
    }
    case 'heading':
      return [{ kind: 'heading', text: normalizeText(block.text) }];
    case 'quote':
      return [
        {
          ...block,
          text: normalizeText(block.text),
          ...(block.by !== undefined && { by: normalizeText(block.by) }),
        },
      ];
    case 'figure':
      return [{ ...block, value: normalizeText(block.value), label: normalizeText(block.label) }];
    case 'list':
      return [{ ...block, items: block.items.map(normalizeText) }];
    case 'table':
      return [{ ...block, rows: block.rows.map((row) => row.map(normalizeText)) }];
    case 'chart':
      return [{ ...block, title: normalizeText(block.title), shapes: block.shapes.map((part) => (part.shape === 'text' ? { ...part, text: normalizeText(part.text) } : part)) }]; // prettier-ignore
  }
}

/** The first sentence, or what stands in its place. */
function altOf([first]: readonly SlideBlock[], section: Section): string {
  if (first?.kind === 'paragraph') return first.sentences[0]?.trim() ?? '';
  return first && 'text' in first ? first.text : (section.text.split('\n')[0] ?? '').slice(0, 300);
}
