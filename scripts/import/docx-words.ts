import { commentOfEditor } from './comment.ts';
import type { DocxFile } from './docx-file.ts';
import type { Aside, Dropped } from './document-source.ts';

/**
 * Finds text of a Word document that is missing from its HTML: formulas, text boxes, comments, headers and footers. A
 * paragraph with a missing word is returned whole.
 */
export function wordsLeftOut(file: DocxFile, html: string): { asides: Aside[]; dropped: Dropped[] } {
  const parts = file.names.filter((name) => /^word\/[^/]+\.xml$/.test(name));
  const said = searchFrom(lettersOf(textOfHtml(html)));
  const asides: Aside[] = [];
  const dropped: Dropped[] = [];
  const known = new Set<string>();
  for (const name of parts) {
    const kind = kinds.find(({ part }) => part.test(name));
    if (!kind) continue;
    for (const paragraph of paragraphsOf(file.textOf(name))) {
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
  readonly part: RegExp;
  readonly why: string;
  /** Whether the HTML should contain it. */
  readonly isText?: boolean;
  readonly isOnPages?: boolean;
}

const kinds: readonly Kind[] = [
  { part: /\/document\d*\.xml$/, why: 'formula or box in the text', isText: true },
  { part: /\/(?:foot|end)notes\.xml$/, why: 'formula or box in a note', isText: true },
  { part: /\/comments\.xml$/, why: commentOfEditor },
  { part: /\/(?:header|footer)\d*\.xml$/, why: 'header or footer of the pages', isOnPages: true },
];

interface WordParagraph {
  readonly text: string;
  readonly runs: string[];
  readonly hasFormula: boolean;
}

function isSaid({ text, runs, hasFormula }: WordParagraph, isIn: (letters: string) => boolean): boolean {
  if (hasFormula) return false;
  // A text box inside a paragraph stands between its words.
  return isIn(lettersOf(text)) || runs.every((run) => isIn(lettersOf(run)));
}

/** Searches from the last match first, because texts mostly follow one another. */
function searchFrom(whole: string): (part: string) => boolean {
  let from = 0;
  return (part) => {
    const next = whole.indexOf(part, from);
    const at = next >= 0 ? next : whole.indexOf(part);
    if (at >= 0) from = at;
    return at >= 0;
  };
}

/** The paragraphs of a part, with those inside text boxes on their own, without deleted text (ECMA-376, 17.13.5). */
function paragraphsOf(xml: string): WordParagraph[] {
  const open: { text: string; runs: string[]; hasFormula: boolean }[] = [];
  const paragraphs: WordParagraph[] = [];
  // Reads tag by tag: a pattern that looks for each end tag would read all the rest where one is missing.
  for (const piece of xml.split('<').slice(1)) {
    const end = piece.indexOf('>');
    if (end < 0) continue;
    const name = /^\/?[\w:]*/.exec(piece)?.[0] ?? '';
    const isEmpty = piece[end - 1] === '/';
    const paragraph = open.at(-1);
    if (name === 'w:p' && !isEmpty) open.push({ text: '', runs: [], hasFormula: false });
    else if (name === '/w:p') {
      open.pop();
      const whole = paragraph && { ...paragraph, text: paragraph.text.replace(/\s+/g, ' ').trim() };
      if (whole && /[\p{L}\p{N}]/u.test(whole.text)) paragraphs.push(whole);
    } else if (paragraph && (name === 'w:t' || name === 'm:t') && !isEmpty) {
      const text = decode(piece.slice(end + 1));
      paragraph.text += text;
      paragraph.runs.push(text);
      paragraph.hasFormula ||= name === 'm:t';
    } else if (paragraph) paragraph.text += spaces.has(name) ? ' ' : (formulaSymbols[name] ?? '');
  }
  return paragraphs;
}

const spaces = new Set(['w:tab', 'w:br', 'w:cr', 'm:deg']);

/** Formulas in Word's linear format: "(a+b)/(c)". */
const formulaSymbols: Readonly<Record<string, string>> = {
  'm:num': '(',
  '/m:num': ')',
  'm:den': '/(',
  '/m:den': ')',
  'm:sup': '^(',
  '/m:sup': ')',
  'm:sub': '_(',
  '/m:sub': ')',
  'm:rad': '√(',
  '/m:rad': ')',
};

function textOfHtml(html: string): string {
  // Removes footnote marks, which stand between the words of a text.
  return decode(
    html.replace(/<sup><a href="#(?:foot|end)note[^>]*>.*?<\/a><\/sup>/g, '').replace(/<[^>]*>/g, ''),
  );
}

/** Decodes XML text. */
export function decode(text: string): string {
  return text
    .replace(/&#(x?)([\da-f]{1,6});/gi, (_all, hex: string, digits: string) =>
      String.fromCodePoint(Math.min(0x10_ff_ff, parseInt(digits, hex ? 16 : 10))),
    )
    .replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: keyof typeof entities) => entities[name]);
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const;

/** Only letters and digits: spaces and punctuation differ between the two. */
function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}
