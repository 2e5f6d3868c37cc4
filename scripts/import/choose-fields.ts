import type { RootContent } from 'mdast';
import { parseMoment } from '../../src/brief/moment.ts';
import type { Publication } from '../../src/brief/publication.ts';
import { askForHeadings } from './ask-for-headings.ts';
import { chooseLanguage } from './choose-language.ts';
import { chooseSummary } from './choose-summary.ts';
import { chooseTitle } from './choose-title.ts';
import type { Division, Piece } from './divide.ts';
import { yamlOf } from './yaml-of.ts';
import { plainText } from './lines.ts';
import { noticeOf, type Notice } from './notices.ts';
import { languageOfText } from './text-language.ts';
import { textBefore, type Aside, type DocumentSource, type Dropped } from './document-source.ts';
import { readSources } from './sources.ts';
import { wordsForField } from './without-citations.ts';

export interface FieldOptions {
  readonly publication: Publication;
  /** BCP 47. Overrides the language stated in the document. */
  readonly lang?: string | undefined;
  readonly topics: readonly string[];
  /** Fields that the command states; they override those of the document. */
  readonly stated?: Readonly<Record<string, unknown>> | undefined;
  /** The name of the new brief. */
  readonly slug?: string | undefined;
}

export interface ChosenFields {
  /** Front matter of the brief, from what the document states. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Where each field was found. */
  readonly found: Readonly<Record<string, string>>;
  readonly lang: string;
  /** Text before the sections that became no field. */
  readonly before: Piece[];
  /** Entries of the source list that became no source. */
  readonly after: Piece[];
  /** Statements that contradict a field. */
  readonly asides: Aside[];
  readonly dropped: readonly Dropped[];
}

/** Collects the front matter from everything the document states; other fields stay undefined. */
export function chooseFields(
  source: DocumentSource,
  division: Division,
  options: FieldOptions,
): ChosenFields {
  const { head } = source;
  const { lang: option, publication, topics, stated: given = {} } = options;
  const stated = { ...source.fields, ...given };
  const fields: Record<string, unknown> = { ...stated };
  const fromOf = (name: string): string =>
    name in given ? 'from the option' : (source.from ?? 'from the front matter');
  const found: Record<string, string> = Object.fromEntries(
    Object.keys(stated).map((name) => [name, fromOf(name)]),
  );
  const set = (name: string, value: unknown, from: string): void => {
    if (value === undefined) return;
    fields[name] = value;
    found[name] = from;
  };

  const headings = division.languages;
  const spoken = {
    option,
    frontMatter: stated['lang'],
    headings,
    head: head.lang,
    publication: publication.lang,
    text: languageOfText(wholeText(division)),
  };
  const { lang, from } = chooseLanguage(spoken);
  found['lang'] = from;
  if (lang !== publication.lang || 'lang' in stated) fields['lang'] = lang;

  const { preamble, story, title: heading } = division;
  const titles = {
    frontMatter: stated['title'],
    heading,
    head: head.title,
    preamble,
    text: openingText(division, preamble),
    language: lang,
  };
  const title = chooseTitle(titles);
  set('title', title.title, typeof stated['title'] === 'string' ? fromOf('title') : title.from);
  const rest = title.preamble;
  const summaries = {
    frontMatter: stated['summary'],
    story,
    head: head.summary,
    preamble: rest,
    above: division.order.includes(0) ? beginOfHeadings(rest) : 0,
    text: openingText(division, rest),
    language: lang,
  };
  const summary = chooseSummary(summaries);
  set('summary', summary.summary, typeof stated['summary'] === 'string' ? fromOf('summary') : summary.from);

  if (!('date' in stated) && head.date !== undefined && parseMoment(head.date, publication.timeZone)) {
    set('date', head.date, 'from the head of the page');
  }
  if (!('topics' in stated) && topics.length > 0) set('topics', topics, 'from the option --topic');
  const sources = readSources(division.sources);
  if (sources.sources.length > 0) {
    const own: unknown[] = Array.isArray(stated['sources']) ? stated['sources'] : [];
    set('sources', [...own, ...sources.sources], 'from the list of sources');
  }
  const label = labelOf(source, division);
  const asides: Aside[] = [];
  if (label && !('ai' in given) && 'ai' in stated && stated['ai'] !== label.ai) {
    asides.push({ why: 'statement that contradicts the front matter', text: `ai: ${label.ai}` });
  } else if (label && !('ai' in given)) {
    set('ai', label.ai, `${label.ai}, from a label`);
    if (!('reviewer' in stated)) set('reviewer', label.reviewer, 'from a label');
  }
  if (option === undefined) asides.push(...askForHeadings(division, spoken.text, lang));
  if ('lang' in stated && stated['lang'] !== lang) {
    asides.push({ why: 'another language', text: yamlOf({ lang: stated['lang'] }) });
  }
  return {
    fields,
    found,
    lang,
    before: [...title.pieces, { nodes: summary.preamble, why: textBefore }, ...summary.pieces],
    after: [{ nodes: sources.rest, why: 'source with more than a title and one address' }],
    asides,
    dropped: summary.dropped,
  };
}

function wholeText({ sections, preamble }: Division): string {
  return [...sections.flatMap(({ pieces }) => pieces.flatMap(({ nodes }) => nodes)), ...preamble]
    .map((node) => plainText(node))
    .join('\n');
}

/** The opening paragraphs of the text. */
function openingText({ sections }: Division, preamble: readonly RootContent[]): string {
  const texts = sections.map(({ pieces }) =>
    pieces.flatMap(({ nodes, why }) => (why === undefined ? nodes : [])),
  );
  const paragraphs = [...texts, preamble].map((nodes) => nodes.filter(({ type }) => type === 'paragraph'));
  return (
    paragraphs
      .find((nodes) => nodes.length > 0)
      ?.map((node) => wordsForField(node).words)
      .join(' ') ?? ''
  );
}

function beginOfHeadings(nodes: readonly RootContent[]): number {
  const at = nodes.findIndex(({ type }) => type === 'heading');
  return at < 0 ? nodes.length : at;
}

/** Where pages put their AI label. Titles and side notes are left out, since they may be about AI texts. */
const aroundText = ['page header', 'page footer', 'page around the article', 'header or footer of the pages'];

/** The AI label; it may stand in the footer of the page. */
function labelOf(
  { dropped }: DocumentSource,
  { notices }: Division,
): Extract<Notice, { kind: 'ai' }> | undefined {
  const lines = dropped.flatMap(({ what, text }) => (aroundText.includes(what) ? text.split('\n') : []));
  return [...notices, ...lines.map(noticeOf)].find((notice) => notice?.kind === 'ai');
}
