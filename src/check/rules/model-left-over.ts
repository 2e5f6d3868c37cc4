import type { Finding, Range } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { marksIn, spokenIn, trackingRemnant } from '../../markdown/boilerplate.ts';
import { linksOf } from '../../markdown/link-uses.ts';
import { ownWords, passagesOf, type Passage } from '../../markdown/passages.ts';
import type { Rule } from './rule.ts';

/**
 * Remnants of a conversation with a chat program are not part of a brief: phrases, source marks and tracking parameters.
 */
export const modelLeftOver: Rule = function* ({ draft }) {
  for (const passage of passagesOf(draft)) {
    const said = passage.kind === 'text' ? ownWords(passage) : passage.prose;
    for (const { words, index } of spokenIn(said)) {
      yield finding(
        words,
        passage.place(index, index + words.length),
        'delete what the program said to you; put a quotation in quotation marks or after ">"',
      );
    }
    for (const { words: mark, index } of marksIn(passage.prose)) {
      yield finding(
        mark,
        passage.place(index, index + mark.length),
        'it is a chat program’s mark for a source: find the source, list it under `sources`, and delete the mark',
      );
    }
    if (passage.kind === 'field') yield* trackingIn(passage.text, passage.place);
  }
  for (const { url, range } of linksOf(draft.tree)) {
    yield* trackingIn(url, (start, end) => rangeIn(url.slice(start, end), range, draft.source));
  }
};

function* trackingIn(url: string, place: Passage['place']): Iterable<Finding> {
  const found = trackingRemnant.exec(url);
  if (!found) return;
  const [mark] = found;
  yield finding(
    mark.slice(1),
    place(found.index + 1, found.index + mark.length),
    'remove it from the address, and check the page: a program chose it',
  );
}

/** The last match, since a link's text may equal its address. */
function rangeIn(text: string, { start, end }: Range, source: string): Range {
  const at = source.slice(start, end).lastIndexOf(text);
  return at < 0 ? { start, end } : { start: start + at, end: start + at + text.length };
}

function finding(words: string, range: Range, advice: string): Finding {
  return {
    code: 'model-left-over',
    range,
    message: `Unexpected text from a chat program, ${quote(words)}, expected the brief's own text`,
    note: { text: advice },
  };
}
