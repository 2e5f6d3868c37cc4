import { nameOfCharacter as nameOf } from '../../diagnostics/name-of-character.ts';
import { passagesOf } from '../../markdown/passages.ts';
import { invisibleCharactersInAddresses } from '../../markdown/invisible-characters.ts';
import type { Rule } from './rule.ts';

/**
 * Reports invisible characters that affect programs: XML does not allow control characters (XML 1.0, 2.2), and
 * bidirectional controls can disguise a text. U+FFFD replaces a lost character.
 */
export const controlCharacter: Rule = function* ({ draft }) {
  const reported = new Set<number>();
  for (const { kind, text, place } of passagesOf(draft)) {
    const found = kind === 'text' ? inText.exec(text) : inFields.exec(text);
    if (!found) continue;
    const [character] = found;
    const range = place(found.index, found.index + character.length);
    reported.add(range.start);
    yield {
      code: 'control-character',
      range,
      message: messageOf(character, nameOf(character)),
      note: { text: 'delete it and retype the text around it; it was pasted in with the text' },
    };
  }
  for (const { character, start, end } of invisibleCharactersInAddresses(draft)) {
    if (reported.has(start)) continue;
    reported.add(start);
    yield {
      code: 'control-character',
      range: { start, end },
      message: `Unexpected ${nameOf(character)}, a character that readers cannot see, in an address: it leads nowhere`,
      note: { text: 'delete it, or run `npm run check -- --fix`' },
    };
  }
};

function messageOf(character: string, name: string): string {
  if (character === '\ufffd') {
    return `Unexpected ${name}, which replaces a lost character, expected that character`;
  }
  return character.length > maxMarks
    ? `Unexpected stack of ${character.length} marks on one letter, expected at most ${maxMarks}`
    : `Unexpected ${name}, a character that readers cannot see, expected text`;
}

/** On one letter; no language has more (UAX #15, "Stream-Safe Text Format"). */
const maxMarks = 30;

/**
 * Tag characters spell hidden text, except in flags of subdivisions (UTS #51), whose codes have at most six characters
 * (UTS #35, "Unicode Subdivision Identifier").
 */
const tag = '(?<!\\u{1f3f4}[\\u{e0020}-\\u{e007e}]{0,6})[\\u{e0000}-\\u{e007f}]';
const pile = `\\p{M}{${maxMarks + 1},}`;
const hidden = '\\p{Cc}\\p{Cs}\\p{Noncharacter_Code_Point}\\u2028-\\u202e\\ufffd';

const inText = new RegExp(`(?![\\t\\n\\r])[${hidden}]|${tag}|${pile}`, 'u');
/** Fields are read out of context, so private-use characters have no meaning there. */
const inFields = new RegExp(`(?![\\t\\n\\r])[${hidden}\\p{Co}]|${tag}|${pile}`, 'u');
