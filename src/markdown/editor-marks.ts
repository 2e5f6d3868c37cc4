/** What one editor writes to another in the middle of a text: CriticMarkup's signs, and Obsidian's for a comment. */
export interface EditorMark {
  readonly kind: 'comment' | 'addition' | 'deletion' | 'replacement' | 'highlight';
  readonly start: number;
  readonly end: number;
  /** What stands between the signs. */
  readonly text: string;
}

/**
 * The marks of editors in a text, in their order. Two tildes strike out what stands between them, so that of
 * `{~~old~>new~~}` a text without its markup has only the arrow.
 */
export function editorMarksIn(text: string): EditorMark[] {
  const marks: EditorMark[] = [];
  for (const match of text.matchAll(pattern)) {
    const [all] = match;
    const kind = kinds.find((each) => match.groups?.[each] !== undefined) ?? 'comment';
    const said =
      match.groups?.[kind] ??
      match.groups?.['open'] ??
      match.groups?.['begun'] ??
      match.groups?.['left'] ??
      '';
    marks.push({ kind, start: match.index, end: match.index + all.length, text: said.trim() });
  }
  return marks;
}

const kinds = ['comment', 'addition', 'deletion', 'replacement', 'highlight'] as const;

/** Characters of the longest mark; a pattern without a limit would read all the rest at each sign that nothing ends. */
const inside = (sign: string): string => `(?:(?!${sign})[^]){0,2000}?`;

const notOfNumber = String.raw`(?<!\p{N}[^\S\n]{1,2}(?=%%(?:[\s.,;:!?)]|$)))`;

const pattern = new RegExp(
  [
    `\\{>>(?<comment>${inside('<<\\}')})<<\\}`,
    `\\{\\+\\+(?<addition>${inside('\\+\\+\\}')})\\+\\+\\}`,
    `\\{--(?<deletion>${inside('--\\}')})--\\}`,
    `\\{(?:~~)?(?<replacement>[^{}]{0,2000}?~>[^{}]{0,2000}?)(?:~~)?\\}`,
    `\\{==(?<highlight>${inside('==\\}')})==\\}`,
    // "100%%" and "5 %%" are no comments; one that a paragraph opens may end in another.
    `(?<![\\p{L}\\p{N}%])${notOfNumber}%%(?!%)(?<open>${inside('%%')})%%(?![\\p{L}\\p{N}%])`,
    `(?<=(?:^|\\n)[ \\t]*)%%(?!%)(?<begun>[^]{0,2000})$|(?<![\\p{L}\\p{N}%])%%(?=\\p{L})(?<left>[^]{0,2000})$`,
  ].join('|'),
  'gu',
);

/** The signs of a mark of CriticMarkup that may open in one paragraph and close in another. */
export const longMarks: readonly {
  readonly kind: EditorMark['kind'];
  readonly open: string;
  readonly close: string;
}[] = [
  { kind: 'comment', open: '{>>', close: '<<}' },
  { kind: 'addition', open: '{++', close: '++}' },
  { kind: 'deletion', open: '{--', close: '--}' },
  { kind: 'replacement', open: '{~~', close: '~~}' },
  { kind: 'highlight', open: '{==', close: '==}' },
];

/** Paragraphs over which one mark may go. */
export const maxMarkParagraphs = 50;
