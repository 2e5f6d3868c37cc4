import type { Link, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { countGraphemes } from '../../src/brief/segment.ts';
import { limits } from '../../src/brief/front-matter.ts';
import { withoutTracking } from '../../src/brief/tracking.ts';
import { plainText, someNode, splitLines } from './lines.ts';
import { nameOfAddress, readDate } from './model-fields.ts';

/** A source in the front matter. */
export interface FoundSource {
  readonly title: string;
  readonly url: string;
  readonly publisher?: string;
  readonly accessed?: string;
}

/**
 * Reads the list below the heading "Sources", one source in an item or on a line. Entries that say more than a source
 * can are returned.
 */
export function readSources(nodes: readonly RootContent[]): { sources: FoundSource[]; rest: RootContent[] } {
  const sources: FoundSource[] = [];
  const rest: RootContent[] = [];
  const take = (children: readonly PhrasingContent[]): boolean => {
    const source = readSource(children);
    if (source && !sources.some(({ url, title }) => url === source.url && title === source.title))
      sources.push(source);
    return source !== undefined;
  };
  for (const node of nodes) {
    const row = node.type === 'paragraph' ? linksInRow(node.children) : undefined;
    if (row) row.forEach((link) => take([link]));
    else if (node.type === 'list') {
      const left = node.children.filter(
        ({ children: [first, ...others] }) =>
          !(first?.type === 'paragraph' && others.length === 0 && take(first.children)),
      );
      if (left.length > 0) rest.push({ ...node, children: left });
    } else if (node.type === 'paragraph' && !take(node.children)) {
      const left = splitLines(node.children).filter(({ children }) => !take(children));
      const kept = left.flatMap(({ before, children }, at) => [
        ...(at > 0 && before ? [before] : []),
        ...children,
      ]);
      if (plainText({ type: 'paragraph', children: kept }) !== '') rest.push({ ...node, children: kept });
    } else if (node.type !== 'paragraph') rest.push(node);
  }
  return { sources, rest };
}

/** Links on one line with nothing but signs between them. */
function linksInRow(children: readonly PhrasingContent[]): Link[] | undefined {
  const links = children.filter((child) => child.type === 'link');
  const isRow = children.every(
    (child) =>
      child.type === 'link' ||
      (child.type === 'text' && /^[\s,;·|&.、，；]*(?:and|und|et|y|e|و)?\s*$/.test(child.value)),
  );
  return isRow && links.length > 1 && links.every((link) => readSource([link])) ? links : undefined;
}

/** A source from its words and its one address. */
export function readSource(children: readonly PhrasingContent[]): FoundSource | undefined {
  const paragraph: Paragraph = { type: 'paragraph', children: [...children] };
  if (!isPlain(paragraph)) return undefined;
  const links = linksOf(paragraph);
  const addresses = new Set(links.map(({ url }) => url));
  const url = links[0]?.url;
  if (
    url === undefined ||
    addresses.size > 1 ||
    !/^https?:\/\/[^\s<>"]+$/.test(url) ||
    url.length > limits.url
  )
    return undefined;
  const text = plainText(paragraph);
  // An address in the middle of a sentence is not a list entry.
  const [before = '', after = ''] = text.split(url);
  if (text.includes(url) && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(accessedIn(after).title))
    return undefined;
  const words = text
    .replaceAll(url, ' ')
    .replace(/[(（[<]\s*[)）\]>]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?:\[\d{1,2}\]|\d{1,2}[.)](?=\s)|[¹²³⁰⁴-⁹]{1,2}(?=\s))/, '')
    .replace(/^[\s:–—-]+|[\s:：,，–—([<-]+$/g, '')
    .replace(/(?<!\b(?:Inc|Ltd|Co|al|Corp|St|Jr|Sr|Dr|Nr|No|[A-Z]))\.$/, '');
  const { title, accessed } = accessedIn(words);
  const address = withoutTracking(url);
  const named = title === '' ? nameOfAddress(address) : title;
  return countGraphemes(named) <= limits.line
    ? { title: named, url: address, ...(accessed !== undefined && { accessed }) }
    : undefined;
}

/** "…, accessed October 3, 2025" at the end of an entry. */
function accessedIn(words: string): { title: string; accessed?: string } {
  const [whole, date = ''] =
    /[\s,.(;–—-]*\b(?:accessed|retrieved|abgerufen|zugriff|consulté|consultado|acessado|acesso|consultato)(?: on| am| le| el| em| il)?:?\s+([^()]{6,40}?)[).,\s]*$/iu.exec(
      words,
    ) ?? [];
  const accessed = whole === undefined ? undefined : readDate(date, 'accessed')?.date;
  return accessed === undefined
    ? { title: words }
    : { title: words.slice(0, -(whole ?? '').length), accessed };
}

/** Only text and links; images, notes and link titles would be lost. */
function isPlain(paragraph: Paragraph): boolean {
  const kinds = ['paragraph', 'text', 'link', 'strong', 'emphasis', 'break'];
  return !someNode(
    paragraph,
    (node) => !kinds.includes(node.type) || (node.type === 'link' && Boolean(node.title)),
  );
}

function linksOf(paragraph: Paragraph): Link[] {
  const links: Link[] = [];
  visit(paragraph, 'link', (link) => {
    links.push(link);
  });
  return links;
}
