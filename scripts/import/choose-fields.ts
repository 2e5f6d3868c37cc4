import { parseMoment } from '../../src/brief/moment.ts';
import type { Publication } from '../../src/brief/publication.ts';
import { chooseLanguage } from './choose-language.ts';
import { chooseSummary } from './choose-summary.ts';
import { chooseTitle } from './choose-title.ts';
import type { Division, Piece } from './divide.ts';
import { yamlOf } from './front-matter.ts';
import { unstruckText } from './lines.ts';
import { noticeOf, type Notice } from './notices.ts';
import { textBefore, type Aside, type Source } from './source.ts';
import { readSources } from './sources.ts';

export interface FieldOptions {
  readonly publication: Publication;
  /** BCP 47, a language that the site speaks: goes before what the document says. */
  readonly lang?: string | undefined;
  readonly topics: readonly string[];
}

export interface ChosenFields {
  /** The front matter of the brief, as far as the document gives it. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Where each of them was found. */
  readonly found: Readonly<Record<string, string>>;
  readonly lang: string;
  /** What stood before the sections and became no field. */
  readonly before: Piece[];
  /** What stood among the sources and became none. */
  readonly after: Piece[];
  /** What contradicts a field. */
  readonly asides: Aside[];
}

/** Gathers the front matter from all that a document says of itself. What it does not say stays out. */
export function chooseFields(source: Source, division: Division, options: FieldOptions): ChosenFields {
  const { fields: stated, head } = source;
  const { lang: option, publication, topics } = options;
  const fields: Record<string, unknown> = { ...stated };
  const found: Record<string, string> = Object.fromEntries(
    Object.keys(stated).map((name) => [name, 'from the front matter']),
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
  };
  const { lang, from } = chooseLanguage(spoken);
  found['lang'] = from;
  if (lang !== publication.lang || 'lang' in stated) fields['lang'] = lang;

  const text = beginningOf(division);
  const { preamble, story, title: heading } = division;
  const titles = { frontMatter: stated['title'], heading, head: head.title, preamble, text, language: lang };
  const title = chooseTitle(titles);
  set('title', title.title, title.from);
  const rest = title.preamble;
  const summaries = {
    frontMatter: stated['summary'],
    story,
    head: head.summary,
    preamble: rest,
    text,
    language: lang,
  };
  const summary = chooseSummary(summaries);
  set('summary', summary.summary, summary.from);

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
  if (label && 'ai' in stated && stated['ai'] !== label.ai) {
    asides.push({ why: 'it contradicts the front matter', text: `ai: ${label.ai}` });
  } else if (label) {
    set('ai', label.ai, `${label.ai}, as a label says`);
    if (!('reviewer' in stated)) set('reviewer', label.reviewer, 'from a label');
  }
  if ('lang' in stated && stated['lang'] !== lang) {
    asides.push({ why: 'another language', text: yamlOf({ lang: stated['lang'] }) });
  }
  return {
    fields,
    found,
    lang,
    before: [...title.pieces, { nodes: summary.preamble, why: textBefore }, ...summary.pieces],
    after: [{ nodes: sources.rest, why: 'more than a title and one address' }],
    asides,
  };
}

/** The paragraphs that the text begins with. */
function beginningOf({ sections, preamble }: Division): string {
  const texts = sections.map(({ pieces }) =>
    pieces.flatMap(({ nodes, why }) => (why === undefined ? nodes : [])),
  );
  const paragraphs = [...texts, preamble].map((nodes) => nodes.filter(({ type }) => type === 'paragraph'));
  return (
    paragraphs
      .find((nodes) => nodes.length > 0)
      ?.map(unstruckText)
      .join(' ') ?? ''
  );
}

/** Where a page has its label; a title or a side note may be about texts of that kind. */
const aroundText = ['page header', 'page footer', 'page around the article', 'header or footer of the pages'];

/** What a label says of the text's origin; it may stand in the page's footer. */
function labelOf({ dropped }: Source, { notices }: Division): Extract<Notice, { kind: 'ai' }> | undefined {
  const lines = dropped.flatMap(({ what, text }) => (aroundText.includes(what) ? text.split('\n') : []));
  return [...notices, ...lines.map(noticeOf)].find((notice) => notice?.kind === 'ai');
}
