import type { Definition, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { en } from '../../src/languages/en.ts';
import type { Names } from '../../src/languages/recognise-headings.ts';
import { isHeadingOfSources, listOfSources, numberedSources } from './citation-marks.ts';
import { plainText } from './lines.ts';
import { joinAlike } from './tidy.ts';

/**
 * Reads marks that are links in Markdown, `[2][3]` above `[3]: https://…` and `[1](https://…)`, as marks in the text and
 * entries of the list of sources.
 */
export function readNumberedLinks(tree: Root, names: Names): void {
  const listed = numberedSources(listOfSources(tree, names));
  const entries = [...marksOf(tree)].filter(([number]) => !listed.has(number)).map(([, entry]) => entry);
  if (entries.length === 0) return;
  const at = tree.children.findIndex((node) => isHeadingOfSources(node, names));
  if (at >= 0) tree.children.splice(at + 1, 0, ...entries);
  else
    tree.children.push(
      { type: 'heading', depth: 2, children: [{ type: 'text', value: en.labels.sources }] },
      ...entries,
    );
}

/** Writes such links as marks, and returns what they lead to by number. */
function marksOf(tree: Root): Map<string, Paragraph> {
  const definitions = new Map(
    tree.children.flatMap((node) =>
      node.type === 'definition' && isNumber.test(node.identifier) ? [[node.identifier, node] as const] : [],
    ),
  );
  const entries = new Map<string, Paragraph>();
  const use = (number: string, url: string, title?: string | null): void => {
    if (!entries.has(number)) entries.set(number, entryOf(number, url, title));
  };
  visit(tree, (node, at, parent) => {
    if (parent === undefined || at === undefined) return undefined;
    const text = textOf(node);
    const [, counted, name] = /^oai_?citation:(\d{1,2})‡(.*)$/.exec(text) ?? [];
    const isToWeb = node.type === 'link' && /^https?:/.test(node.url);
    const numbers =
      node.type === 'linkReference' && isNumber.test(text) && definitions.has(node.identifier)
        ? [...new Set([text, node.identifier].filter((each) => isNumber.test(each)))]
        : isToWeb && counted !== undefined
          ? [String(Number(counted) + 1)]
          : isToWeb && isMarkOfLink(text, parent as Paragraph, at)
            ? [text.replace(/\D/g, '')]
            : [];
    if (numbers.length === 0) return undefined;
    if (node.type === 'link') use(numbers[0] ?? '', node.url, name ?? node.title);
    parent.children[at] = { type: 'text', value: numbers.map((number) => `[${number}]`).join('') } as never;
    return undefined;
  });
  const named = new Set<string>();
  visit(tree, ['linkReference', 'imageReference'], (node) => {
    if ('identifier' in node) named.add(node.identifier);
  });
  for (const [number, node] of definitions) {
    if (named.has(number)) continue;
    use(number, node.url, node.title);
    tree.children.splice(tree.children.indexOf(node), 1);
  }
  if (entries.size === 0) return entries;
  visit(tree, ['paragraph', 'tableCell'], (node) => {
    (node as Paragraph).children = joinAlike((node as Paragraph).children);
  });
  return new Map([...entries].toSorted(([a], [b]) => Number(a) - Number(b)));
}

const isNumber = /^\d{1,2}$/;

function textOf(node: Nodes): string {
  return plainText({ type: 'paragraph', children: [node as PhrasingContent] });
}

/** "rose by [12](https://…) percent" and "page [4](https://…)" are numbers; a mark follows a word directly, or a stop. */
function isMarkOfLink(text: string, { children }: Paragraph, at: number): boolean {
  if (/^\[\d{1,2}\]$/.test(text)) return true;
  const [before, after] = [children[at - 1], children[at + 1]].map((node) =>
    node?.type === 'text' ? node.value : node && textOf(node),
  );
  const isFree = after === undefined || /^\s*(?:[.,;:!?。，]|$)|^\s+\p{Lu}|^\d{0,2}\]?$/u.test(after);
  return /^\d{1,2}$/.test(text) && isFree && /\S$|[.!?。！？…"”’»)\]]\s$/.test(before ?? '');
}

function entryOf(number: string, url: Definition['url'], title?: string | null): Paragraph {
  return {
    type: 'paragraph',
    children: [
      { type: 'text', value: `[${number}] ${title ?? ''}${title ? ' ' : ''}` },
      { type: 'link', url, children: [{ type: 'text', value: url }] },
    ],
  };
}
