import type { FootnoteDefinition, Nodes, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { Addresses } from '../brief/addresses.ts';
import { withMarker } from './callouts.ts';
import { isBlank } from './components/content.ts';
import { literalAttributes } from './components/handlers.ts';
import { paragraph, textNode } from './components/mdast.ts';
import { componentOf } from './components/registry.ts';
import type { Draft } from './draft.ts';
import { readImageSource, readLink } from './links.ts';
import { encodeAddress, formatBlocks } from './markdown-text.ts';
import { nodesOf } from './nodes.ts';
import type { PreparedImage } from '../brief/image.ts';

/**
 * The text of a checked draft as CommonMark with GFM, made from what the page shows instead of the source, so that
 * comments, unused definitions and footnote labels stay private. It contains no HTML, components become Markdown, and
 * addresses are absolute.
 */
export function markdownOf(
  draft: Draft,
  addresses: Addresses,
  images: ReadonlyMap<string, PreparedImage>,
): string {
  const footnotes = new Map<string, string>();
  const show = showerOf(draft, footnotes, {
    link: (url) => linkAddress(url, draft, addresses),
    image: (url) => imageAddress(url, draft, addresses, images),
  });
  const sections = new Map(draft.outline.map(({ index, section }) => [index, section]));
  const blocks = draft.tree.children.flatMap((node, index): RootContent[] => {
    const section = sections.get(index);
    if (section === undefined) return show(node);
    const value = draft.headings[section] ?? '';
    return [{ type: 'heading', depth: 2, children: [{ type: 'text', value }] }];
  });
  return `${formatBlocks([...blocks, ...notesOf(draft, show, footnotes)])}\n`;
}

type Show = (node: Nodes) => RootContent[];
type Absolute = Readonly<Record<'link' | 'image', (url: string) => string>>;

/** The text of each referenced footnote by number; a note may refer to further ones. */
function notesOf(draft: Draft, show: Show, footnotes: ReadonlyMap<string, string>): FootnoteDefinition[] {
  const written = firstOf(nodesOf(draft.tree, 'footnoteDefinition'));
  const notes: FootnoteDefinition[] = [];
  // Iteration over a map includes entries added meanwhile.
  for (const [identifier, number] of footnotes) {
    const children = (written.get(identifier)?.children ?? []).flatMap(
      (child) => show(child) as (typeof child)[],
    );
    notes.push({ type: 'footnoteDefinition', identifier: number, label: number, children });
  }
  return notes;
}

/** Converts a node to what readers see of it, or to nothing. Footnotes are numbered in order of appearance. */
function showerOf(draft: Draft, footnotes: Map<string, string>, absolute: Absolute): Show {
  const definitions = firstOf(nodesOf(draft.tree, 'definition'));
  const inside = (nodes: readonly Nodes[]): never[] => nodes.flatMap(show) as never[];
  function show(node: Nodes): RootContent[] {
    switch (node.type) {
      case 'root':
      case 'yaml':
      case 'html':
      case 'definition':
      case 'footnoteDefinition':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
      case 'mdxjsEsm':
        return [];
      case 'mdxJsxFlowElement':
        return inside(written(node, draft));
      case 'mdxJsxTextElement':
        return inside(node.children);
      case 'link':
        return [{ ...node, url: absolute.link(node.url), children: inside(node.children) }];
      case 'image':
        return [{ ...node, url: absolute.image(node.url) }];
      case 'linkReference': {
        const { url = '', title } = definitions.get(node.identifier) ?? {};
        return [
          { type: 'link', url: absolute.link(url), title: title ?? null, children: inside(node.children) },
        ];
      }
      case 'imageReference': {
        const { url = '', title } = definitions.get(node.identifier) ?? {};
        return [{ type: 'image', url: absolute.image(url), title: title ?? null, alt: node.alt ?? '' }];
      }
      case 'footnoteReference': {
        const number = footnotes.get(node.identifier) ?? String(footnotes.size + 1);
        footnotes.set(node.identifier, number);
        return [{ type: 'footnoteReference', identifier: number, label: number }];
      }
      case 'blockquote':
        return [{ ...node, children: withMarker({ ...node, children: inside(node.children) }) }];
      case 'code':
        return [{ ...node, meta: null }];
      case 'table': {
        const width = node.align?.length ?? 0;
        const rows = node.children.map((row) => ({ ...row, children: row.children.slice(0, width) }));
        return [{ ...node, children: inside(rows) }];
      }
      default:
        return 'children' in node ? [{ ...node, children: inside(node.children) }] : [node];
    }
  }
  return show;
}

/**
 * A component as Markdown. The publication's own and unknown ones are replaced with their content, or else their `text`.
 */
function written(node: MdxJsxFlowElement, { language }: Draft): readonly RootContent[] {
  const attributes = literalAttributes(node);
  const shipped = componentOf(node.name);
  if (shipped) return shipped.write(attributes, node.children, language) ?? node.children;
  const { text } = attributes;
  return node.children.every(isBlank) && text !== undefined ? [paragraph(textNode(text))] : node.children;
}

function firstOf<Node extends { readonly identifier: string }>(
  nodes: readonly Node[],
): ReadonlyMap<string, Node> {
  return new Map(nodes.toReversed().map((node) => [node.identifier, node]));
}

function linkAddress(url: string, draft: Draft, addresses: Addresses): string {
  const link = readLink(url, draft);
  switch (link.kind) {
    case 'brief':
      return addresses.absolute(addresses.brief(link.slug) + (link.fragment ? `#${link.fragment}` : ''));
    case 'site':
      return addresses.absolute(addresses.base + link.path.slice(1));
    case 'fragment':
      return addresses.absolute(`${addresses.brief(draft.slug)}#${link.fragment}`);
    case 'web':
      return encodeAddress(link.address);
    case 'invalid':
      return encodeAddress(url);
  }
}

function imageAddress(
  url: string,
  draft: Draft,
  addresses: Addresses,
  images: ReadonlyMap<string, PreparedImage>,
): string {
  const source = readImageSource(url, draft.file);
  const image = source.kind === 'file' ? images.get(source.path) : undefined;
  return image ? addresses.absolute(image.src) : encodeAddress(url);
}
