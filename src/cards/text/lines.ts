import { visualOrder } from './bidi.ts';
import { graphemesOf } from './characters.ts';
import type { Font, Glyph } from './font.ts';
import { shapeItem, type Item, type Paragraph } from './paragraph.ts';

/** A line of a paragraph: the part of its text that is drawn, without the spaces at its end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
  /** In ems, a hyphen at its end included. */
  readonly width: number;
}

export interface LineOptions {
  /** Whether a word that is wider than a line is broken between any two graphemes; else such a text has no lines. */
  readonly breakWords: boolean;
  /** Whether lines get as equal as their number allows, as in a headline; else each is filled. */
  readonly isBalanced: boolean;
}

/** Breaks a paragraph into lines no wider than so many ems; undefined where a word has no room. */
export function breakLines(
  paragraph: Paragraph,
  width: number,
  { breakWords, isBalanced }: LineOptions,
): Line[] | undefined {
  const filled = fillLines(paragraph, width, breakWords);
  if (!filled || !isBalanced || filled.length < 2) return filled;
  const ends = new Set(paragraph.breaks);
  // A broken word leaves no choice.
  if (filled.some(({ next }) => !ends.has(next))) return filled;
  return balance(paragraph, width, filled.length) ?? filled;
}

/** Ems by which shaping a line's ends anew may change its width: more than any kerning. */
const leeway = 0.5;

function fillLines(paragraph: Paragraph, width: number, breakWords: boolean): Line[] | undefined {
  const { breaks, text } = paragraph;
  const lines: Line[] = [];
  let start = 0;
  let at = 0;
  while (start < text.length) {
    let line: Line | undefined;
    while ((breaks[at] ?? Infinity) <= start) at += 1;
    for (; at < breaks.length; at += 1) {
      const next = lineBetween(paragraph, start, breaks[at] ?? text.length, width);
      if (next.width > width) break;
      line = next;
    }
    line ??= breakWords ? brokenWord(paragraph, start, breaks[at] ?? text.length, width) : undefined;
    if (!line) return undefined;
    lines.push(line);
    start = line.next;
  }
  return lines;
}

/** As much of a word as a line holds, one grapheme at least. */
function brokenWord(paragraph: Paragraph, start: number, end: number, width: number): Line {
  let line: Line | undefined;
  let at = start;
  for (const grapheme of graphemesOf(paragraph.text.slice(start, end))) {
    at += grapheme.length;
    const next = lineBetween(paragraph, start, at, width);
    if (line && next.width > width) break;
    line = next;
  }
  return line ?? lineBetween(paragraph, start, end, width);
}

/** The same number of lines with the least sum of squares of what they leave empty. */
function balance(paragraph: Paragraph, width: number, count: number): Line[] | undefined {
  interface Way {
    readonly slack: number;
    readonly line?: Line;
    readonly before?: Way;
  }
  let ways = new Map<number, Way>([[0, { slack: 0 }]]);
  for (let number = 1; number <= count; number += 1) {
    const longer = new Map<number, Way>();
    for (const [start, before] of ways) {
      for (const end of paragraph.breaks) {
        if (end <= start) continue;
        const line = lineBetween(paragraph, start, end, width);
        if (line.width > width) break;
        // A word is divided at its own hyphen only for a third of a line.
        const hyphen = paragraph.text[end - 1] === '-' ? (width / 3) ** 2 : 0;
        const slack = before.slack + (width - line.width) ** 2 + hyphen;
        if (slack < (longer.get(end)?.slack ?? Infinity)) longer.set(end, { slack, line, before });
      }
    }
    ways = longer;
  }
  const lines: Line[] = [];
  for (let way = ways.get(paragraph.text.length); way?.line; way = way.before) lines.unshift(way.line);
  return lines.length === count ? lines : undefined;
}

/** The line between two offsets; its width is exact where it may be near the given one, the width of a line. */
function lineBetween(paragraph: Paragraph, start: number, next: number, width: number): Line {
  const { text, places, isSafe } = paragraph;
  let end = next;
  while (end > start && /[ \u200b\u3000]/.test(text.charAt(end - 1))) end -= 1;
  const hyphen = endsInHyphen(paragraph, next) ? hyphenOf(paragraph, next).advance : 0;
  const estimate = (places[end] ?? 0) - (places[start] ?? 0) + hyphen;
  const isExact = isSafe[start] === 1 && isSafe[next] === 1;
  if (isExact || Math.abs(estimate - width) > leeway) return { start, end, next, width: estimate };
  const pieces = piecesOf(paragraph, start, next);
  const shaped = pieces.reduce((sum, { source, glyphs }) => {
    if (source instanceof URL) return sum + 1;
    return sum + glyphs.reduce((all, { cluster, advance }) => (cluster < end ? all + advance : all), 0);
  }, 0);
  return { start, end, next, width: shaped + hyphen };
}

/** A soft hyphen is seen only where a line ends at it. */
function endsInHyphen({ text }: Paragraph, next: number): boolean {
  return next < text.length && text[next - 1] === '\u00ad';
}

function hyphenOf(
  { items, text, fonts, writing }: Paragraph,
  next: number,
): Item & { readonly advance: number } {
  const before = items.findLast(({ start, source }) => start < next && !(source instanceof URL));
  const source = before?.source instanceof URL || !before ? fonts.main : before.source;
  const hyphen = {
    start: 0,
    end: 1,
    level: before?.level ?? 0,
    script: before?.script ?? '',
    source: source.has('-') ? source : fonts.main,
  };
  const glyphs = shapeItem('-', hyphen, fonts, writing);
  return {
    ...hyphen,
    start: text.length,
    glyphs,
    advance: glyphs.reduce((sum, { advance }) => sum + advance, 0),
  };
}

/** The parts of items between two offsets, shaped anew where a line can't be cut out of what was shaped. */
function piecesOf({ items, text, fonts, writing, isSafe }: Paragraph, start: number, next: number): Item[] {
  return items
    .filter((item) => item.start < next && start < item.end)
    .map((item) => {
      const part = { ...item, start: Math.max(start, item.start), end: Math.min(next, item.end) };
      if (part.start === item.start && part.end === item.end) return item;
      if (isSafe[part.start] === 0 || (part.end < item.end && isSafe[part.end] === 0))
        return { ...part, glyphs: shapeItem(text, part, fonts, writing) };
      const glyphs = item.glyphs.filter(({ cluster }) => part.start <= cluster && cluster < part.end);
      return { ...part, glyphs };
    });
}

/** A glyph or an emoji where it stands on its line, in ems from the line's left end. */
export interface LineGlyph {
  readonly source: Font | URL;
  /** Undefined for an emoji. */
  readonly glyph: Glyph | undefined;
  /** In the paragraph's text. */
  readonly offset: number;
  readonly left: number;
  readonly right: number;
}

/** A line's glyphs from left to right. */
export function lineGlyphs(paragraph: Paragraph, { start, end, next }: Line): LineGlyph[] {
  const pieces = piecesOf(paragraph, start, next).filter((piece) => piece.start < end);
  if (endsInHyphen(paragraph, next)) pieces.push(hyphenOf(paragraph, next));
  const placed: LineGlyph[] = [];
  let left = 0;
  for (const { source, glyphs, start: offset } of visualOrder(pieces)) {
    if (source instanceof URL) placed.push({ source, glyph: undefined, offset, left, right: (left += 1) });
    for (const glyph of glyphs) {
      if (glyph.cluster >= end && offset < end) continue;
      placed.push({ source, glyph, offset: glyph.cluster, left, right: (left += glyph.advance) });
    }
  }
  return placed;
}
