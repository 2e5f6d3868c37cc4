import type { Nodes, RootContent } from 'mdast';
import { languages } from '../../src/languages/languages.ts';
import { recognise, type Names } from '../../src/languages/recognise-headings.ts';
import { plainText } from './lines.ts';
import type { DocumentSource } from './document-source.ts';
import { readDate } from './model-fields.ts';

/**
 * Reads the Markdown of a page of ours, `/briefs/<slug>.md`: below the title the summary as a quotation and a line with
 * date and label, at the end the address of the brief.
 */
export function readOwnMarkdown(source: DocumentSource, names: Names): DocumentSource {
  const { children } = source.tree;
  const [title, quotation, byline] = children;
  if (
    title?.type !== 'heading' ||
    title.depth !== 1 ||
    quotation?.type !== 'blockquote' ||
    byline?.type !== 'paragraph'
  )
    return source;
  const parts = plainText(byline).split(' · ');
  const dated = parts.map((part) => readDate(part, 'date')).find((read) => read?.date !== undefined);
  if (parts.length < 2 || dated?.date === undefined) return source;
  const last = children.at(-1);
  const home = last?.type === 'paragraph' ? addressOf(last) : undefined;
  const ai = parts.map(useOf).find((use) => use !== undefined) ?? 'none';
  const body = children.slice(3, home === undefined ? undefined : -1);
  const { text, watch } = withoutWatch(body, names);
  return {
    ...source,
    fields: {
      title: plainText(title),
      summary: plainText(quotation),
      date: dated.date,
      ai,
      ...watch,
      ...source.fields,
    },
    from: 'from the page',
    slug: source.slug ?? (home === undefined ? undefined : /\/([a-z0-9-]+)\/?$/.exec(home)?.[1]),
    tree: { ...source.tree, children: text },
  };
}

function addressOf(node: Nodes): string | undefined {
  const [link, ...others] = 'children' in node ? node.children : [];
  return link?.type === 'link' && others.length === 0 && plainText(node) === link.url ? link.url : undefined;
}

/** The label of our pages in any language. */
function useOf(part: string): string | undefined {
  for (const { labels } of languages) {
    if (part === labels.aiGenerated || isReviewed(part, labels.aiGeneratedReviewed)) return 'generated';
    if (part === labels.aiAssisted || isReviewed(part, labels.aiAssistedReviewed)) return 'assisted';
  }
  return undefined;
}

function isReviewed(part: string, label: string): boolean {
  const [before = '', after = ''] = label.split('{reviewer}');
  return part.startsWith(before) && part.endsWith(after) && part.length > before.length + after.length;
}

/** What is expected stands below the sources, in a list that begins with dates. */
function withoutWatch(
  nodes: readonly RootContent[],
  names: Names,
): { text: RootContent[]; watch: Record<string, unknown> } {
  const sources = nodes.findIndex(
    (node) => node.type === 'heading' && recognise(plainText(node), names)?.part === 'sources',
  );
  const at = nodes.findIndex(
    (node, place) =>
      place > sources &&
      node.type === 'heading' &&
      languages.some(({ labels }) => labels.whatToWatch === plainText(node)),
  );
  const list = nodes[at + 1];
  if (at < 0 || sources < 0 || list?.type !== 'list') return { text: [...nodes], watch: {} };
  const watch = list.children.map((item) => {
    const [paragraph] = item.children;
    const [day, ...rest] = paragraph?.type === 'paragraph' ? paragraph.children : [];
    const by =
      day?.type === 'strong'
        ? readDate(plainText({ type: 'paragraph', children: [day] }), 'by')?.date
        : undefined;
    return { by, expect: plainText({ type: 'paragraph', children: rest }).trim() };
  });
  if (watch.some(({ by, expect }) => by === undefined || expect === '' || expect.includes(' · ')))
    return { text: [...nodes], watch: {} };
  return { text: nodes.filter((_, place) => place !== at && place !== at + 1), watch: { watch } };
}
