import { textOfEntry, zipEntries } from './zip-entries.ts';
import type { Aside, Dropped } from './source.ts';

/**
 * What stands in a Word document and not in the HTML made of it: formulas, boxes, comments, and what each of its pages
 * begins or ends with. A paragraph of which a word is missing is kept whole.
 */
export function wordsLeftOut(bytes: Uint8Array, html: string): { asides: Aside[]; dropped: Dropped[] } {
  const parts = (zipEntries(bytes) ?? []).filter(({ name }) => /^word\/[^/]+\.xml$/.test(name));
  const said = lettersOf(textOfHtml(html));
  const asides: Aside[] = [];
  const dropped: Dropped[] = [];
  const known = new Set<string>();
  for (const part of parts) {
    const kind = kinds.find(({ file }) => file.test(part.name));
    if (!kind) continue;
    for (const paragraph of paragraphsOf(textOfEntry(part, bytes))) {
      const key = `${kind.why} ${paragraph.text}`;
      if (known.has(key) || (kind.isText && isSaid(paragraph, said))) continue;
      known.add(key);
      if (kind.isOnPages) dropped.push({ what: kind.why, text: paragraph.text });
      else asides.push({ why: kind.why, text: `${kind.why}: ${paragraph.text}` });
    }
  }
  return { asides, dropped };
}

interface Kind {
  readonly file: RegExp;
  readonly why: string;
  /** Whether the HTML should have it. */
  readonly isText?: boolean;
  readonly isOnPages?: boolean;
}

const kinds: readonly Kind[] = [
  { file: /\/document\d*\.xml$/, why: 'formula or box in the text', isText: true },
  { file: /\/(?:foot|end)notes\.xml$/, why: 'formula or box in a note', isText: true },
  { file: /\/comments\.xml$/, why: 'comment on the document' },
  { file: /\/(?:header|footer)\d*\.xml$/, why: 'header or footer of the pages', isOnPages: true },
];

interface WordParagraph {
  readonly text: string;
  readonly runs: string[];
  readonly hasFormula: boolean;
}

function isSaid({ text, runs, hasFormula }: WordParagraph, said: string): boolean {
  if (hasFormula) return false;
  // A box inside a paragraph stands between its words.
  return said.includes(lettersOf(text)) || runs.every((run) => said.includes(lettersOf(run)));
}

/** The paragraphs of a part, with those inside boxes on their own; what was deleted is in none (ECMA-376, 17.13.5). */
function paragraphsOf(xml: string): WordParagraph[] {
  const open: { text: string; runs: string[]; hasFormula: boolean }[] = [];
  const paragraphs: WordParagraph[] = [];
  for (const [tag, text] of xml.matchAll(tokens)) {
    const paragraph = open.at(-1);
    if (/^<w:p[\s>]/.test(tag)) open.push({ text: '', runs: [], hasFormula: false });
    else if (tag === '</w:p>') {
      open.pop();
      const whole = paragraph && { ...paragraph, text: paragraph.text.replace(/\s+/g, ' ').trim() };
      if (whole && /[\p{L}\p{N}]/u.test(whole.text)) paragraphs.push(whole);
    } else if (paragraph && text !== undefined) {
      paragraph.text += decode(text);
      paragraph.runs.push(decode(text));
      paragraph.hasFormula ||= tag.startsWith('<m:t');
    } else if (paragraph) paragraph.text += formulaSigns[tag.replace(/[\s>].*/s, '')] ?? ' ';
  }
  return paragraphs;
}

const tokens =
  /<w:p(?:\s[^>]*[^/])?>|<\/w:p>|<[wm]:t(?:\s[^>]*)?>([^<]*)<\/[wm]:t>|<w:(?:tab|br|cr)\b[^>]*>|<\/?m:(?:num|den|sup|sub|deg|rad)\b[^>]*>/g;

/** Formulas on one line, as Word writes them itself: "(a+b)/(c)". */
const formulaSigns: Readonly<Record<string, string>> = {
  '<m:num': '(',
  '</m:num': ')',
  '<m:den': '/(',
  '</m:den': ')',
  '<m:sup': '^(',
  '</m:sup': ')',
  '<m:sub': '_(',
  '</m:sub': ')',
  '<m:rad': '√(',
  '</m:rad': ')',
};

function textOfHtml(html: string): string {
  // The marks of notes stand between the words of a text.
  return decode(
    html.replace(/<sup><a href="#(?:foot|end)note[^>]*>.*?<\/a><\/sup>/g, '').replace(/<[^>]*>/g, ''),
  );
}

function decode(text: string): string {
  return text
    .replace(/&#(x?)([\da-f]{1,6});/gi, (_all, hex: string, digits: string) =>
      String.fromCodePoint(Math.min(0x10_ff_ff, parseInt(digits, hex ? 16 : 10))),
    )
    .replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: keyof typeof entities) => entities[name]);
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const;

/** Letters and digits alone: spaces and signs differ between the two. */
function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}
