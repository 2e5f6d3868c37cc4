import { readFileSync } from 'node:fs';
import { headingsFor, languages, writtenHeading } from '../src/languages/languages.ts';
import { publicationSample } from './brief-sample.ts';

/** A brief without anything to report. */
export interface CleanBrief {
  readonly file: string;
  readonly text: string;
}

/** Briefs in each language. */
const perLanguage = 20;

/**
 * Twenty briefs in every supported language with text that rules might mistake for errors: asterisks of notes and swear
 * words, ratios, times, brackets, dashes, quotations, code. They are combined from the passages in `fixtures/clean/`,
 * each of which occurs in several briefs. Any finding is a false alarm.
 */
export const cleanBriefs: readonly CleanBrief[] = languages.flatMap((language) => {
  const { code } = language;
  const written = readFileSync(new URL(`./fixtures/clean/${fileOf(code)}.md`, import.meta.url), 'utf8');
  const [titles = '', summaries = '', ...passages] = written.trimEnd().split('\n---\n');
  const of = (lines: string, at: number): string => lines.split('\n').at(at % 2) ?? '';
  return Array.from({ length: perLanguage }, (_, at): CleanBrief => {
    const fields = [
      '---',
      `title: ${quoted(of(titles, at))}`,
      `summary: ${quoted(of(summaries, at))}`,
      'date: 2026-01-02',
      `lang: ${code}`,
      'topics: [ai]',
      'ai: none',
      'sources:',
      `  - title: ${quoted(of(titles, at + 1))}`,
      `    url: https://example.org/${code}/${at}`,
      '---',
    ];
    const sections = headingsFor(language, publicationSample()).map((heading, section) => {
      const first = at + section * 5;
      const chosen = [first, first + 3 + (at % 7)].map((place) => passages[place % passages.length] ?? '');
      return `## ${writtenHeading(heading)}\n\n${joined(chosen)}\n`;
    });
    const text = `${fields.join('\n')}\n\n${sections.join('\n')}`;
    return { file: `briefs/clean-${code.toLowerCase()}-${at}.md`, text: withoutDuplicateNotes(text) };
  });
});

/** Adjacent lists would merge. */
function joined([first = '', second = '']: readonly string[]): string {
  const isList = /(?:^|\n)(?:- |\d\. )/;
  if (first === second || (isList.test(first) && isList.test(second))) return first;
  return `${first}\n\n${second}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A note is defined once, even if its passage is used several times. */
function withoutDuplicateNotes(text: string): string {
  const seen = new Set<string>();
  return text.replace(/^\[\^\w+\]:.*\n/gm, (note) => {
    if (seen.has(note)) return '';
    seen.add(note);
    return note;
  });
}

/** European Portuguese uses the Brazilian texts. */
function fileOf(code: string): string {
  return code === 'pt-PT' ? 'pt' : code;
}
