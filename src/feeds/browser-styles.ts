import type { Publication } from '../brief/publication.ts';
import type { Language } from '../languages/language.ts';

/** The style sheet of feeds in a browser, with labels and the publication's colours. */
export function formatFeedStyles(
  rules: string,
  { labels, direction }: Language,
  { accent, ground }: Pick<Publication, 'accent' | 'ground'>,
): string {
  const own = [
    `--says: ${cssString(labels.thisIsAFeed)};`,
    `direction: ${direction};`,
    ...(ground ? [`--paper: light-dark(${ground.light}, ${ground.dark});`] : []),
    ...(accent ? [`--accent: light-dark(${accent.light}, ${accent.dark});`] : []),
  ];
  // After the rules, since their `@namespace` must come first.
  return `${rules}\n:root {\n${own.map((line) => `  ${line}\n`).join('')}}\n`;
}

/** CSS Syntax Level 3, section 4.3.5: characters that would end a string are escaped. */
function cssString(text: string): string {
  return `"${text.replace(/["\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}
