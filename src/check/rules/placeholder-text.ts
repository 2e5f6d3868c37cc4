import { quote } from '../../diagnostics/quote.ts';
import { placeholderMark } from '../../languages/template.ts';
import { ownWords, passagesOf, type Passage } from '../../markdown/passages.ts';
import type { Rule } from './rule.ts';

/** Words that keep a place for the text: "TODO", "TBD", "TK", "[insert name]", "XX%". */
export const placeholderText: Rule = function* ({ draft }) {
  const others = draft.language.hasWordTodo ? whereTodoIsAWord : everywhere;
  for (const passage of passagesOf(draft)) {
    if (passage.prose.includes(placeholderMark)) continue;
    for (const { 0: words, index } of readable(passage).matchAll(others)) {
      yield {
        code: 'placeholder-text',
        range: passage.place(index, index + words.length),
        message: `Replace the placeholder ${quote(words)} with the text it stands for`,
        note: { text: passage.kind === 'text' ? adviceForText : 'write the text that belongs there' },
      };
    }
  }
};

const adviceForText =
  'write the text that belongs there; in a text about the word itself, put it in quotation marks';

/** Image descriptions and fields have no quotation marks of their own. */
function readable(passage: Passage): string {
  return passage.kind === 'text' ? ownWords(passage) : passage.prose;
}

const brackets = String.raw`\[(?:(?:[Ii]nsert|INSERT|[Aa]dd|ADD|[Pp]laceholder|PLACEHOLDER)\b[^\][]{0,80}|(?:[Cc]itation|[Ss]ource) needed|NUMBER|NAME|DATE|AMOUNT|SOURCE|QUOTE|TODO|TB[ACD]|TK|\.{3}|…|(?:Title|Headline|Subtitle|Subheading|Image|Photo|Chart):[^\][]{0,80})\]`;
const words = String.raw`(?<![\p{L}\p{N}#@])(?:TBD|FIXME|TK(?:TK)+|TK(?=\s(?:percent|per cent|thousand|million|billion|euros|dollars|pounds|people|years|months|weeks|days)\b)|XX+(?:[.,]X+)?(?:\s?%|\s(?:percent|per cent|million|billion))|[Ll]orem [Ii]psum)(?![\p{L}\p{N}])`;
const alone = String.raw`(?<=^|\n)(?:TK|[Ll]orem)(?=[.:]?(?:\n|$))`;
const task = String.raw`(?<![\p{L}\p{N}#@])TODO(?![\p{L}\p{N}])`;
const taskBeforeColon = String.raw`(?<![\p{L}\p{N}#@])TODO(?=:)`;

const everywhere = new RegExp([brackets, words, alone, task].join('|'), 'gu');
const whereTodoIsAWord = new RegExp([brackets, words, alone, taskBeforeColon].join('|'), 'gu');
