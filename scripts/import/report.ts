import { quote } from '../../src/diagnostics/quote.ts';
import { isExact } from '../../src/markdown/outline.ts';
import { askedOfPerson } from './comment.ts';
import { textBefore, unseen, type Aside, type Dropped } from './document-source.ts';

/** The result of importing one document. */
export interface ImportReport {
  /** Where each field was found, by name. */
  readonly found: Readonly<Record<string, string>>;
  /** BCP 47. */
  readonly lang: string;
  /** The headings of the brief, each with those that opened the section in the document. */
  readonly sections: readonly { readonly heading: string; readonly found: readonly string[] }[];
  /** Whether the sections were in order. */
  readonly inOrder: boolean;
  readonly dropped: readonly Dropped[];
  /** What became comments in the brief. */
  readonly commented: readonly Aside[];
  /** Questions for the writer, with their lines in the brief. */
  readonly questions: readonly (Aside & { readonly line: number })[];
  /** What `check` will report: fields, and sections without text. */
  readonly toFill: readonly string[];
}

/** Formats the report: a line for each action, below the names of both files. */
export function formatReport(report: ImportReport, from: string, to: string): string {
  const { found, lang, dropped, commented, questions, toFill } = report;
  const language = new Intl.DisplayNames('en', { type: 'language' }).of(lang) ?? lang;
  const fields = ['title', 'summary', 'date', 'status', 'ai', 'sources'].map(
    (name) => [name, found[name]] as const,
  );
  const lines: (readonly [string, string | undefined])[] = [
    ...fields,
    ['language', `${language}, ${found['lang'] ?? ''}`],
    ...lead('sections', describeSections(report)),
    ...lead(
      'dropped',
      group(
        dropped.map(({ what, text }) => [what, text]),
        whole,
      ),
    ),
    ...lead(
      'commented',
      group(
        commented.map(({ why, text }) => [why, text]),
        excerpt,
      ),
    ),
    ...lead(
      'to answer',
      questions.map(({ text, line }) => `${to}:${line}: ${text.replace(`${askedOfPerson}: `, '')}`),
    ),
    ['to fill in', toFill.join(', ') || undefined],
  ];
  const output = lines.flatMap(([name, text]) =>
    text === undefined ? [] : [`  ${name.padEnd(10)}  ${text}`],
  );
  return [`${to}  from ${from}`, ...output].join('\n');
}

function describeSections({ sections, inOrder, commented }: ImportReport): string[] {
  const missing = sections.filter(({ found }) => found.length === 0).map(({ heading }) => `"${heading}"`);
  const count = sections.length - missing.length;
  const summary =
    count === 4
      ? 'all four found'
      : count === 0
        ? `none found${commented.some(({ why }) => why === textBefore) ? ': the text is in a comment' : ''}`
        : `missing: ${missing.join(', ')}`;
  const renamed = sections.flatMap(({ heading, found }) =>
    found.filter((each) => !isExact(each, heading)).map((each) => `${inQuotes(each)} is now "${heading}"`),
  );
  return [inOrder ? summary : `${summary}, put in order`, ...renamed];
}

/** One line for each kind, with the texts. */
function group(
  things: readonly (readonly [string, string])[],
  say: (kind: string, texts: readonly string[]) => string,
): string[] {
  const groups = Map.groupBy(things, ([kind]) => kind);
  return Array.from(groups, ([kind, each]) => {
    const count = each.length > 1 ? ` (${each.length})` : '';
    return `${kind}${count}: ${say(
      kind,
      each.map(([, text]) => text),
    )}`;
  });
}

/** An excerpt, since the brief contains the rest. */
function excerpt(_kind: string, texts: readonly string[]): string {
  return quote(texts.join(' · '));
}

/** The full text, since it is dropped, except for scripts. */
function whole(kind: string, texts: readonly string[]): string {
  if (unseen.includes(kind)) {
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    return `${length.toLocaleString('en')} characters`;
  }
  return texts.map(inQuotes).join(' · ');
}

/** The full text on one line. */
function inQuotes(text: string): string {
  return `"${text.replace(/\s+/g, ' ').trim()}"`;
}

/** Puts the name before the first line only. */
function lead(name: string, lines: readonly string[]): [string, string][] {
  return lines.map((line, at) => [at === 0 ? name : '', line]);
}
