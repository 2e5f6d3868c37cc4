import type { Definition, Nodes, PhrasingContent, RootContent } from 'mdast';
import { withoutTracking } from '../../src/brief/tracking.ts';
import { downloadAdvice } from '../../src/markdown/download-advice.ts';
import { readImageSource, readLink } from '../../src/markdown/links.ts';
import { importedComment, isComment, textOfComment, reasonOfComment } from './comment.ts';
import { plainText } from './lines.ts';
import { tracking, type Aside, type Dropped } from './document-source.ts';
import { hoistSpace, onOneLine, printable, tidyLine, type Parent } from './tidy.ts';

/** Options of `clean`, and the lists it adds to. */
export interface Cleaning {
  /** Set for web pages: links within the page and its images do not work in a brief. */
  readonly isPage: boolean;
  /** Future path of the brief, relative to the project root. Addresses resolve against it. */
  readonly file: string;
  /** Absolute address of the site. */
  readonly home: string;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly dropped: Dropped[];
  readonly asides: Aside[];
}

/**
 * Removes what a brief may not contain: raw HTML, unsafe or dead links, images from other sites. Their text goes into
 * a comment after the block.
 */
export function clean(nodes: readonly RootContent[], cleaning: Cleaning): RootContent[] {
  return nodes.flatMap((node) => {
    const before = cleaning.asides.length;
    const cleaned = cleanNode(node, cleaning) as RootContent[];
    const comments = cleaning.asides
      .slice(before)
      .map(({ text }): RootContent => ({ type: 'html', value: importedComment(text) }));
    return [...cleaned, ...comments];
  });
}

function cleanNode(node: Nodes, cleaning: Cleaning): Nodes[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: printable(node.value) }];
    case 'code':
    case 'inlineCode':
      return [{ ...node, value: printable(node.value) }];
    case 'html':
      return cleanHtml(node.value, cleaning);
    case 'image':
      return cleanImage(node, node, node.alt, cleaning);
    case 'imageReference': {
      const target = cleaning.definitions.get(node.identifier);
      return cleanImage(node, target ?? { url: '' }, node.alt, cleaning);
    }
    case 'definition':
      return isUnsafe(node, cleaning) ? [] : [untracked(node, cleaning)];
    case 'link':
    case 'linkReference':
      return cleanLink(node, cleaning);
    default:
      return 'children' in node ? cleanParent(node, cleaning) : [node];
  }
}

function cleanParent(node: Parent, cleaning: Cleaning): Nodes[] {
  const children = (node.children as Nodes[]).flatMap((child) => cleanNode(child, cleaning));
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const text = tidyLine(children as PhrasingContent[]);
      if (plainText({ ...node, children: text }) === '' && !text.some(isVisible)) return [];
      return [{ ...node, children: node.type === 'heading' ? text.map(onOneLine) : text }];
    }
    case 'strong':
    case 'emphasis':
    case 'delete':
      return hoistSpace(node, children as PhrasingContent[]);
    case 'blockquote':
    case 'list':
      return children.length > 0 ? [{ ...node, children } as Nodes] : [];
    default:
      return [{ ...node, children } as Nodes];
  }
}

function cleanLink(node: Extract<Nodes, { type: 'link' | 'linkReference' }>, cleaning: Cleaning): Nodes[] {
  const children = node.children.flatMap((child) => cleanNode(child, cleaning)) as PhrasingContent[];
  const target = node.type === 'link' ? node : cleaning.definitions.get(node.identifier);
  const url = target?.url ?? '';
  const isEmpty = plainText({ type: 'paragraph', children }) === '';
  const leadsSomewhere = !cleaning.isPage || /^[a-z][a-z0-9+.-]*:/i.test(url.trim());
  if (!isEmpty && leadsSomewhere && readLink(url, cleaning).kind !== 'invalid')
    return hoistSpace(node.type === 'link' ? untracked(node, cleaning) : node, children);
  if (target && url !== '') dropAddress(target, cleaning);
  return children;
}

function cleanImage(
  node: Nodes,
  { url, title }: Target,
  alt: string | null | undefined,
  cleaning: Cleaning,
): Nodes[] {
  if (!cleaning.isPage && readImageSource(url, cleaning.file).kind === 'file') return [node];
  const said = [alt, title, nameOfImage(url)].filter(Boolean);
  const advice = downloadAdvice(
    url,
    (path) => `![${alt || 'what it shows'}](${path}${title ? ` "${title}"` : ''})`,
  );
  const text = ['image', ...said, ...(advice === undefined ? [] : [advice])].join(': ');
  cleaning.asides.push({ why: 'image to add beside the brief', text });
  return [];
}

/** The name of an image; images embedded in the document have no useful address. */
function nameOfImage(url: string): string {
  return url.startsWith('data:') ? '' : url;
}

function cleanHtml(value: string, { asides, dropped }: Cleaning): Nodes[] {
  if (isComment(value)) {
    const text = textOfComment(value);
    if (text !== '') asides.push({ why: reasonOfComment(text), text });
    return [];
  }
  if (/^<br\s*\/?>$/i.test(value)) return [{ type: 'break' }];
  dropped.push({ what: 'HTML', text: value });
  return [];
}

function isUnsafe(target: Target, cleaning: Cleaning): boolean {
  const isLink = readLink(target.url, cleaning).kind !== 'invalid';
  if (isLink || readImageSource(target.url, cleaning.file).kind === 'file') return false;
  dropAddress(target, cleaning);
  return true;
}

/** Address and title of a link or image. */
type Target = Pick<Definition, 'url' | 'title'>;

function dropAddress({ url, title }: Target, { dropped }: Cleaning): void {
  dropped.push({ what: 'address of a link', text: title ? `${url} (${title})` : url });
}

/** A link without the parameters that count readers; the report names the address as it was. */
function untracked<T extends Target>(node: T, { dropped }: Cleaning): T {
  const url = withoutTracking(node.url);
  if (url === node.url) return node;
  dropped.push({ what: tracking, text: node.url });
  return { ...node, url };
}

function isVisible({ type }: PhrasingContent): boolean {
  return (
    type === 'image' || type === 'imageReference' || type === 'footnoteReference' || type === 'inlineCode'
  );
}
