import { levelsOf } from './bidi.ts';
import { drawable, graphemesOf, needsNoGlyph } from './characters.ts';
import { withKnownEmoji } from './emoji.ts';
import { chooseFonts, type FontChoice } from './font-choice.ts';
import type { Face } from './font-families.ts';
import type { Font, Glyph, Shaping } from './font.ts';
import { lineBreaks } from './line-breaks.ts';
import type { OwnFamilies } from './own-families.ts';
import { isJoined, scriptOf } from './script.ts';

/** What the words of a card are written in: the language as BCP 47, and from which side. */
export interface Writing {
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  /** The publication's own fonts. */
  readonly families?: OwnFamilies;
}

/** A text shaped once, of which lines of any size are made; all lengths are in ems. */
export interface Paragraph {
  /** As it is drawn; offsets count its UTF-16 units. */
  readonly text: string;
  readonly writing: Writing;
  readonly fonts: Pick<FontChoice, 'main' | 'leading' | 'tracking'>;
  /** In the order of the text, without gaps. */
  readonly items: readonly Item[];
  /** Where lines may end, in order, the end of the text last. */
  readonly breaks: readonly number[];
  /** The width of the text before each offset, as it is shaped on one line. */
  readonly places: Float64Array;
  /** Offsets at which a line can be cut out of what was shaped; elsewhere its end has to be shaped anew. */
  readonly isSafe: Uint8Array;
}

/** A part of a paragraph in one font, script and direction: shaped as a whole, or one emoji. */
export interface Item {
  readonly start: number;
  readonly end: number;
  /** Of UAX #9; odd from right to left. */
  readonly level: number;
  readonly source: Font | URL;
  readonly script: string;
  /** From left to right; none for an emoji, which is one em wide. */
  readonly glyphs: readonly Glyph[];
}

/** By when they were last asked for: names, dates and headings come again on every card. */
const paragraphs = new Map<string, Promise<Paragraph>>();
/** Of 10 KB on average. */
const maxParagraphs = 200;

/** Shapes a text, or gives it as it was shaped before. Throws a CardError for characters that no font has. */
export function shapeParagraph(text: string, face: Face, writing: Writing): Promise<Paragraph> {
  const own = writing.families?.[face];
  const key = [face, own?.name ?? '', writing.lang, writing.direction, text].join('\0');
  const known = paragraphs.get(key) ?? shapeText(text, face, writing);
  paragraphs.delete(key);
  paragraphs.set(key, known);
  if (paragraphs.size > maxParagraphs) paragraphs.delete(paragraphs.keys().next().value ?? key);
  return known;
}

async function shapeText(written: string, face: Face, writing: Writing): Promise<Paragraph> {
  const text = withKnownEmoji(drawable(written));
  const fonts = await chooseFonts(text, face, writing.lang, writing.families?.[face]);
  const items = itemsOf(text, fonts, writing);
  const places = new Float64Array(text.length + 1);
  const isSafe = new Uint8Array(text.length + 1);
  for (const item of items) placeClusters(item, places, isSafe);
  for (let at = 1; at < places.length; at += 1) places[at] = (places[at] ?? 0) + (places[at - 1] ?? 0);
  isSafe[text.length] = 1;
  return { text, writing, fonts, items, breaks: lineBreaks(text, writing.lang), places, isSafe };
}

/** The text divided where font, script or direction change, and around each emoji. */
function itemsOf(text: string, fonts: FontChoice, writing: Writing): Item[] {
  const levels = levelsOf(text, writing.direction);
  const items: Omit<Item, 'glyphs'>[] = [];
  let at = 0;
  let script: string | undefined;
  for (const grapheme of graphemesOf(text)) {
    const level = levels[at] ?? 0;
    const last = items.at(-1);
    // What draws nothing, as a mark of direction, goes with what stands before it.
    const source =
      fonts.drawnBy(grapheme) ?? (last?.source instanceof URL ? undefined : last?.source) ?? fonts.main;
    const own = scriptOf(grapheme);
    const isSameScript = own === undefined || script === undefined || own === script;
    script = own ?? script;
    const end = at + grapheme.length;
    if (last && !(source instanceof URL) && last.source === source && last.level === level && isSameScript)
      items.splice(-1, 1, { ...last, end, script: script ?? '' });
    else items.push({ start: at, end, level, source, script: script ?? '' });
    at = end;
  }
  return items.map((item) => ({ ...item, glyphs: shapeItem(text, item, fonts, writing) }));
}

/** Shapes an item, or the part of it that a line has. */
export function shapeItem(
  text: string,
  { start, end, source, script, level }: Omit<Item, 'glyphs'>,
  { tracking }: Pick<FontChoice, 'tracking'>,
  { lang }: Writing,
): Glyph[] {
  if (source instanceof URL) return [];
  const isRightToLeft = level % 2 === 1;
  const how: Shaping = { script: script || 'Zyyy', lang, isRightToLeft, isSpaced: tracking !== 0 };
  const glyphs = source.shape(text, start, end, how);
  return tracking === 0 ? glyphs : spaced(glyphs, text, tracking, isJoined(script));
}

/** Letter spacing behind each cluster but those that draw nothing, and in a script that joins its letters only around words. */
function spaced(glyphs: readonly Glyph[], text: string, tracking: number, joins: boolean): Glyph[] {
  return glyphs.map((glyph, at) => {
    if (glyphs[at + 1]?.cluster === glyph.cluster) return glyph;
    const character = String.fromCodePoint(text.codePointAt(glyph.cluster) ?? 0);
    if (needsNoGlyph(character) || (joins && !/[\s\p{Ps}\p{Pe}]/u.test(character))) return glyph;
    return { ...glyph, advance: glyph.advance + tracking };
  });
}

/** Puts the width of each cluster behind its first character, and marks where a line may be cut. */
function placeClusters(item: Item, places: Float64Array, isSafe: Uint8Array): void {
  isSafe[item.start] = 1;
  if (item.source instanceof URL) {
    places[item.end] = 1;
    return;
  }
  for (const { cluster, advance, isUnsafeToBreak } of item.glyphs) {
    places[cluster + 1] = (places[cluster + 1] ?? 0) + advance;
    if (cluster > item.start) isSafe[cluster] = isUnsafeToBreak ? 0 : 1;
  }
}
