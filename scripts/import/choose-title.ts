import type { RootContent } from 'mdast';
import { besideWords, isQuestion } from './beside-words.ts';
import { countGraphemes } from '../../src/brief/graphemes.ts';
import { limits } from '../../src/markdown/schema.ts';
import type { Piece } from './divide.ts';
import { shorten, titleFrom } from './headline.ts';
import { plainText, unstruckText } from './lines.ts';

/** Where a title may stand, the most certain first. */
export interface StatedTitles {
  readonly frontMatter: unknown;
  /** The heading before the sections. */
  readonly heading: RootContent | undefined;
  /** The head of a page. */
  readonly head: string | undefined;
  readonly preamble: readonly RootContent[];
  /** What the text begins with. */
  readonly text: string;
  readonly language: string;
}

export interface ChosenTitle {
  readonly title: string | undefined;
  readonly from: string;
  /** What is left of the text before the sections. */
  readonly preamble: RootContent[];
  /** A title that was not taken, or had to be cut. */
  readonly pieces: Piece[];
}

/** The title of a document; else its first line, if that is no sentence; else its first sentence. */
export function chooseTitle(stated: StatedTitles): ChosenTitle {
  const { frontMatter, heading, head, preamble, text, language } = stated;
  const headingText = heading ? unstruckText(heading) : '';
  const whole = { preamble: [...preamble], pieces: beside(heading) };
  if (typeof frontMatter === 'string') {
    const isOther = heading && headingText !== frontMatter.replace(/\s+/g, ' ').trim();
    const pieces = isOther ? [{ nodes: [heading], why: 'a heading beside the title' }] : beside(heading);
    return { ...whole, title: frontMatter, from: 'from the front matter', pieces };
  }
  if (heading && headingText !== '') {
    if (countGraphemes(headingText) <= limits.title)
      return { ...whole, title: headingText, from: 'from the heading' };
    const title = shorten(headingText, limits.titleAdvised, language);
    return {
      ...whole,
      title,
      from: 'from the heading, shortened',
      pieces: [{ nodes: [heading], why: 'a title too long' }],
    };
  }
  if (head !== undefined && countGraphemes(head) <= limits.title) {
    return { ...whole, title: head, from: 'from the head of the page' };
  }
  const [first, ...rest] = preamble;
  if (first && isTitleLike(first)) {
    const pieces = [...beside(heading), ...beside(first)];
    return { title: plainText(first), from: 'the first line', preamble: rest, pieces };
  }
  const title = titleFrom(text, language);
  if (title === '') return { ...whole, title: undefined, from: '' };
  return {
    ...whole,
    title,
    from: title.endsWith('…') ? 'the first sentence, shortened' : 'the first sentence',
  };
}

/** A title is plain text: what else is in its heading is kept beside it. */
function beside(heading: RootContent | undefined): Piece[] {
  const nodes = heading ? besideWords(heading) : [];
  return nodes.length > 0 ? [{ nodes }] : [];
}

/** A line and no sentence: a headline has no full stop. */
function isTitleLike(node: RootContent): boolean {
  const text = plainText(node);
  const isLine =
    node.type === 'paragraph' &&
    node.children.every((child) => isInTitle.includes(child.type) || isQuestion(child));
  return (
    isLine && /[\p{L}\p{N}]/u.test(text) && text.length <= longestLine && !/[.!;:,。！；：，।۔]$/u.test(text)
  );
}

const isInTitle = ['text', 'strong', 'emphasis'];

/** Characters; a first line that is longer is a paragraph. */
const longestLine = 150;
