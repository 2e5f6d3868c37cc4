import type { Language } from '../languages/language.ts';
import type { Publication } from '../brief/publication.ts';

/** Words: a card's reader gives a section under a minute, and four of these with room to spare make a brief. */
const defaults = { section: 220, brief: 600 };

/** How long a text may be before the checker warns, in the unit that its language is counted in. */
export function textLimit(
  of: keyof typeof defaults,
  { limits }: Pick<Publication, 'limits'>,
  { reading }: Pick<Language, 'reading'>,
): number {
  return Math.round((limits?.[of] ?? defaults[of]) * (reading.perWord ?? 1));
}

/** How a publisher changes the limit, for the notes of the checker. */
export function howToSet(of: keyof typeof defaults, { reading }: Pick<Language, 'reading'>): string {
  const counted =
    reading.perWord === undefined ? '' : `, where ${reading.perWord.toFixed(1)} characters are a word`;
  return `set \`limits: { ${of}: … }\` in briefs/_site.yaml${counted}`;
}
