import type { PhrasingContent } from 'mdast';
import { plainText, withoutLead } from './lines.ts';
import {
  recognise,
  recogniseHeading,
  type Names,
  type Recognised,
} from '../../src/languages/recognise-headings.ts';

/** A line that opens a part of the brief, with the text after the heading on the same line. */
export interface Opening {
  readonly name: Recognised;
  readonly text: string;
  readonly isMarked: boolean;
  /** A question with its answer, which may be a heading or the start of a paragraph. */
  readonly isDoubtful?: boolean | undefined;
  readonly rest: PhrasingContent[];
}

/** Recognises a line that is a heading or starts with one: "Why It Matters", "**Why It Matters:** The cost …". */
export function openingOf(line: readonly PhrasingContent[], names: Names): Opening | undefined {
  const [only, ...others] = line;
  // "*Sources: …*"
  const whole = only?.type === 'emphasis' && others.length === 0 ? only.children : line;
  const children = withoutLead(whole, /^\s+/);
  const text = plainText({ type: 'paragraph', children });
  if (isLinkToHeading(children)) return undefined;
  const isMarked = isBold(whole === line ? children : line);
  const name = isMarked ? recogniseHeading(text, names) : recognise(text, names);
  if (name) return { name, text, isMarked, rest: [] };
  return boldOpening(children, names) ?? colonOpening(children, names) ?? questionOpening(children, names);
}

/** Bold words at the start are a heading if a question mark, a colon or a dash follows. */
function boldOpening(children: readonly PhrasingContent[], names: Names): Opening | undefined {
  const at = children.findIndex((child) => child.type !== 'text' || /\p{L}/u.test(child.value));
  const bold = children[at];
  if (bold?.type !== 'strong') return undefined;
  const text = plainText(bold);
  const after = plainText({ type: 'paragraph', children: children.slice(at + 1) });
  const isDivided = /[?？؟:：.।]$/.test(text) || /^[:：.–—-]/.test(after);
  const name = isDivided ? recogniseHeading(text, names) : undefined;
  const rest = withoutLead(children.slice(at + 1), /^[\s:：.–—-]+/);
  return name && { name, text, isMarked: true, rest };
}

function colonOpening([first, ...others]: readonly PhrasingContent[], names: Names): Opening | undefined {
  if (first?.type !== 'text') return undefined;
  const [, text = '', after = ''] = /^([^:：]{2,60})[:：]\s*(.*)$/s.exec(first.value) ?? [];
  const name = recognise(text, names);
  const rest = withoutLead([{ type: 'text', value: after }, ...others], /^\s+/);
  return name && { name, text: text.trim(), isMarked: false, rest };
}

/** "What's Happening? The council voted on Monday." */
function questionOpening([first, ...others]: readonly PhrasingContent[], names: Names): Opening | undefined {
  if (first?.type !== 'text') return undefined;
  const [, text = '', after = ''] = /^([^?？؟]{2,60}(?:[?？؟](?=\s)|？))\s*(.*)$/s.exec(first.value) ?? [];
  const name = recognise(text, names);
  const rest = withoutLead([{ type: 'text', value: after }, ...others], /^\s+/);
  return name && { name, text, isMarked: false, isDoubtful: true, rest };
}

/** Bold as a whole, apart from a leading number or emoji. */
function isBold(children: readonly PhrasingContent[]): boolean {
  const words = children.filter((child) => child.type !== 'text' || /\p{L}/u.test(child.value));
  return words.length > 0 && words.every(({ type }) => type === 'strong' || type === 'emphasis');
}

/** An entry of a table of contents, not a heading. */
function isLinkToHeading(children: readonly PhrasingContent[]): boolean {
  const words = children.filter((child) => plainText(child) !== '');
  return words.length === 1 && words[0]?.type === 'link' && words[0].url.startsWith('#');
}
