import type { Nodes, RootContent } from 'mdast';
import { besideWords, isQuestion } from './beside-words.ts';
import { countGraphemes } from '../../src/brief/graphemes.ts';
import { limits } from '../../src/markdown/schema.ts';
import type { Piece } from './divide.ts';
import { cutToSummary, summaryFrom } from './headline.ts';
import { plainText, someNode, unstruckText } from './lines.ts';

/** Where a summary may stand, the most certain first. */
export interface StatedSummaries {
  readonly frontMatter: unknown;
  /** Below the heading "What is the story about?". */
  readonly story: readonly RootContent[];
  readonly preamble: readonly RootContent[];
  /** The head of a page. */
  readonly head: string | undefined;
  /** What the text begins with. */
  readonly text: string;
  readonly language: string;
}

export interface ChosenSummary {
  readonly summary: string | undefined;
  readonly from: string;
  /** What is left of the text before the sections. */
  readonly preamble: RootContent[];
  /** What a summary has no room for. */
  readonly pieces: Piece[];
}

/** The summary of a document: what it calls so, a standfirst, the head's description, or the first sentences. */
export function chooseSummary(stated: StatedSummaries): ChosenSummary {
  const { frontMatter, story, preamble, head, text, language } = stated;
  const told = story
    .map((node) => unstruckText(node))
    .join(' ')
    .trim();
  const whole = { preamble: [...preamble], pieces: beside(story) };
  if (typeof frontMatter === 'string') {
    const isOther = told !== '' && told !== frontMatter.trim();
    const pieces = isOther
      ? [{ nodes: [...story], why: 'a summary beside the one of the front matter' }]
      : beside(story);
    return { ...whole, summary: frontMatter, from: 'from the front matter', pieces };
  }
  if (told !== '') {
    const summary = cutToSummary(told, language);
    const isWhole = countGraphemes(told) <= limits.summary.most;
    // A summary is plain text: what else is in the block is kept beside it.
    const pieces = isWhole
      ? beside(story)
      : [{ nodes: [...story], why: 'a summary of more than 300 characters' }];
    if (isWhole) return { ...whole, summary: told, from: 'from the block about the story', pieces };
    if (summary !== '')
      return { ...whole, summary, from: 'from the block about the story, shortened', pieces };
    return { ...whole, ...fromText(text, language), pieces };
  }
  const at = preamble.findIndex((node) => isPlain(node) && isSummary(plainText(node)));
  const standfirst = preamble[at];
  if (standfirst) {
    const rest = preamble.filter((node) => node !== standfirst);
    return {
      summary: plainText(standfirst),
      from: 'the paragraph before the sections',
      preamble: rest,
      pieces: [...beside(story), ...questionsIn(standfirst)],
    };
  }
  if (head !== undefined && isSummary(head))
    return { ...whole, summary: head, from: 'from the head of the page' };
  return { ...whole, ...fromText(text, language) };
}

/** What a summary of plain text says is not said twice: only what is more than that is kept. */
function beside(story: readonly RootContent[]): Piece[] {
  const nodes = story.filter((node) => !isPlain(node));
  const questions = story.filter(isPlain).flatMap(questionsIn);
  if (nodes.length === 0) return questions;
  return [
    ...questions,
    nodes.every(({ type }) => type === 'html')
      ? { nodes }
      : { nodes, why: 'a summary with more than text in it' },
  ];
}

function fromText(text: string, language: string): { summary: string | undefined; from: string } {
  return { summary: summaryFrom(text, language), from: 'the first sentences' };
}

/** Of the right length, and a sentence: a byline ends without a full stop. */
function isSummary(text: string): boolean {
  const length = countGraphemes(text);
  return (
    length >= limits.summary.least && length <= limits.summary.most && /[.!?…。！？।؟۔]["'”’»)]?$/u.test(text)
  );
}

/** A paragraph of text and emphasis; an address or a picture would be lost in a summary. */
function isPlain(node: RootContent): boolean {
  const kinds = ['paragraph', 'text', 'strong', 'emphasis', 'break'];
  const isOther = (each: Nodes): boolean => !kinds.includes(each.type) && !isQuestion(each);
  return node.type === 'paragraph' && !someNode(node, isOther);
}

function questionsIn(node: RootContent): Piece[] {
  const nodes = besideWords(node);
  return nodes.length > 0 ? [{ nodes }] : [];
}
