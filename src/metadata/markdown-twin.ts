import type { Definition, PhrasingContent, RootContent } from 'mdast';
import { addressesOf, type Addresses } from '../brief/addresses.ts';
import { wordsIn } from '../brief/words.ts';
import { aiLabel } from '../languages/ai-label.ts';
import type { Brief, Listing, Image } from '../brief/brief.ts';
import { bylineOf } from '../brief/byline.ts';
import { linesOf, link, paragraph, strong, textNode } from '../markdown/components/mdast.ts';
import { formatDay } from '../brief/dates.ts';
import { expectationText } from '../languages/expectation-text.ts';
import { formatColon } from '../languages/format.ts';
import type { Language } from '../languages/language.ts';
import { nameOfLanguage } from '../languages/languages.ts';
import { outOfDateText } from '../languages/out-of-date.ts';
import { formatBlocks } from '../markdown/markdown-text.ts';
import type { Publication } from '../brief/publication.ts';
import { threadName, topicName } from '../brief/topics.ts';
import { sourceDetails } from '../languages/source-details.ts';

/** A brief as Markdown with the same content as its page, for programs, archives and quoting. It contains no HTML. */
export function formatMarkdown(
  publication: Publication,
  addresses: Addresses,
  brief: Brief,
  language: Language,
  outOfDate: boolean,
): string {
  const { labels } = language;
  const day = (moment: string): string => formatDay(moment, brief.lang, publication.timeZone);
  const authors = bylineOf(publication, addresses, brief).map(({ name }) => name);
  const updated = brief.updated === undefined ? '' : labels.updated.replace('{date}', day(brief.updated));
  const byline = [authors.join(', '), day(brief.date), updated, aiLabel(brief, language) ?? '']
    .filter(Boolean)
    .join(' · ');
  const notice = outOfDate ? outOfDateText(brief, language, publication) : undefined;
  const sources = brief.sources.map((source) => {
    const archive = source.archive === undefined ? [] : [link(labels.archivedCopy, source.archive)];
    const details = sourceDetails(source, brief.lang, language).map(textNode);
    return [link(source.title, source.url), ...details, ...archive].flatMap((part, at) =>
      at === 0 ? [part] : [textNode(', '), part],
    );
  });
  const watch = brief.watch.map((expectation) => {
    const { day: until, expect, outcome } = expectationText(expectation, brief.lang, language);
    return [strong(until), textNode(` ${[expect, outcome].filter(Boolean).join(' · ')}`)];
  });
  const before = [
    heading(1, brief.title),
    quotation(brief.summary),
    paragraph(textNode(byline)),
    ...(notice === undefined ? [] : [paragraph(textNode(notice))]),
    ...(brief.image ? imageOf(brief.image, addresses) : []),
    ...part(labels.keyFigures, brief.figures.map(({ value, label }) => [strong(value), textNode(` ${label}`)])), // prettier-ignore
  ];
  const home = `<${addresses.absolute(addresses.brief(brief.slug))}>`;
  const after = [
    ...part(labels.sources, sources),
    ...part(labels.whatToWatch, watch),
    ...part(labels.corrections, brief.corrections.map(({ date, note }) => [textNode(formatColon(day(date), note, language))])), // prettier-ignore
  ];
  const lists = [
    ...brief.topics.map((slug) =>
      link(topicName(publication, slug, brief.lang), addresses.absolute(addresses.topic(slug))),
    ),
    ...(brief.thread === undefined ? [] : [link(threadName(publication, brief.thread, brief.lang), addresses.absolute(addresses.thread(brief.thread)))]), // prettier-ignore
  ];
  const about = lists.length === 0 ? [] : [paragraph(...lists.flatMap((each, at) => (at === 0 ? [each] : [textNode(' · '), each])))]; // prettier-ignore
  const facts = exactFacts(brief, addresses, language);
  return `${[formatBlocks(before), brief.markdown.trim(), formatBlocks([...after, ...about]), home, formatBlocks(facts)].filter(Boolean).join('\n\n')}\n`;
}

/**
 * What the text says in words, or not at all, as programs need it: link definitions, which no reader sees, with an exact value as
 * their title. `import` reads them.
 */
function exactFacts(brief: Brief, addresses: Addresses, language: Language): Definition[] {
  const page = (slug: string): string => addresses.absolute(addresses.brief(slug));
  const home = page(brief.slug);
  const { date, updated, expires, lang, reviewer, cardTitle, translationOf, corrections, watch, aliases } =
    brief;
  const facts: readonly (readonly [string, string, (string | undefined)?])[] = [
    ['published', home, date],
    ...(updated === undefined ? [] : [['updated', home, updated] as const]),
    ...(expires === undefined ? [] : [['expires', home, expires] as const]),
    ...corrections.map((correction, at) => [`correction-${at + 1}`, home, correction.date] as const),
    ...(lang === language.code ? [] : [['language', home, lang] as const]),
    ...(reviewer === undefined ? [] : [['reviewer', home, reviewer] as const]),
    ...(cardTitle === undefined ? [] : [['card-title', home, cardTitle] as const]),
    ...(translationOf === undefined ? [] : [['translation-of', page(translationOf)] as const]),
    ...watch.flatMap((each, at) =>
      each.brief === undefined ? [] : [[`outcome-${at + 1}`, page(each.brief)] as const],
    ),
    ...aliases.map((alias, at) => [`alias-${at + 1}`, page(alias)] as const),
  ];
  return facts.map(([label, url, title]) => ({ type: 'definition', identifier: label, label, url, title: title ?? null })); // prettier-ignore
}

/** llms.txt (llmstxt.org): the publication, its newest briefs and the feeds of other languages, for language models. */
export function formatLlms(
  publication: Publication,
  addresses: Addresses,
  briefs: readonly Listing[],
  languages: readonly string[],
): string {
  const lines = briefs.map(({ slug, title, summary }) => [
    link(title, addresses.absolute(addresses.briefMarkdown(slug))),
    textNode(`: ${summary}`),
  ]);
  return `${formatBlocks([
    heading(1, publication.name),
    quotation(wordsIn(publication.description, publication.lang)),
    paragraph(
      textNode(
        'Every brief has four sections: what is happening, why it is important, what is next, and what lies beyond the headlines. Each says whether a program wrote it, and who reviewed it.',
      ),
    ),
    heading(2, 'Briefs'),
    linesOf(lines),
    heading(2, 'Data'),
    linesOf([
      [link('All briefs as JSON', addresses.absolute(addresses.index(1)))],
      [link('Feed', addresses.absolute(addresses.jsonFeed))],
      ...languages.map((lang) => [
        link(`Feed in ${nameOfLanguage(lang)}`, addresses.absolute(addressesOf(publication, lang).jsonFeed)),
      ]),
    ]),
  ])}\n`;
}

function part(title: string, lines: readonly (readonly PhrasingContent[])[]): RootContent[] {
  return lines.length > 0 ? [heading(2, title), linesOf(lines)] : [];
}

function heading(depth: 1 | 2, title: string): RootContent {
  return { type: 'heading', depth, children: [textNode(title)] };
}

function quotation(text: string): RootContent {
  return { type: 'blockquote', children: [paragraph(textNode(text))] };
}

function imageOf({ src, alt, credit }: Image, addresses: Addresses): RootContent[] {
  const image = paragraph({ type: 'image', url: addresses.absolute(src), alt });
  return credit === undefined ? [image] : [image, paragraph(textNode(credit))];
}
