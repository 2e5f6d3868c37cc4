import { passagesOf } from '../passages.ts';
import type { Rule } from './rule.ts';

/**
 * No sign that readers cannot see but programs obey: XML has no place for control characters (XML 1.0, 2.2), and
 * changes of direction can make a text read as what it is not. U+FFFD stands where a character was lost.
 */
export const controlCharacter: Rule = function* ({ draft }) {
  for (const { kind, text, place } of passagesOf(draft)) {
    const found = kind === 'text' ? inText.exec(text) : inFields.exec(text);
    if (!found) continue;
    const [sign] = found;
    const name = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    yield {
      code: 'control-character',
      range: place(found.index, found.index + sign.length),
      message:
        sign === '\ufffd'
          ? `Unexpected ${name}, which stands where a character was lost, expected that character`
          : `Unexpected ${name}, a character that readers cannot see, expected text`,
      note: { text: 'delete it and type the text around it anew; it was pasted along with the text' },
    };
  }
};

const inText = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028-\u202e\ufffd]/u;
/** A field is read alone, by machines too: a private sign has no meaning there. */
const inFields = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u2028-\u202e\ufffd]/u;
