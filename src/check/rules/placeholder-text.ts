import type { Finding, Range } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { placeholderMark } from '../../languages/template.ts';
import { textFields } from '../../brief/text-fields.ts';
import { isFiller } from '../../markdown/fillers.ts';
import { isWithin, rangeOf } from '../../markdown/nodes.ts';
import { ownWords, passagesOf, textPassages, type Passage } from '../../markdown/passages.ts';
import { sectionsOf } from '../../markdown/sections.ts';
import type { Rule } from './rule.ts';

/** Words that keep a place for the text: "TODO", "TBD", "TK", "[insert name]", "XX%", and sections of nothing but "N/A". */
export const placeholderText: Rule = function* ({ draft }) {
  const reported: Range[] = [];
  for (const { content } of sectionsOf(draft)) {
    const [first, last] = [content[0], content.at(-1)];
    const words = textPassages(content, draft.source).map(({ text }) => text.trim());
    if (!first || !last || !isFiller(words.join(' '))) continue;
    const range = { start: rangeOf(first).start, end: rangeOf(last).end };
    reported.push(range);
    yield findingOf(draft.source.slice(range.start, range.end), range, adviceForText);
  }
  const others = draft.language.hasWordTodo ? whereTodoIsAWord : everywhere;
  for (const passage of passagesOf(draft)) {
    if (passage.prose.includes(placeholderMark)) continue;
    const isOwn = passage.kind === 'field' ? filled.has(passage.field ?? '') : passage.kind === 'alt';
    if (isOwn && isFiller(passage.prose)) {
      yield findingOf(
        passage.text,
        passage.place(0, passage.text.length),
        'write it, or leave the field out',
      );
      continue;
    }
    for (const { 0: words, index } of readable(passage).matchAll(others)) {
      const range = passage.place(index, index + words.length);
      if (reported.some((whole) => isWithin(range, whole))) continue;
      yield findingOf(
        words,
        range,
        passage.kind === 'text' ? adviceForText : 'write the text that belongs there',
      );
    }
  }
};

/** Fields in which a filler is never a value, as it is in `ai: none`. */
const filled: ReadonlySet<string> = new Set([...textFields, 'topics', 'thread']);

function findingOf(words: string, range: Range, advice: string): Finding {
  return {
    code: 'placeholder-text',
    range,
    message: `Replace the placeholder ${quote(words)} with the text it stands for`,
    note: { text: advice },
  };
}

const adviceForText =
  'write the text that belongs there; in a text about the word itself, put it in quotation marks';

/** Image descriptions and fields have no quotation marks of their own. */
function readable(passage: Passage): string {
  return passage.kind === 'text' ? ownWords(passage) : passage.prose;
}

const brackets = String.raw`\[(?:(?:[Ii]nsert|INSERT|[Aa]dd|ADD|[Pp]laceholder|PLACEHOLDER)\b[^\][]{0,80}|(?:[Cc]itation|[Ss]ource) needed|NUMBER|NAME|DATE|AMOUNT|SOURCE|QUOTE|TODO|TB[ACD]|TK|\.{3}|…|(?:Title|Headline|Subtitle|Subheading|Image|Photo|Chart):[^\][]{0,80}|[Yy]our (?:text|content|summary|headline|quote|source|link)[^\][]{0,40}|(?:[Cc]ompany|[Pp]erson|[Cc]ity|[Cc]ountry)(?: [Nn]ame)?|(?:[Ff]ull )?[Nn]ame|[Dd]ate|[Nn]umber|[Aa]mount|[Pp]ercentage|[Ll]ocation|[Oo]rgani[sz]ation|[Qq]uote|[Ll]ink|URL|[Ss]ource|[Pp]ending|[Tt]ext|[Cc]ontent|\$?X+%?)\](?![([:])|[({<](?:[Ii]nsert|INSERT|[Aa]dd) (?:a |an |the |your )?(?:date|name|number|figure|quote|link|source|text|title|image|amount|details?)\b[^(){}<>]{0,60}[)}>]`;
const words = String.raw`(?<![\p{L}\p{N}#@])(?:TBD|FIXME|TK(?:TK)+|TK(?=\s(?:percent|per cent|thousand|million|billion|euros|dollars|pounds|people|years|months|weeks|days)\b)|[$€£]?XX+(?:[.,]X+)?(?:\s?%|\s(?:percent|per cent|million|billion|people|thousand|years|days))|[Ll]orem [Ii]psum)(?![\p{L}\p{N}])`;
const alone = String.raw`(?<=^|\n)(?:TK|[Ll]orem)(?=[.:]?(?:\n|$))`;
const task = String.raw`(?<![\p{L}\p{N}#@])TODO(?![\p{L}\p{N}])`;
const taskBeforeColon = String.raw`(?<![\p{L}\p{N}#@])TODO(?=:)`;

const everywhere = new RegExp([brackets, words, alone, task].join('|'), 'gu');
const whereTodoIsAWord = new RegExp([brackets, words, alone, taskBeforeColon].join('|'), 'gu');
