import { readdirSync } from 'node:fs';
import { graphemesOf } from './characters.ts';

/**
 * The SVG file of a grapheme that is to be shown as an emoji; undefined for one that is text, or that the
 * set lacks. By UTS #51: a character that is an emoji by itself, or becomes one by U+FE0F, a keycap, a skin tone or a joiner,
 * unless U+FE0E asks for the form of a letter.
 */
export function emojiOf(grapheme: string): URL | undefined {
  return isEmoji(grapheme) ? imageOf(grapheme) : undefined;
}

/**
 * The text with emoji that the set lacks as a whole divided into those that it has, as UTS #51 (section 2.2) asks of systems
 * that cannot show a sequence: a family of two as two people, an unknown flag as its letters.
 */
export function withKnownEmoji(text: string): string {
  if (!partOfEmoji.test(text)) return text;
  return graphemesOf(text)
    .map((grapheme) => {
      // A tone behind a letter is no part of it.
      if (!isEmoji(grapheme)) return grapheme.replace(/(?<=.)\p{Emoji_Modifier}/gu, `${apart}$&`);
      if (imageOf(grapheme) !== undefined) return grapheme;
      const parts = grapheme.split(/\u200d|(?=[\p{Emoji_Modifier}\p{Regional_Indicator}])/u);
      return parts.filter((part) => part !== '').join(apart);
    })
    .join('');
}

/** U+2060 keeps what stands side by side from being one emoji again, and on one line. */
const apart = '\u2060';

const partOfEmoji =
  /[\p{Emoji_Presentation}\p{Emoji_Modifier}\p{Regional_Indicator}\ufe0f\u20e3]|\p{Emoji}\u200d/u;
const start = /^(?:[#*0-9]\ufe0f?\u20e3|\p{Regional_Indicator}|[\p{Emoji}--[#*0-9]])/v;

function isEmoji(grapheme: string): boolean {
  return partOfEmoji.test(grapheme) && start.test(grapheme) && !grapheme.includes('\ufe0e');
}

const folder = new URL('.', import.meta.resolve('@twemoji/svg/1f600.svg'));

function imageOf(grapheme: string): URL | undefined {
  const file = filesByName().get(nameIn(grapheme));
  return file === undefined ? undefined : new URL(file, folder);
}

let files: ReadonlyMap<string, string> | undefined;

/** Files by their code points without U+FE0F, which the set, as writers do, has in some sequences and not in others. */
function filesByName(): ReadonlyMap<string, string> {
  files ??= new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.svg'))
      .map((file) => [file.slice(0, -4).replace(/-fe0f/g, ''), file]),
  );
  return files;
}

function nameIn(grapheme: string): string {
  return Array.from(grapheme.replace(/[\ufe0e\ufe0f]/g, ''), (character) =>
    character.codePointAt(0)?.toString(16),
  ).join('-');
}
