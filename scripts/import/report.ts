import { quote } from '../../src/diagnostics/quote.ts';
import { isExact } from '../../src/markdown/outline.ts';
import { askedOfPerson } from './comment.ts';
import { textBefore, unseen, type Aside, type Dropped } from './source.ts';

/** What an import did with one document. */
export interface ImportReport {
  /** Where each field was found, by its name. */
  readonly found: Readonly<Record<string, string>>;
  /** BCP 47. */
  readonly lang: string;
  /** The four headings of the brief, and for each those that opened the section in the document. */
  readonly sections: readonly { readonly heading: string; readonly found: readonly string[] }[];
  /** Whether the sections stood in their order. */
  readonly inOrder: boolean;
  readonly dropped: readonly Dropped[];
  /** What is kept in comments of the brief. */
  readonly kept: readonly Aside[];
  /** What only a person knows, with the line of the brief where the answer belongs. */
  readonly questions: readonly (Aside & { readonly line: number })[];
  /** What `check` will ask for: fields, and sections without text. */
  readonly toFill: readonly string[];
}

/** The report in words, a line for each thing done, below the names of both files. */
export function formatReport(report: ImportReport, from: string, to: string): string {
  const { found, lang, dropped, kept, questions, toFill } = report;
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
      'kept',
      group(
        kept.map(({ why, text }) => [why, text]),
        beginning,
      ),
    ),
    ...lead(
      'to answer',
      questions.map(({ text, line }) => `${to}:${line}: ${text.replace(`${askedOfPerson}: `, '')}`),
    ),
    ['to fill in', toFill.join(', ') || undefined],
  ];
  const told = lines.flatMap(([name, text]) => (text === undefined ? [] : [`  ${name.padEnd(10)}  ${text}`]));
  return [`${to}  from ${from}`, ...told].join('\n');
}

function describeSections({ sections, inOrder, kept }: ImportReport): string[] {
  const missing = sections.filter(({ found }) => found.length === 0).map(({ heading }) => `"${heading}"`);
  const count = sections.length - missing.length;
  const summary =
    count === 4
      ? 'all four found'
      : count === 0
        ? `none found${kept.some(({ why }) => why === textBefore) ? ': the text is in a comment' : ''}`
        : `missing: ${missing.join(', ')}`;
  const renamed = sections.flatMap(({ heading, found }) =>
    found.filter((each) => !isExact(each, heading)).map((each) => `${inQuotes(each)} is now "${heading}"`),
  );
  return [inOrder ? summary : `${summary}, put in order`, ...renamed];
}

/** One line for each kind of thing, with what was there. */
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

/** Of what is kept a beginning is enough: the rest is in the brief. */
function beginning(_kind: string, texts: readonly string[]): string {
  return quote(texts.join(' · '));
}

/** What is dropped stands nowhere else: no letter of it is left out, unless it is a program's. */
function whole(kind: string, texts: readonly string[]): string {
  if (unseen.includes(kind)) {
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    return `${length.toLocaleString('en')} characters`;
  }
  return texts.map(inQuotes).join(' · ');
}

/** On one line and whole. */
function inQuotes(text: string): string {
  return `"${text.replace(/\s+/g, ' ').trim()}"`;
}

/** The name before the first line alone. */
function lead(name: string, lines: readonly string[]): [string, string][] {
  return lines.map((line, at) => [at === 0 ? name : '', line]);
}
