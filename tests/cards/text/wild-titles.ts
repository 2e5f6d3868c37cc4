import titles from '../../fixtures/wild-titles.json' with { type: 'json' };
import type { Sample } from './chromium-lines.ts';

/** Titles as newsrooms of twenty ways of writing have them, and as no newsroom should. */
export const wildTitles: readonly Sample[] = Object.values(titles).flatMap(({ texts, ...writing }) =>
  texts.map((text): Sample => ({
    text,
    face: 'display',
    lang: writing.lang,
    direction: 'direction' in writing ? 'rtl' : 'ltr',
  })),
);
