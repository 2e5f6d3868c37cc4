import { readFile } from 'node:fs/promises';
import fontverter from 'fontverter';
import * as harfbuzz from 'harfbuzzjs';
import { steps, type Outline } from '../glyphs.ts';

/** A font file at one point of its axes. */
export interface Font extends FontSource {
  readonly has: (character: string) => boolean;
  /** Units of the em above and below the baseline, as browsers measure a line by them. */
  readonly ascent: number;
  readonly descent: number;
  /** Shapes a part of a text, with the text around it as context; places and widths are in ems. */
  readonly shape: (text: string, start: number, end: number, how: Shaping) => Glyph[];
  /** In ems, with y upward. */
  readonly outlineOf: (glyph: number) => Outline;
}

/** How a run of text is shaped: one script, one direction, one language. */
export interface Shaping {
  /** ISO 15924. */
  readonly script: string;
  /** BCP 47. */
  readonly lang: string;
  readonly isRightToLeft: boolean;
  /** Whether letters keep apart: spaced letters are not joined to ligatures. */
  readonly isSpaced: boolean;
  /** Whether marks stay where their glyphs stand by themselves, by which it is seen whether a font attaches them. */
  readonly hasLooseMarks?: boolean;
}

/** A shaped glyph; all lengths in ems, y upward. */
export interface Glyph {
  readonly id: number;
  /** Offset in the text of the first character that the glyph stands for. */
  readonly cluster: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  /** Whether the text before this glyph and from it on would be shaped otherwise if a line broke here. */
  readonly isUnsafeToBreak: boolean;
}

/** Where a font file lies, and at which point of its axes it is used. */
export interface FontSource {
  readonly name: string;
  readonly url: URL;
  readonly axes: Readonly<Record<string, number>>;
}

interface OpenFont {
  readonly font: Promise<Font>;
  bytes: number;
}

/** By when they were last asked for. */
const open = new Map<string, OpenFont>();
/**
 * Bytes of unpacked files that a thread keeps open. All that Latin, Arabic and signs need are 2 MB; a title in Chinese opens some
 * ten files of 100 KB.
 */
const maxBytes = 12_000_000;

/** Opens a TTF, WOFF or WOFF2 file, or gives the one that is still open. */
export function openFont(source: FontSource): Promise<Font> {
  const known = open.get(source.name);
  if (known) {
    open.delete(source.name);
    open.set(source.name, known);
    return known.font;
  }
  const entry: OpenFont = { font: readFont(source, (bytes) => (entry.bytes = bytes)), bytes: 0 };
  open.set(source.name, entry);
  closeOldest(source.name);
  return entry.font;
}

function closeOldest(latest: string): void {
  let bytes = open.values().reduce((sum, entry) => sum + entry.bytes, 0);
  for (const [name, entry] of open) {
    if (bytes <= maxBytes) return;
    if (name === latest || entry.bytes === 0) continue;
    open.delete(name);
    bytes -= entry.bytes;
  }
}

async function readFont(source: FontSource, count: (bytes: number) => void): Promise<Font> {
  const data = await fontverter.convert(await readFile(source.url), 'truetype');
  count(data.length);
  const face = new harfbuzz.Face(new harfbuzz.Blob(data));
  const font = new harfbuzz.Font(face);
  // A variable font's default may be its lightest weight, so its axes are always set.
  font.setVariations(Object.entries(source.axes).map(([tag, value]) => new harfbuzz.Variation(tag, value)));
  const characters = new Set(face.collectUnicodes());
  const em = face.upem;
  const { ascender, descender } = font.hExtents();
  const outlines = new Map<number, Outline>();
  return {
    ...source,
    has: (character) => characters.has(character.codePointAt(0) ?? -1),
    ascent: ascender / em,
    descent: -descender / em,
    shape: (text, start, end, how) => shape(font, em, text, start, end, how),
    outlineOf: (glyph) => {
      const known = outlines.get(glyph) ?? readOutline(font, glyph, em);
      outlines.set(glyph, known);
      return known;
    },
  };
}

/** What a file says of its font: how many characters, which axes, and how high its lines are in ems. Throws if it is none. */
export async function inspectFont(bytes: Uint8Array): Promise<{
  readonly characters: number;
  readonly axes: Readonly<Record<string, readonly [min: number, max: number]>>;
  readonly height: number;
}> {
  const data = await fontverter.convert(Buffer.from(bytes), 'truetype');
  const face = new harfbuzz.Face(new harfbuzz.Blob(data));
  const { ascender, descender } = new harfbuzz.Font(face).hExtents();
  return {
    characters: face.collectUnicodes().length,
    axes: Object.fromEntries(
      Object.values(face.getAxisInfos()).map(({ tag, min, max }) => [tag, [min, max]]),
    ),
    height: (ascender - descender) / face.upem,
  };
}

const buffer = new harfbuzz.Buffer();
const spaced = [new harfbuzz.Feature('liga', 0), new harfbuzz.Feature('clig', 0)];
const looseMarks = [new harfbuzz.Feature('mark', 0), new harfbuzz.Feature('mkmk', 0)];

function shape(
  font: harfbuzz.Font,
  em: number,
  text: string,
  start: number,
  end: number,
  { script, lang, isRightToLeft, isSpaced, hasLooseMarks }: Shaping,
): Glyph[] {
  buffer.clearContents();
  buffer.addText(text, start, end - start);
  buffer.setScript(script);
  buffer.setLanguage(lang);
  buffer.setDirection(isRightToLeft ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
  harfbuzz.shape(font, buffer, hasLooseMarks ? looseMarks : isSpaced ? spaced : []);
  return buffer
    .getGlyphInfosAndPositions()
    .map(({ codepoint, cluster, flags, xAdvance = 0, xOffset = 0, yOffset = 0 }) => ({
      id: codepoint,
      cluster,
      advance: xAdvance / em,
      dx: xOffset / em,
      dy: yOffset / em,
      isUnsafeToBreak: (flags & harfbuzz.GlyphFlag.UNSAFE_TO_BREAK) !== 0,
    }));
}

let pen: number[] = [];
let perEm = 1;

function draw(step: number, ...points: readonly number[]): void {
  pen.push(step, ...points.map((point) => point / perEm));
}

const pens = new harfbuzz.DrawFuncs();
pens.setMoveToFunc((x, y) => {
  draw(steps.move, x, y);
});
pens.setLineToFunc((x, y) => {
  draw(steps.line, x, y);
});
pens.setQuadraticToFunc((x1, y1, x, y) => {
  draw(steps.quadratic, x1, y1, x, y);
});
pens.setCubicToFunc((x1, y1, x2, y2, x, y) => {
  draw(steps.cubic, x1, y1, x2, y2, x, y);
});
pens.setClosePathFunc(() => {
  draw(steps.close);
});

function readOutline(font: harfbuzz.Font, glyph: number, em: number): Outline {
  pen = [];
  perEm = em;
  font.drawGlyphOrFail(glyph, pens);
  return Float32Array.from(pen);
}
