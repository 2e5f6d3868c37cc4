import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { Publication } from '../brief/publication.ts';
import { wordsIn } from '../brief/words.ts';
import { headingsFor, languageFor } from './languages.ts';

/** What standing pages say about a publication. */
export interface StandingFacts {
  readonly publication: Publication;
  /** The address for readers' mail; without one there is no contact page. */
  readonly email?: string | undefined;
  /** The name of the company that hosts the pages, if it is known. */
  readonly host?: string | undefined;
}

/** The standing pages of every publication, by slug, in its language. A page without a text is left out. */
export function writeStandingPages(facts: StandingFacts): Readonly<Record<StandingSlug, string | undefined>> {
  return { about: about(facts), ai: ai(facts), contact: contact(facts), privacy: privacy(facts) };
}

export type StandingSlug = 'about' | 'ai' | 'contact' | 'privacy';

/** Whether `setup` wrote a page and nobody has changed it since. */
export function isWritten(text: string): boolean {
  const unix = text.replace(/\r\n?/g, '\n');
  const [line = '', digest = ''] = /^setup: *(\w+)\n/m.exec(unix) ?? [];
  return line !== '' && digest === digestOf(unix.replace(line, ''));
}

function about({ publication, email }: StandingFacts): string {
  const { labels, standing, ...language } = languageFor(publication.lang);
  const { intro, corrections, ai, follow, ...head } = standing.about;
  const words = {
    name: publication.name,
    corrections: labels.corrections,
    ai: standing.ai.title,
    subscribe: labels.subscribe,
  };
  return pageOf(head, words, [
    escapeStart(escapeText(wordsIn(publication.description, publication.lang))),
    intro,
    headingsFor(language, publication)
      .map((heading, at) => `${at + 1}. ${escapeText(heading)}`)
      .join('\n'),
    fill(corrections, words),
    fill(ai, words),
    fill(follow, words),
    ...responsible(publication, email),
  ]);
}

function ai({ publication }: StandingFacts): string {
  const { labels, standing } = languageFor(publication.lang);
  const { usual, intro, generated, assisted, reviewed, noLabel, none, check, ...head } = standing.ai;
  const meanings = [
    [labels.aiGenerated, generated],
    [labels.aiAssisted, assisted],
    [labels.aiGeneratedReviewed.replace('{reviewer}', '…'), reviewed],
    [noLabel, none],
  ] as const;
  return pageOf(head, {}, [
    ...(publication.ai === undefined ? [] : [usual[publication.ai]]),
    intro,
    meanings
      .map(([label, meaning]) => `- **${labels.beforeText.replace('{label}', label)}** ${meaning}`)
      .join('\n'),
    check,
  ]);
}

function contact({ publication, email }: StandingFacts): string | undefined {
  if (email === undefined) return undefined;
  const { write, mistake, ...head } = languageFor(publication.lang).standing.contact;
  return pageOf(head, {}, [
    write.replace('{email}', () => linkTo(email)),
    mistake,
    ...responsible(publication),
  ]);
}

function privacy({ publication, email, host }: StandingFacts): string {
  const { labels, standing } = languageFor(publication.lang);
  const { pages, search, logs, host: hosted, mail, form, ...head } = standing.privacy;
  const { feedback = 'none' } = publication;
  const question = labels.feedback.question;
  const answering =
    feedback === 'none'
      ? []
      : feedback.kind === 'mailto'
        ? [fill(mail, { question })]
        : [fill(form, { question, receiver: new URL(feedback.endpoint, publication.address).hostname })];
  return pageOf(head, {}, [
    pages,
    ...(publication.search === false ? [] : [search]),
    logs,
    ...(host === undefined ? [] : [fill(hosted, { host })]),
    ...answering,
    ...responsible(publication, email),
  ]);
}

function responsible({ editor, lang }: Publication, email?: string): string[] {
  const { labels } = languageFor(lang);
  const name = editor && fill(labels.responsible, { name: editor.name });
  const parts = [name, email === undefined ? undefined : linkTo(email)].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [parts.join(' · ')];
}

function pageOf(
  { title, description }: { readonly title: string; readonly description: string },
  words: Readonly<Record<string, string>>,
  paragraphs: readonly string[],
): string {
  const fields = { title, description: fill(description, words, (text) => text) };
  const body = `---\n\n${paragraphs.join('\n\n')}\n`;
  const front = `---\n${stringify(fields, { lineWidth: 0, singleQuote: true })}`;
  return `${front}${stringify({ setup: digestOf(front + body) })}${body}`;
}

function digestOf(text: string): string {
  // Begins with a letter, so that YAML reads no number.
  return `w${createHash('sha256').update(text.trim()).digest('hex').slice(0, 15)}`;
}

function fill(text: string, words: Readonly<Record<string, string>>, escape = escapeText): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => escape(words[name] ?? whole));
}

/** Text of the publisher's as Markdown for MDX that shows the same characters. */
function escapeText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|~&#]/g, String.raw`\$&`);
}

/** At the start of a paragraph, numbers and hyphens would begin a list. */
function escapeStart(text: string): string {
  return text.replace(/^(\d+)([.)])/, String.raw`$1\$2`).replace(/^[-+]/, String.raw`\$&`);
}

function linkTo(email: string): string {
  const address = email.split('@').map(encodeURIComponent).join('@').replace('(', '%28').replace(')', '%29');
  return `[${escapeText(email)}](mailto:${address})`;
}
