/** A mark that an editor leaves in a text: CriticMarkup, or an Obsidian comment. */
export interface EditorMark {
  readonly kind: 'comment' | 'addition' | 'deletion' | 'replacement' | 'highlight';
  readonly start: number;
  readonly end: number;
  /** The text inside the mark. */
  readonly text: string;
}

/**
 * The editorial marks in a text, in order. Without its markup, `{~~old~>new~~}` has only an arrow, because two tildes are
 * strikethrough.
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

/** Up to 2,000 characters of a mark. Without a limit, each unclosed mark would read all the rest. */
const inside = (marker: string): string => `(?:(?!${marker})[^]){0,2000}?`;

const notOfNumber = String.raw`(?<!\p{N}[^\S\n]{1,2}(?=%%(?:[\s.,;:!?)]|$)))`;

const pattern = new RegExp(
  [
    `\\{>>(?<comment>${inside('<<\\}')})<<\\}`,
    `\\{\\+\\+(?<addition>${inside('\\+\\+\\}')})\\+\\+\\}`,
    `\\{--(?<deletion>${inside('--\\}')})--\\}`,
    `\\{(?:~~)?(?<replacement>[^{}]{0,2000}?~>[^{}]{0,2000}?)(?:~~)?\\}`,
    `\\{==(?<highlight>${inside('==\\}')})==\\}`,
    // "100%%" and "5 %%" are not comments. A comment may end in a later paragraph.
    `(?<![\\p{L}\\p{N}%])${notOfNumber}%%(?!%)(?<open>${inside('%%')})%%(?![\\p{L}\\p{N}%])`,
    `(?<=(?:^|\\n)[ \\t]*)%%(?!%)(?<begun>[^]{0,2000})$|(?<![\\p{L}\\p{N}%])%%(?=\\p{L})(?<left>[^]{0,2000})$`,
  ].join('|'),
  'gu',
);

/** CriticMarkup that may open in one paragraph and close in another. */
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

/** Paragraphs that one mark may span. */
export const maxMarkParagraphs = 50;
