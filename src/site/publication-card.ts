import type { CardReference } from '../brief/brief.ts';
import { publicationCardOf } from '../cards/card.ts';
import { shared, site } from 'virtual:fourfold';

const made = new Map<string, () => CardReference | undefined>();

/** The card of all pages in a language other than briefs. */
export function publicationCard(lang: string): CardReference | undefined {
  const card = made.get(lang) ?? shared(() => publicationCardOf(site, lang)?.reference);
  made.set(lang, card);
  return card();
}
