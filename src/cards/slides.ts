import { addressesOf } from '../brief/addresses.ts';
import type { Block } from '../brief/blocks.ts';
import type { Body, Listing, Section } from '../brief/brief.ts';
import { formatCalendarDate } from '../brief/dates.ts';
import { formatColon } from '../languages/format.ts';
import type { Language } from '../languages/language.ts';
import type { Publication } from '../brief/publication.ts';
import { sentencesOf } from '../markdown/sentences.ts';
import type { Common, SectionSpec, SlideBlock, SourcesSpec } from './card-spec.ts';
import { largestSize, linesOfPage, paginate, type Pages } from './slide-pages.ts';
import { normalizeText, plainText } from './text/normalize.ts';

/** Sources beyond which no slide shows more. */
const mostSources = 12;

/**
 * One or two slides for each section, with its own words from the first on; below them, where they leave room, what the brief's
 * fields have to show for them.
 */
export function sectionSpecs(brief: Listing & Body, common: Common, language: Language): SectionSpec[] {
  const numbers = new Intl.NumberFormat(language.locale ?? language.code);
  const paginated = filled(
    brief.sections.map(({ blocks }) =>
      paginate(
        blocks.flatMap((block) => normalized(block, language.code)),
        language.code,
      ),
    ),
    brief,
    language,
  );
  const largest = largestSize(fullestOf(paginated));
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

function fullestOf(paginated: readonly Pages[]): number {
  return Math.max(...paginated.flatMap(({ pages }) => pages.map(linesOfPage)));
}

/** Lines up to which slides are filled even where all have less. */
const wellFilled = 11;

/**
 * Slides that are not full with what is still expected below the last words of the third section, and below others a key figure
 * that they name and the title's slide does not show.
 */
function filled(paginated: readonly Pages[], brief: Listing, language: Language): Pages[] {
  const most = Math.max(wellFilled, fullestOf(paginated));
  const figures = brief.figures
    .slice(brief.image ? 0 : 1)
    .map(({ value, label }) => ({ kind: 'figure', value: normalizeText(value), label: normalizeText(label) }) as const); // prettier-ignore
  return paginated.map(({ pages, isCut }, section) => ({
    isCut,
    pages: pages.map((page, at) => {
      const isLast = at === pages.length - 1;
      const added = section === 2 && isLast && !isCut ? expectations(brief, language) : [];
      const choices = added.length > 0 ? added : [[], ...namedOn(page, figures).map((figure) => [figure])];
      const longest = choices.findLast((blocks) => linesOfPage([...page, ...blocks]) <= most) ?? [];
      for (const block of longest) if (block.kind === 'figure') figures.splice(figures.indexOf(block), 1);
      return [...page, ...longest];
    }),
  }));
}

/** None, the first, the first two and so on of what is still expected, each with its day. */
function expectations({ watch }: Listing, language: Language): SlideBlock[][] {
  const items = watch
    .filter(({ outcome }) => outcome === undefined)
    .map(({ by, expect }) => normalizeText(formatColon(formatCalendarDate(by, language.locale ?? language.code), expect, language))); // prettier-ignore
  if (items.length === 0) return [];
  const heading = { kind: 'heading', text: normalizeText(language.labels.whatToWatch) } as const;
  const lists = items.map((_, at) => [heading, { kind: 'list', items: items.slice(0, at + 1) } as const]);
  return [[], ...lists];
}

/** The first figure whose value a page has in its sentences or items, unless it is drawn there already. */
function namedOn<Figure extends { readonly value: string }>(
  page: readonly SlideBlock[],
  figures: readonly Figure[],
): Figure[] {
  if (page.some(({ kind }) => kind === 'figure' || kind === 'chart')) return [];
  const words = page.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : block.kind === 'list' ? block.items : [])); // prettier-ignore
  const isNamed = ({ value }: Figure): boolean => words.some((text) => hasWhole(text, value));
  return figures.filter(isNamed).slice(0, 1);
}

/** Whether a value stands in a text and is no part of a longer number. */
function hasWhole(text: string, value: string): boolean {
  const at = text.indexOf(value);
  return at >= 0 && !/[\p{L}\p{N}][.,]?$/u.test(text.slice(0, at)) && !/^[.,]?[\p{N}]/u.test(text.slice(at + value.length)); // prettier-ignore
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
    .map(({ title, publisher = '' }) => [title, publisher].map(normalizeText).filter(Boolean));
  return {
    ...common,
    template: 'sources',
    heading: normalizeText(labels.sources),
    sources,
    call: normalizeText(labels.readBrief),
    address,
    alt: plainText(
      [labels.sources, ...sources.flat(), formatColon(labels.readBrief, address, language)].join(' · '),
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
