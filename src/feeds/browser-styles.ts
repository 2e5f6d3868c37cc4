import type { Accent } from '../brief/publication.ts';
import type { Language } from '../languages/language.ts';

/** The rules by which a browser shows a feed, with the words above it and the accent of the publication. */
export function formatFeedStyles(rules: string, { labels, direction }: Language, accent?: Accent): string {
  const own = [
    `--says: ${cssString(labels.thisIsAFeed)};`,
    `direction: ${direction};`,
    ...(accent ? [`--accent: light-dark(${accent.light}, ${accent.dark});`] : []),
  ];
  // After the rules: what stands before their `@namespace` would undo it.
  return `${rules}\n:root {\n${own.map((line) => `  ${line}\n`).join('')}}\n`;
}

/** CSS Syntax Level 3, section 4.3.5: what would end a string is escaped by its code point. */
function cssString(text: string): string {
  return `"${text.replace(/["\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}
