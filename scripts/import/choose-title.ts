import type { RootContent } from 'mdast';
import { besideWords, isQuestion } from './beside-words.ts';
import { countGraphemes } from '../../src/brief/segment.ts';
import { limits } from '../../src/brief/front-matter.ts';
import type { Piece } from './divide.ts';
import { shorten, titleFrom } from './headline.ts';
import { plainText, unstruckText } from './lines.ts';

/** Where a document may state its title, most reliable first. */
export interface StatedTitles {
  readonly frontMatter: unknown;
  /** The heading before the sections. */
  readonly heading: RootContent | undefined;
  /** Title in the head of the page. */
  readonly head: string | undefined;
  readonly preamble: readonly RootContent[];
  /** The opening paragraphs of the text. */
  readonly text: string;
  readonly language: string;
}

export interface ChosenTitle {
  readonly title: string | undefined;
  readonly from: string;
  /** What remains before the sections. */
  readonly preamble: RootContent[];
  /** A title that was not used or had to be cut. */
  readonly pieces: Piece[];
}

/** Chooses the title: a stated one, the first line if it is not a sentence, or the first sentence. */
export function chooseTitle(stated: StatedTitles): ChosenTitle {
  const { frontMatter, heading, head, preamble, text, language } = stated;
  const headingText = heading ? unstruckText(heading) : '';
  const whole = { preamble: [...preamble], pieces: beside(heading) };
  if (typeof frontMatter === 'string') {
    const isOther = heading && headingText !== frontMatter.replace(/\s+/g, ' ').trim();
    const pieces = isOther ? [{ nodes: [heading], why: 'heading other than the title' }] : beside(heading);
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
      pieces: [{ nodes: [heading], why: 'title that is too long' }],
    };
  }
  if (head !== undefined && countGraphemes(head) <= limits.title) {
    return { ...whole, title: head, from: 'from the head of the page' };
  }
  const [first, ...rest] = preamble;
  if (first && isTitleLike(first)) {
    const pieces = [...beside(heading), ...beside(first)];
    return { title: plainText(first), from: 'from the first line', preamble: rest, pieces };
  }
  // A bold line alone is a headline wherever it stands.
  const bold = preamble.find((node) => isTitleLike(node) && isBold(node));
  if (bold) {
    const others = preamble.filter((node) => node !== bold);
    return {
      title: plainText(bold),
      from: 'from the bold line',
      preamble: others,
      pieces: [...beside(heading), ...beside(bold)],
    };
  }
  const title = titleFrom(text, language);
  if (title === '') return { ...whole, title: undefined, from: '' };
  return {
    ...whole,
    title,
    from: title.endsWith('…') ? 'from the first sentence, shortened' : 'from the first sentence',
  };
}

/** Other content of the title's heading, since a title is plain text. */
function beside(heading: RootContent | undefined): Piece[] {
  const nodes = heading ? besideWords(heading) : [];
  return nodes.length > 0 ? [{ nodes }] : [];
}

/** A single line that is not a sentence: headlines have no full stop. */
function isTitleLike(node: RootContent): boolean {
  const text = plainText(node);
  const isLine =
    node.type === 'paragraph' &&
    node.children.every((child) => isInTitle.includes(child.type) || isQuestion(child));
  return (
    isLine &&
    /[\p{L}\p{N}]/u.test(text) &&
    text.length <= maxLineLength &&
    !/[.!;:,。！；：，।۔]$/u.test(text)
  );
}

function isBold(node: RootContent): boolean {
  return node.type === 'paragraph' && node.children.every(({ type }) => type === 'strong');
}

const isInTitle = ['text', 'strong', 'emphasis'];

/** Characters; a longer first line is a paragraph. */
const maxLineLength = 150;
