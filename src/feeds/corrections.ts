import type { Addresses } from '../brief/addresses.ts';
import type { Listing } from '../brief/brief.ts';
import { bylineOf } from '../brief/byline.ts';
import { gatherCorrections, type BriefCorrection } from '../brief/corrections.ts';
import { escapeAttribute, escapeText } from '../brief/escape.ts';
import { correctionTag } from '../brief/identity.ts';
import { formatColon } from '../languages/format.ts';
import { languageFor } from '../languages/languages.ts';
import type { Publication } from '../brief/publication.ts';
import { namedTopics } from '../brief/topics.ts';
import { withXmlCharacters } from '../brief/xml-characters.ts';
import type { FeedItem } from './feed.ts';

/** Every correction as a feed item. */
export function correctionItemsOf(
  publication: Publication,
  addresses: Addresses,
  briefs: readonly Listing[],
): FeedItem[] {
  return gatherCorrections(briefs).map((correction) => itemOf(publication, addresses, correction));
}

function itemOf(
  publication: Publication,
  addresses: Addresses,
  { brief, date, note, number }: BriefCorrection,
): FeedItem {
  const language = languageFor(brief.lang);
  const { labels, direction } = language;
  const page = addresses.absolute(addresses.brief(brief.slug));
  const link = `<a href="${escapeAttribute(page)}">${escapeText(brief.title)}</a>`;
  return withXmlCharacters({
    id: correctionTag(publication, brief, number),
    address: `${page}#corrections`,
    title: formatColon(labels.correction, brief.title, language),
    summary: note,
    content: `<div lang="${escapeAttribute(brief.lang)}" dir="${direction}">\n<p>${escapeText(note)}</p>\n<p>${link}</p>\n</div>`,
    published: date,
    updated: date,
    lang: brief.lang,
    authors: bylineOf(publication, addresses, brief),
    topics: namedTopics(publication, brief.topics, brief.lang),
  });
}
