import type { Language } from '../brief/languages/language.ts';

/** The rules by which a browser shows a feed, and the words above it in the publication's language. */
export function formatFeedStyles(rules: string, { labels, direction }: Language): string {
  // After the rules: what stands before their `@namespace` would undo it.
  return `${rules}\n:root {\n  --says: ${cssString(labels.thisIsAFeed)};\n  direction: ${direction};\n}\n`;
}

/** CSS Syntax Level 3, section 4.3.5: what would end a string is escaped by its code point. */
function cssString(text: string): string {
  return `"${text.replace(/["\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}
