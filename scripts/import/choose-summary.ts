import type { Blockquote, Nodes, Paragraph, RootContent } from 'mdast';
import { besideWords, isQuestion } from './beside-words.ts';
import { countGraphemes } from '../../src/brief/segment.ts';
import { limits } from '../../src/brief/front-matter.ts';
import type { Piece } from './divide.ts';
import type { Dropped } from './document-source.ts';
import { cutToSummary, summaryFrom } from './headline.ts';
import { isCourtesyAfter, isCourtesyBefore } from './conversation.ts';
import { plainText, someNode, splitLines, withoutLead } from './lines.ts';
import { noticeOf } from './notices.ts';
import { wordsForField } from './without-citations.ts';

/** Where a document may state its summary, most reliable first. */
export interface StatedSummaries {
  readonly frontMatter: unknown;
  /** Text below the heading "What is the story about?". */
  readonly story: readonly RootContent[];
  readonly preamble: readonly RootContent[];
  /** How many blocks of it stand above every heading, where none can be the text of a section. */
  readonly above: number;
  /** Summary in the head of the page. */
  readonly head: string | undefined;
  /** The opening paragraphs of the text. */
  readonly text: string;
  readonly language: string;
}

export interface ChosenSummary {
  readonly summary: string | undefined;
  readonly from: string;
  /** What remains before the sections. */
  readonly preamble: RootContent[];
  /** Text that does not fit in a summary. */
  readonly pieces: Piece[];
  readonly dropped: readonly Dropped[];
}

/** Chooses the summary: a stated one, a standfirst, the description in the head, or the first sentences. */
export function chooseSummary(stated: StatedSummaries): ChosenSummary {
  const { frontMatter, story, preamble, above, head, text, language } = stated;
  const storyText = story
    .map((node) => wordsForField(node).words)
    .join(' ')
    .trim();
  const whole = { preamble: [...preamble], pieces: beside(story), dropped: citationsIn(story) };
  if (typeof frontMatter === 'string') {
    const isOther = storyText !== '' && storyText !== frontMatter.trim();
    const pieces = isOther
      ? [{ nodes: [...story], why: 'summary other than the one in the front matter' }]
      : beside(story);
    return { ...whole, summary: frontMatter, from: 'from the front matter', pieces };
  }
  if (storyText !== '') {
    const summary = cutToSummary(storyText, language);
    const isWhole = countGraphemes(storyText) <= limits.summary.max;
    // A summary is plain text, so other content of the block becomes a piece.
    const pieces = isWhole
      ? beside(story)
      : [{ nodes: [...story], why: 'summary of more than 300 characters' }];
    if (isWhole) return { ...whole, summary: storyText, from: 'from the block about the story', pieces };
    if (summary !== '')
      return { ...whole, summary, from: 'from the block about the story, shortened', pieces };
    return { ...whole, ...fromText(text, language), pieces };
  }
  const canBe = (node: RootContent): boolean =>
    isPlain(node) && isSummary(wordsForField(unlabelled(node)).words) && !isSpoken(plainText(node));
  const before = preamble.slice(0, above);
  const standfirst =
    before.find(canBe) ?? before.find((node) => isQuoted(node) && canBe(withoutCallout(node.children[0])));
  if (standfirst) {
    const rest = preamble.filter((node) => node !== standfirst);
    return {
      summary: wordsForField(unlabelled(standfirst)).words,
      from: 'from the paragraph before the sections',
      preamble: rest,
      pieces: [...beside(story), ...questionsIn(withoutNotes(standfirst))],
      dropped: citationsIn([standfirst]),
    };
  }
  if (head !== undefined && isSummary(head))
    return { ...whole, summary: head, from: 'from the head of the page' };
  return { ...whole, ...fromText(text, language) };
}

/** A standfirst without what it is called: "**In one sentence:** …", or the first line of a callout. */
function unlabelled(node: RootContent): RootContent {
  if (node.type === 'blockquote') {
    const [first, ...others] = node.children;
    return first?.type === 'paragraph' ? { ...node, children: [withoutCallout(first), ...others] } : node;
  }
  if (node.type !== 'paragraph') return node;
  const [first, second] = node.children;
  const name = first?.type === 'strong' ? plainText(first) : '';
  const next = second?.type === 'text' ? second.value : '';
  if (
    name === '' ||
    name.length > maxLabelLength ||
    !/[:：]\s*$/.test(name + (/^\s*[:：]?/.exec(next)?.[0] ?? ''))
  )
    return node;
  return { ...node, children: withoutLead(node.children.slice(1), /^\s*[:：]?\s*/) };
}

function withoutCallout(paragraph: Paragraph): Paragraph {
  const [first, ...lines] = splitLines(paragraph.children);
  const isCallout =
    first !== undefined && /^\[!\w+\]/.test(plainText({ type: 'paragraph', children: first.children }));
  const children = lines.flatMap(({ before, children: line }, at) => [
    ...(at > 0 && before ? [before] : []),
    ...line,
  ]);
  const rest = isCallout && lines.length > 0 ? { ...paragraph, children } : paragraph;
  return unlabelled(rest) as Paragraph;
}

/** Characters of such a name. */
const maxLabelLength = 25;

/** A standfirst set as a quotation; nobody's words are in it. */
function isQuoted(node: RootContent): node is Blockquote & { children: [Paragraph] } {
  const [first, ...others] = node.type === 'blockquote' ? node.children : [];
  return first?.type === 'paragraph' && others.length === 0 && !/^["“”„«»「『‘]/.test(plainText(first));
}

/** Blocks with more than plain text; the summary already contains the rest. */
function beside(story: readonly RootContent[]): Piece[] {
  const nodes = story.filter((node) => !isPlain(node));
  const questions = story.filter(isPlain).flatMap(questionsIn);
  if (nodes.length === 0) return questions;
  return [
    ...questions,
    nodes.every(({ type }) => type === 'html')
      ? { nodes }
      : { nodes, why: 'summary with more than plain text' },
  ];
}

function fromText(text: string, language: string): { summary: string | undefined; from: string } {
  return { summary: summaryFrom(text, language), from: 'from the first sentences' };
}

/** A summary never speaks as the program that wrote it, and says nothing about how the text came about. */
function isSpoken(text: string): boolean {
  const unquoted = text.replace(/["“„«][^"”“»]*["”»]/g, '');
  return (
    isCourtesyBefore(text) ||
    isCourtesyAfter(text) ||
    noticeOf(text) !== undefined ||
    /\b(?:I|I['’](?:m|ve|ll|d)|my|me)\b/.test(
      unquoted.replace(/\b(?:World War|Elizabeth|Charles|Part|Type|Phase|Title) I\b/g, ''),
    )
  );
}

/** Has the length of a summary and ends as a sentence, which a byline does not. */
function isSummary(text: string): boolean {
  const length = countGraphemes(text);
  return (
    length >= limits.summary.min && length <= limits.summary.max && /[.!?…。！？।؟۔]["'”’»)]?$/u.test(text)
  );
}

/** A paragraph of text, emphasis and citations only; a summary would lose other links, and images. */
function isPlain(node: RootContent): boolean {
  const kinds = ['paragraph', 'text', 'strong', 'emphasis', 'break', 'link', 'footnoteReference'];
  const isOther = (each: Nodes): boolean =>
    (!kinds.includes(each.type) && !isQuestion(each)) || (each.type === 'link' && Boolean(each.title));
  return node.type === 'paragraph' && !someNode(node, isOther) && !wordsForField(node).hasLink;
}

function citationsIn(nodes: readonly RootContent[]): Dropped[] {
  return nodes.filter(isPlain).flatMap((node) => wordsForField(node).dropped);
}

/** A summary has no notes, whose texts stay. */
function withoutNotes(node: RootContent): RootContent {
  if (!('children' in node)) return node;
  const children = (node.children as RootContent[]).filter(({ type }) => type !== 'footnoteReference');
  return { ...node, children: children.map(withoutNotes) } as RootContent;
}

function questionsIn(node: RootContent): Piece[] {
  const nodes = besideWords(node);
  return nodes.length > 0 ? [{ nodes }] : [];
}
