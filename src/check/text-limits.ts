import type { Language } from '../languages/language.ts';
import type { Publication } from '../brief/publication.ts';

/** Words: a section takes under a minute to read, and a brief has four of them. */
const defaults = { section: 220, brief: 600 };

/** The length above which `check` warns, in the unit of the language. */
export function textLimit(
  of: keyof typeof defaults,
  { limits }: Pick<Publication, 'limits'>,
  { reading }: Pick<Language, 'reading'>,
): number {
  return Math.round((limits?.[of] ?? defaults[of]) * (reading.perWord ?? 1));
}

/** How a publisher changes the limit, for messages. */
export function howToSet(of: keyof typeof defaults, { reading }: Pick<Language, 'reading'>): string {
  const counted =
    reading.perWord === undefined ? '' : `, where ${reading.perWord.toFixed(1)} characters are a word`;
  return `set \`limits: { ${of}: … }\` in briefs/_site.yaml${counted}`;
}
