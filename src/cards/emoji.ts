import { readFileSync } from 'node:fs';
import { nameOf } from './characters.ts';

/**
 * The picture of a grapheme that is to be shown as an emoji, as a `data:` address; undefined for a text. By UTS #51: a
 * character that is an emoji by itself, or becomes one by U+FE0F or a keycap, unless U+FE0E asks for the letter form. An emoji
 * that the set lacks is an error with all its code points.
 */
export function emojiOf(grapheme: string): string | undefined {
  if (!isEmoji(grapheme)) return undefined;
  const known = pictures.get(grapheme);
  if (known !== undefined) return known;
  const picture = readPicture(grapheme);
  if (picture === undefined) {
    throw new Error(`Unexpected emoji ${nameOf(grapheme)}: the set of the cards does not have it`);
  }
  if (pictures.size >= picturesKept) pictures.clear();
  pictures.set(grapheme, picture);
  return picture;
}

function isEmoji(grapheme: string): boolean {
  if (
    !/[\p{Emoji_Presentation}\ufe0f\u20e3\u{1f1e6}-\u{1f1ff}]|\p{Emoji}\p{Emoji_Modifier}|\u200d/u.test(
      grapheme,
    )
  )
    return false;
  if (grapheme.includes('\ufe0e')) return false;
  return (
    /^(?:[#*0-9]\ufe0f?\u20e3|[\u{1f1e6}-\u{1f1ff}]|[\p{Emoji}--[#*0-9]])/v.test(grapheme) &&
    !isTextSequence(grapheme)
  );
}

/** Letters that a joiner follows, as in Arabic, are no emoji; nor is a character that waits for U+FE0F and has none. */
function isTextSequence(grapheme: string): boolean {
  return !/[\p{Emoji_Presentation}\p{Emoji_Modifier}\ufe0f\u20e3\u{1f1e6}-\u{1f1ff}]|\u200d\p{Emoji}/u.test(
    grapheme,
  );
}

const pictures = new Map<string, string>();
/** At most 26 KB each. */
const picturesKept = 200;

function readPicture(grapheme: string): string | undefined {
  const file = fileNameOf(grapheme);
  try {
    const svg = readFileSync(new URL(import.meta.resolve(`@twemoji/svg/${file}`)));
    return `data:image/svg+xml;base64,${svg.toString('base64')}`;
  } catch {
    return undefined;
  }
}

/** As the set names its files: code points with hyphens, and U+FE0F only where a joiner is, too. */
function fileNameOf(grapheme: string): string {
  const characters = Array.from(grapheme).filter(
    (character) => grapheme.includes('\u200d') || character !== '\ufe0f',
  );
  return `${characters.map((character) => character.codePointAt(0)?.toString(16)).join('-')}.svg`;
}
