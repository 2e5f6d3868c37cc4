import type { Addresses } from '../brief/addresses.ts';
import { escapeAttribute, escapeText } from '../brief/escape.ts';
import { aiLabel } from '../languages/ai-label.ts';
import type { Brief, Correction, Expectation, Figure, Image, Source } from '../brief/brief.ts';
import { formatDay } from '../brief/dates.ts';
import { widthInMail } from '../brief/image.ts';
import { expectationText } from '../languages/expectation-text.ts';
import type { Language } from '../languages/language.ts';
import { outOfDateText } from '../languages/out-of-date.ts';
import type { Publication } from '../brief/publication.ts';
import { sourceDetails } from '../languages/source-details.ts';

/** A brief with its text and its labels. */
export interface WholeBrief {
  readonly brief: Brief;
  readonly language: Language;
  /** Whether it is out of date when the feed is made. */
  readonly outOfDate: boolean;
}

/**
 * The whole brief as HTML for a feed: the AI label first, absolute addresses, and only elements and attributes that feed
 * readers accept (no class, style or script).
 */
export function contentOf(
  { brief, language, outOfDate }: WholeBrief,
  publication: Pick<Publication, 'timeZone'>,
  addresses: Pick<Addresses, 'absolute'>,
): string {
  const { labels } = language;
  const label = aiLabel(brief, language);
  const notice = outOfDate ? outOfDateText(brief, language, publication) : undefined;
  return [
    `<div lang="${escapeAttribute(brief.lang)}" dir="${language.direction}">`,
    label !== undefined && `<p><strong>${escapeText(label)}</strong></p>`,
    notice !== undefined && `<p><strong>${escapeText(notice)}</strong></p>`,
    `<p><em>${escapeText(labels.story)}</em> ${escapeText(brief.summary)}</p>`,
    brief.image && imageHtml(brief.image, addresses),
    brief.figures.length > 0 && headed(labels.keyFigures, listOf(brief.figures.map(figureHtml))),
    ...brief.sections.map((section) => headed(section.heading, section.html.portable)),
    brief.notes.portable !== '' && headed(labels.footnotes, brief.notes.portable),
    brief.sources.length > 0 &&
      headed(labels.sources, listOf(brief.sources.map((source) => sourceHtml(source, brief.lang, language)))),
    brief.watch.length > 0 &&
      headed(
        labels.whatToWatch,
        listOf(brief.watch.map((item) => expectationHtml(item, brief.lang, language))),
      ),
    brief.corrections.length > 0 &&
      headed(
        labels.corrections,
        listOf(brief.corrections.map((correction) => correctionHtml(correction, brief.lang, publication))),
      ),
    '</div>',
  ]
    .filter((part) => typeof part === 'string')
    .join('\n');
}

function headed(heading: string, html: string): string {
  return `<h2>${escapeText(heading)}</h2>\n${html}`;
}

function listOf(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
}

function imageHtml({ src, alt, credit, width }: Image, addresses: Pick<Addresses, 'absolute'>): string {
  const address = escapeAttribute(addresses.absolute(src));
  const bound = widthInMail(width);
  const image = `<img src="${address}" alt="${escapeAttribute(alt)}"${bound === undefined ? '' : ` width="${bound}"`}>`;
  const caption = credit === undefined ? '' : `<figcaption>${isolated(credit)}</figcaption>`;
  return `<figure>${image}${caption}</figure>`;
}

/** Isolates text whose direction may differ from its surroundings. */
function isolated(text: string): string {
  return `<bdi>${escapeText(text)}</bdi>`;
}

function figureHtml({ value, label }: Figure): string {
  return `<strong>${isolated(value)}</strong> ${isolated(label)}`;
}

function sourceHtml(source: Source, lang: string, language: Language): string {
  const link = (url: string, text: string): string =>
    `<a href="${escapeAttribute(url)}">${isolated(text)}</a>`;
  return [
    link(source.url, source.title),
    ...sourceDetails(source, lang, language).map(isolated),
    ...(source.archive === undefined ? [] : [link(source.archive, language.labels.archivedCopy)]),
  ].join(', ');
}

function expectationHtml(expectation: Expectation, lang: string, language: Language): string {
  const { day, expect, outcome } = expectationText(expectation, lang, language);
  const ending = outcome === '' ? '' : `<br><em>${escapeText(outcome)}</em>`;
  return `<strong>${escapeText(day)}</strong> ${escapeText(expect)}${ending}`;
}

function correctionHtml(
  { date, note }: Correction,
  lang: string,
  { timeZone }: Pick<Publication, 'timeZone'>,
): string {
  return `<strong>${escapeText(formatDay(date, lang, timeZone))}</strong> ${escapeText(note)}`;
}
