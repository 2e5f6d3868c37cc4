import type { Html, Nodes, Paragraph, PhrasingContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { isNode, isScalar, visit as visitYaml } from 'yaml';
import { withoutTracking } from '../../brief/tracking.ts';
import { writtenHeading } from '../../languages/languages.ts';
import { daysMeantBy, momentsMeantBy } from '../../languages/date-forms.ts';
import type { Draft } from '../../markdown/draft.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { isExact } from '../../markdown/outline.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { scriptCharacters } from '../../markdown/script-characters.ts';
import { applyEdits, type Edit } from '../../markdown/text-edits.ts';

// What models write in place of Markdown and fields, where it can mean only one thing.

/** Writes `<sub>2</sub>` and `<sup>2</sup>` in Unicode, a superscript note as a footnote, and `<br>` as a line end. */
export function writeTags(draft: Draft): string {
  const edits: Edit[] = [];
  const notes = new Set(nodesOf(draft.tree, 'footnoteDefinition').map(({ identifier }) => identifier));
  visit(draft.tree, 'paragraph', (paragraph, _, parent) => {
    const isFree = parent?.type === 'root';
    paragraph.children.forEach((node, at) => {
      if (node.type !== 'html') return;
      edits.push(...scriptEdits(draft, paragraph.children, at, notes), ...breakEdits(draft, paragraph, at, isFree)); // prettier-ignore
    });
  });
  visit(draft.tree, ['heading', 'tableCell', 'emphasis', 'strong', 'link'], (holder: Nodes) => {
    if (!('children' in holder)) return;
    const children = holder.children as PhrasingContent[];
    children.forEach((node, at) => {
      if (node.type === 'html') edits.push(...scriptEdits(draft, children, at, notes));
    });
  });
  return applyEdits(draft.source, edits);
}

function scriptEdits(
  { source }: Draft,
  nodes: readonly PhrasingContent[],
  at: number,
  notes: ReadonlySet<string>,
): Edit[] {
  const [opening, inside, closing] = nodes.slice(at, at + 3);
  const [, mark] = opening?.type === 'html' ? (/^<(sub|sup)>$/i.exec(opening.value) ?? []) : [];
  if (!opening || mark === undefined || inside?.type !== 'text' || closing?.type !== 'html') return [];
  const kind = mark.toLowerCase() === 'sub' ? 'sub' : 'sup';
  if (closing.value.toLowerCase() !== `</${kind}>`) return [];
  const { start } = rangeOf(opening);
  const { end } = rangeOf(closing);
  const [, word = ''] = /([\p{L}\p{N})]{0,30})$/u.exec(source.slice(Math.max(0, start - 31), start)) ?? [];
  const isNumber = kind === 'sup' && /^\d{1,3}$/.test(inside.value);
  const isNote = isNumber && (inside.value === '1' || !isPower.test(word));
  if (isNote && notes.has(inside.value)) return [{ start, end, text: `[^${inside.value}]` }];
  // Behind a word or a longer number, it could be the mark of a note.
  const characters = isNote ? undefined : scriptCharacters(inside.value, kind);
  return characters === undefined ? [] : [{ start, end, text: characters }];
}

/** "x²", "5 km²", "10²⁵": no word ends like that. */
const isPower = /^(?:\d*(?:\p{L}|[kcmdµn]m)|10)$/u;

/** One break ends the line, two end the paragraph. What a line could begin instead of text is left alone. */
function breakEdits({ source }: Draft, { children }: Paragraph, at: number, isFree: boolean): Edit[] {
  if (!isBreak(children[at]) || isBreak(children[at - 1])) return [];
  let last = at;
  while (isBreak(children[last + 1])) last += 1;
  const ends = children.slice(at, last + 1).map((node) => rangeOf(node));
  const [first = rangeOf({}), final = first] = [ends[0], ends.at(-1)];
  const spaces = /[ \t]*$/.exec(source.slice(0, first.start))?.[0].length ?? 0;
  const start = first.start - spaces;
  const rest = source.slice(final.end);
  const [line = ''] = /^[ \t]*(?:\r?\n[> \t]*)?/.exec(rest) ?? [];
  const end = final.end + line.length;
  if (last === children.length - 1) return [{ start, end: final.end, text: '' }];
  if (at === 0) return [];
  if (/^(?:[-+*>#|`~=:]|\d+[.)])/.test(source.slice(end))) return [];
  const hasNewline = line.includes('\n');
  if (last > at) return isFree ? [{ start, end, text: '\n\n' }] : [];
  return hasNewline ? [{ start, end: final.end, text: '\\' }] : [{ start, end, text: '\\\n' }];
}

function isBreak(node: PhrasingContent | undefined): node is Html {
  return node?.type === 'html' && /^<br\s*\/?>$/i.test(node.value);
}

/** Puts the space behind "###". */
export function spaceHeadings({ tree, source }: Draft): string {
  const edits = nodesOf(tree, 'paragraph').flatMap((node): Edit[] => {
    const { start } = rangeOf(node);
    const marks = /^#{2,6}(?=[\p{L}\p{N}*_"“'‘¿¡«])/u.exec(source.slice(start))?.[0];
    if (marks === undefined || node.children[0]?.type !== 'text') return [];
    return [{ start: start + marks.length, end: start + marks.length, text: ' ' }];
  });
  return applyEdits(source, edits);
}

/** Makes a heading of a section of a line in bold, and takes bold off headings that are bold as a whole. */
export function plainHeadings(draft: Draft): string {
  const { tree, source, headings, outline } = draft;
  const edits = tree.children.flatMap((node): Edit[] => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return [];
    const [strong, ...others] = node.children;
    if (strong?.type !== 'strong' || others.length > 0) return [];
    if (node.type === 'heading') {
      const [first, last] = [strong.children[0], strong.children.at(-1)];
      if (!first || !last || node.depth < 3) return [];
      return [{ ...rangeOf(strong), text: source.slice(rangeOf(first).start, rangeOf(last).end) }];
    }
    const text = plainText(strong)
      .trim()
      .replace(/\s*[:：]$/, '');
    const section = headings.findIndex((heading) => isExact(text, heading));
    if (section < 0 || outline.some((entry) => entry.section === section)) return [];
    return [{ ...rangeOf(node), text: `## ${writtenHeading(headings[section] ?? '')}` }];
  });
  return applyEdits(source, edits);
}

/** Writes dates in ISO 8601 that can be only one day. */
export function writeDates({ frontMatter, source }: Draft): string {
  if (!frontMatter) return source;
  const edits: Edit[] = [];
  visitYaml(frontMatter.document, {
    Pair: (_, { key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      if (!dateFields.has(name) || !isScalar(value) || typeof value.value !== 'string' || !value.range)
        return;
      if (/^\d{4}(?:-\d\d|$)/.test(value.value)) return;
      const hasTime = momentFields.has(name);
      const [date, ...others] = hasTime ? momentsMeantBy(value.value) : daysMeantBy(value.value);
      if (date === undefined || others.length > 0) return;
      const [start, end] = [value.range[0] + frontMatter.offset, value.range[1] + frontMatter.offset];
      edits.push({ start, end, text: date });
    },
  });
  return applyEdits(source, edits);
}

const momentFields = new Set(['date', 'updated', 'expires']);
const dateFields = new Set([...momentFields, 'accessed', 'by']);

/** Takes the parameters off addresses by which programs and newsletters count readers. */
export function dropTracking({ tree, source, frontMatter }: Draft): string {
  const edits: Edit[] = [];
  for (const node of nodesOf(tree, 'link', 'definition')) {
    const clean = withoutTracking(node.url);
    const { start, end } = rangeOf(node);
    for (
      let at = source.indexOf(node.url, start);
      clean !== node.url && at >= 0 && at + node.url.length <= end;
      at = source.indexOf(node.url, at + node.url.length)
    )
      // prettier-ignore
      edits.push({ start: at, end: at + node.url.length, text: clean });
  }
  const sources: unknown = frontMatter?.document.get('sources');
  if (!isNode(sources)) return applyEdits(source, edits);
  visitYaml(sources, {
    Pair: (_, { value }) => {
      if (!frontMatter || !isScalar(value) || typeof value.value !== 'string' || !value.range) return;
      const written = source.slice(value.range[0] + frontMatter.offset, value.range[1] + frontMatter.offset);
      const clean = /^https?:/.test(value.value) ? withoutTracking(value.value) : value.value;
      const at = written.indexOf(value.value);
      if (clean === value.value || at < 0) return;
      const start = value.range[0] + frontMatter.offset + at;
      edits.push({ start, end: start + value.value.length, text: clean });
    },
  });
  return applyEdits(source, edits);
}
