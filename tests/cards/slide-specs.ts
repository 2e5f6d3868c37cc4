import type { Block } from '../../src/brief/blocks.ts';
import { sectionIds, type Body } from '../../src/brief/brief.ts';
import { describeCarousel } from '../../src/cards/card.ts';
import type { CardSpec, SectionSpec } from '../../src/cards/card-spec.ts';
import { designCard } from '../../src/cards/designs/design.ts';
import type { Row } from '../../src/cards/layout.ts';
import { en } from '../../src/languages/en.ts';
import { listing, publication } from './card-specs.ts';
import { drawWhole } from './drawn.ts';

/** A sentence of the usual length. */
export const sentence = 'The bill was far smaller than any of its rivals had ever said in public before. ';

const html = { page: '', portable: '' };

export function bodyOf(...texts: readonly string[]): Body {
  const [first, second, third, fourth] = sectionIds.map((id, at) => ({
    id,
    heading: en.headings[at] ?? '',
    html,
    text: texts[at] ?? 'It was small. It will be larger.',
    blocks: (texts[at] ?? 'It was small. It will be larger.')
      .split('\n')
      .map((text) => ({ kind: 'paragraph', text }) as const),
  }));
  if (!first || !second || !third || !fourth) throw new Error('there are four sections');
  return { sections: [first, second, third, fourth], notes: html, markdown: '' };
}

export function slidesOf(body: Body, changes: Partial<typeof listing> = {}): readonly CardSpec[] {
  const carousel = describeCarousel({ ...listing, ...changes, ...body }, publication, en);
  return carousel?.slides.map(({ spec }) => spec) ?? [];
}

/** The text of a section's slide as it is drawn. */
export async function drawnOn(spec: CardSpec | undefined): Promise<{ size: number; isShortened: boolean }> {
  if (!spec) throw new Error('Expected a slide');
  const { texts } = await drawWhole(spec, '');
  const text = texts.find(({ part }) => part.startsWith('text of'));
  return { size: text?.size ?? 0, isShortened: text?.isShortened ?? true };
}

export function rowsOn(spec: CardSpec | undefined): readonly Row[] {
  if (!spec) throw new Error('Expected a slide');
  return designCard(spec).slots.find(({ name }) => name === 'text of section 1')?.wordings[0] ?? [];
}

/** A section's slides when it consists of these blocks. */
export function slidesOfBlocks(...blocks: readonly Block[]): SectionSpec[] {
  const { sections, ...body } = bodyOf();
  const [first, ...others] = sections;
  const carousel = slidesOf({ ...body, sections: [{ ...first, blocks }, ...others] as Body['sections'] });
  return carousel.filter((spec): spec is SectionSpec => spec.template === 'section' && spec.section === 0);
}
