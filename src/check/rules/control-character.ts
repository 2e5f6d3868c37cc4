import { nameOfCharacter as nameOf } from '../../diagnostics/name-of-character.ts';
import { passagesOf } from '../../markdown/passages.ts';
import { invisibleCharactersInAddresses } from '../../markdown/invisible-characters.ts';
import type { Rule } from './rule.ts';

/**
 * No sign that readers cannot see but programs obey: XML has no place for control characters (XML 1.0, 2.2), and
 * changes of direction can make a text read as what it is not. U+FFFD stands where a character was lost.
 */
export const controlCharacter: Rule = function* ({ draft }) {
  const told = new Set<number>();
  for (const { kind, text, place } of passagesOf(draft)) {
    const found = kind === 'text' ? inText.exec(text) : inFields.exec(text);
    if (!found) continue;
    const [character] = found;
    const range = place(found.index, found.index + character.length);
    told.add(range.start);
    yield {
      code: 'control-character',
      range,
      message: messageOf(character, nameOf(character)),
      note: { text: 'delete it and retype the text around it; it was pasted in with the text' },
    };
  }
  for (const { character, start, end } of invisibleCharactersInAddresses(draft)) {
    if (told.has(start)) continue;
    told.add(start);
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
    return `Unexpected ${name}, which stands where a character was lost, expected that character`;
  }
  return character.length > maxMarks
    ? `Unexpected stack of ${character.length} marks on one letter, expected at most ${maxMarks}`
    : `Unexpected ${name}, a character that readers cannot see, expected text`;
}

/** On one letter, as no language has them: UAX #15, "Stream-Safe Text Format". */
const maxMarks = 30;

/**
 * Tags spell a text that programs read and people do not see, but for the flags of parts of countries (UTS #51), whose
 * codes have six signs at most (UTS #35, "Unicode Subdivision Identifier").
 */
const tag = '(?<!\\u{1f3f4}[\\u{e0020}-\\u{e007e}]{0,6})[\\u{e0000}-\\u{e007f}]';
const pile = `\\p{M}{${maxMarks + 1},}`;
const hidden = '\\p{Cc}\\p{Cs}\\p{Noncharacter_Code_Point}\\u2028-\\u202e\\ufffd';

const inText = new RegExp(`(?![\\t\\n\\r])[${hidden}]|${tag}|${pile}`, 'u');
/** A field is read alone, by machines too: a private sign has no meaning there. */
const inFields = new RegExp(`(?![\\t\\n\\r])[${hidden}\\p{Co}]|${tag}|${pile}`, 'u');
