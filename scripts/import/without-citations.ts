import type { Nodes } from 'mdast';
import { sourceMark, type DocumentSource, type Dropped } from './document-source.ts';
import { unstruckText } from './lines.ts';

/** What a field keeps of a text, which may name its sources: "… ([Reuters](https://…))", "(Source: dpa)", "[2]". */
export interface FieldWords {
  readonly words: string;
  readonly dropped: readonly Dropped[];
  /** Whether a link that is no citation lost its address. */
  readonly hasLink: boolean;
}

/** Reads a node as a field: without citations, and without what is struck out. */
export function wordsForField(node: Nodes): FieldWords {
  return withoutCitations(unstruckText(withMarkedLinks(node)));
}

/** The title and the summary that a document states, without citations. */
export function withoutCitationsInFields(source: DocumentSource): DocumentSource {
  const read = ['title', 'summary'].flatMap((name) => {
    const value = source.fields[name];
    return typeof value === 'string' ? [{ name, ...withoutCitations(value) }] : [];
  });
  const cited = read.filter(({ dropped }) => dropped.length > 0);
  return {
    ...source,
    fields: { ...source.fields, ...Object.fromEntries(cited.map(({ name, words }) => [name, words])) },
    dropped: [...source.dropped, ...cited.flatMap(({ dropped }) => dropped)],
  };
}

function withoutCitations(given: string): FieldWords {
  const dropped: Dropped[] = [];
  const marked = given.replace(markdownLink, (_, words: string, url: string) => open + words + address + url + close); // prettier-ignore
  const left = citations.reduce(
    (text, pattern) =>
      text.replace(pattern, (citation) => {
        dropped.push({ what: sourceMark, text: citation.replace(/[\ue010-\ue012]/g, ' ').trim() });
        return '';
      }),
    marked,
  );
  const words = left
    .replace(/\ue012[^\ue011]*\ue011|\ue010/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?](?:\s|$))/g, '')
    .trim();
  const isAsGiven = dropped.length === 0 && !marked.includes(open);
  return { words: isAsGiven ? given : words, dropped, hasLink: left.includes(open) };
}

/** Private characters around the words of a link, and before its address. */
const [open, close, address] = ['\ue010', '\ue011', '\ue012'];

function withMarkedLinks(node: Nodes): Nodes {
  if (!('children' in node)) return node;
  const children = node.children.map(withMarkedLinks);
  if (node.type !== 'link') return { ...node, children } as Nodes;
  const [before, after] = [open, address + node.url + close].map((value): Nodes => ({ type: 'text', value }));
  return { ...node, children: [before, ...children, after] } as Nodes;
}

const markdownLink = /\[([^\][]+|\[\^?\d{1,2}\])\]\((<[^>]*>|[^\s()]+)(?:\s+"[^"]*")?\)/g;

const link = String.raw`\ue010[^\ue011]*\ue011`;
const source = String.raw`(?:sources?|via|see|quellen?|siehe|fuentes?|véase|vía|voir|fontes?|ver|fonti|vedi|स्रोत|المصدر|المصادر|来源|出典|参照)`;
/** Agencies and papers, as they are named in brackets. */
const media =
  'Reuters|Associated Press|AFP|dpa|EFE|ANSA|Lusa|PTI|Xinhua|新华社|Kyodo|共同通信|時事通信|Bloomberg|BBC News|CNN|Al Jazeera|(?:The )?New York Times|(?:The )?Guardian|Financial Times|(?:The )?Washington Post|Wall Street Journal|Le Monde|Der Spiegel|Tagesschau|El País';

const citations: readonly RegExp[] = [
  // Only links, or links that are called sources.
  new RegExp(String.raw`\s*[(（[]\s*(?:${source}\s*[:：]?\s*)?${link}(?:(?:\s*[,;·|&]\s*|\s+(?:and|und|y|et|e|و)\s+|\s+)${link})*\s*[)）\]]`, 'giu'), // prettier-ignore
  // A link that is named by its address, by its number or as a source.
  new RegExp(String.raw`\s*\ue010\s*(?:\[\^?\d{1,2}\]|(?<=\S\ue010)\d{1,2}|${source}|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\s*\+\s*\d{1,2})?)\s*\ue012[^\ue011]*\ue011`, 'giu'), // prettier-ignore
  new RegExp(String.raw`\s*[(（[]\s*${source}\s*[:：][^()（）]{1,120}[)）\]]`, 'giu'),
  new RegExp(String.raw`\s*[(（[](?:${media})(?:,[^()（）]{1,40})?[)）\]](?=\s*(?:[.!?。！？।؟]|$))`, 'gu'),
  /\s*[(（<]https?:\/\/[^\s<>()（）]+[)）>]/g,
  /(?<=\S)\s?(?:\[\^?\d{1,2}(?:\s?[,;–-]\s?\d{1,2})*\])+(?=[\s.,;:!?。！？।؟]|$)/g,
  /(?<=[.!?。！？।؟"”»])[¹²³⁰⁴-⁹]{1,2}/g,
];
