import type { Addresses } from '../brief/addresses.ts';
import { aiLabel } from '../brief/ai-label.ts';
import type { Brief, Listing } from '../brief/brief.ts';
import { bylineOf } from '../brief/byline.ts';
import { formatDay } from '../brief/dates.ts';
import { expectationText } from '../brief/expectation-text.ts';
import type { Language } from '../brief/languages/language.ts';
import type { Publication } from '../brief/publication.ts';
import { sourceDetails } from '../brief/source-details.ts';

/** A brief as Markdown that says all that its page says: for programs, archives and people who quote. */
export function formatMarkdown(
  publication: Publication,
  addresses: Addresses,
  brief: Brief,
  language: Language,
): string {
  const { labels } = language;
  const day = (moment: string): string => formatDay(moment, brief.lang, publication.timeZone);
  const authors = bylineOf(publication, addresses, brief).map(({ name }) => plain(name));
  const updated = brief.updated === undefined ? '' : labels.updated.replace('{date}', day(brief.updated));
  const byline = [authors.join(', '), day(brief.date), updated, plain(aiLabel(brief, language) ?? '')]
    .filter(Boolean)
    .join(' · ');
  const link = (text: string, url: string): string =>
    `[${plain(text)}](<${url.replace(/[<>]/g, encodeURIComponent)}>)`;
  const sources = brief.sources.map((source) => {
    const archive = source.archive === undefined ? [] : [link(labels.archivedCopy, source.archive)];
    const details = sourceDetails(source, brief.lang, language).map(plain);
    return `- ${[link(source.title, source.url), ...details, ...archive].join(', ')}`;
  });
  const watch = brief.watch.map((expectation) => {
    const { day: until, expect, outcome } = expectationText(expectation, brief.lang, language);
    return `- **${plain(until)}** ${plain([expect, outcome].filter(Boolean).join(' · '))}`;
  });
  return [
    `# ${plain(brief.title)}`,
    `> ${plain(brief.summary)}`,
    byline,
    ...(brief.image ? [`!${link(brief.image.alt, addresses.absolute(brief.image.src))}`, plain(brief.image.credit ?? '')] : []), // prettier-ignore
    ...part(labels.keyFigures, brief.figures.map(({ value, label }) => `- **${plain(value)}** ${plain(label)}`)), // prettier-ignore
    brief.markdown.trim(),
    ...part(labels.sources, sources),
    ...part(labels.whatToWatch, watch),
    ...part(labels.corrections, brief.corrections.map(({ date, note }) => `- ${day(date)}: ${plain(note)}`)), // prettier-ignore
    `<${addresses.absolute(addresses.brief(brief.slug))}>`,
  ]
    .filter((text) => text !== '')
    .join('\n\n')
    .concat('\n');
}

/** The publication for language models and those who write for them (llmstxt.org): what it is, and its newest briefs. */
export function formatLlms(
  publication: Publication,
  addresses: Addresses,
  briefs: readonly Listing[],
): string {
  const lines = briefs.map(({ slug, title, summary }) => {
    const address = addresses.absolute(addresses.briefMarkdown(slug));
    return `- [${plain(title)}](${address}): ${plain(summary)}`;
  });
  return [
    `# ${plain(publication.name)}`,
    `> ${plain(publication.description)}`,
    'Every brief has four sections: what is happening, why it is important, what is next, and what lies beyond the headlines. Each says whether a program wrote it, and who reviewed it.',
    `## Briefs\n\n${lines.join('\n')}`,
    `## Data\n\n- [All briefs as JSON](${addresses.absolute(addresses.index(1))})\n- [Feed](${addresses.absolute(addresses.jsonFeed)})`,
  ]
    .join('\n\n')
    .concat('\n');
}

function part(heading: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`## ${plain(heading)}`, lines.join('\n')] : [];
}

/** Text that Markdown takes for nothing else, no reference such as `&amp;` either. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]|&(?=#?\w+;)/g, '\\$&').replace(/\s+/g, ' ');
}
