import { cardFormats } from '../../brief/card-formats.ts';
import { mirror, type Layout } from '../layout.ts';
import type { CardSpec } from '../card-spec.ts';
import { linkCard, publicationCard } from './link.ts';
import { sectionSlide, sourcesSlide } from './slide.ts';
import { tallCard } from './tall.ts';

/** A card: everything in its place, nothing measured yet. */
export function designCard(card: CardSpec): Layout {
  const layout = leftToRight(card);
  return card.direction === 'rtl' ? mirror(layout) : layout;
}

function leftToRight(card: CardSpec): Layout {
  switch (card.template) {
    case 'section':
      return sectionSlide(card);
    case 'sources':
      return sourcesSlide(card);
    case 'publication':
      return publicationCard(card);
    default:
      return card.format === 'link' ? linkCard(card) : tallCard(card, cardFormats[card.format]);
  }
}
