import { readFileSync } from 'node:fs';
import type { SatoriOptions } from 'satori';
import { isLetter, isMark, lettersOfMainScript, nameOf, needsNoGlyph } from './characters.ts';
import { parseRanges, readFontFile, type FontFile } from './font-file.ts';

/** The three voices of a card: headlines and figures, labels, and labels that lead. */
export type Face = 'display' | 'label' | 'strong' | 'text';

/** How satori is to set one text: files to look through in this order, and the rhythm that its script asks for. */
export interface Setting {
  readonly files: readonly FontFile[];
  /** Line height in ems. */
  readonly leading: number;
  /** Letter spacing in ems. */
  readonly tracking: number;
  /** Width in ems of a character of the text, its tracking included, before kerning. */
  readonly advanceOf: (character: string) => number;
}

interface Family {
  readonly name: string;
  /** Weight or name of the file for each face that the family serves. */
  readonly faces: Readonly<Partial<Record<Face, string>>>;
  /** The `unicode.json` of the package: which subset may hold which character. */
  readonly ranges: string;
  readonly path: (face: string, subset: string) => string;
  readonly leading: number;
  readonly tracking: number;
  /** Subsets that ask for more room between the lines than their family. */
  readonly leadings?: Readonly<Record<string, number>>;
}

const here = (path: string): string => new URL(path, import.meta.url).href;
const fontsource =
  (name: string) =>
  (weight: string, subset: string): string =>
    import.meta.resolve(
      `@fontsource/${name}/files/${name}-${subset.replace(/[[\]]/g, '')}-${weight}-normal.woff`,
    );

/**
 * Who draws what. A text is set in the first family that has all letters of its main script, and single characters that this
 * one lacks are looked for in the others, downward. A new script is a new row, admitted after its picture was laid beside
 * Chromium's.
 */
const families: readonly Family[] = [
  {
    name: 'Newsreader',
    faces: { display: 'newsreader-display' },
    ranges: '@fontsource-variable/newsreader/unicode.json',
    path: (face, subset) => here(`../fonts/${face}-${subset}.ttf`),
    leading: 1.03,
    tracking: -0.02,
    // Two marks above a letter, as in Ế, would touch the line before.
    leadings: { vietnamese: 1.2 },
  },
  {
    name: 'Schibsted Grotesk',
    faces: { label: 'schibsted-grotesk-500', strong: 'schibsted-grotesk-700' },
    ranges: '@fontsource-variable/schibsted-grotesk/unicode.json',
    path: (face, subset) => here(`../fonts/${face}-${subset}.ttf`),
    leading: 1.25,
    tracking: 0,
  },
  {
    name: 'Noto Serif',
    faces: { display: '600' },
    ranges: '@fontsource/noto-serif/unicode.json',
    path: fontsource('noto-serif'),
    leading: 1.12,
    tracking: -0.02,
  },
  {
    name: 'IBM Plex Sans',
    faces: { label: '500', strong: '700' },
    ranges: '@fontsource/ibm-plex-sans/unicode.json',
    path: fontsource('ibm-plex-sans'),
    leading: 1.25,
    tracking: 0,
  },
  {
    name: 'IBM Plex Sans Arabic',
    faces: { display: '600', label: '500', strong: '700' },
    ranges: '@fontsource/ibm-plex-sans-arabic/unicode.json',
    path: fontsource('ibm-plex-sans-arabic'),
    leading: 1.45,
    tracking: 0,
  },
  {
    name: 'Noto Serif Devanagari',
    faces: { display: '600' },
    ranges: '@fontsource/noto-serif-devanagari/unicode.json',
    path: fontsource('noto-serif-devanagari'),
    leading: 1.3,
    tracking: 0,
  },
  {
    name: 'Noto Sans Devanagari',
    faces: { label: '500', strong: '700' },
    ranges: '@fontsource/noto-sans-devanagari/unicode.json',
    path: fontsource('noto-sans-devanagari'),
    leading: 1.4,
    tracking: 0,
  },
  {
    name: 'Noto Serif SC',
    faces: { display: '700', label: '500', strong: '700' },
    ranges: '@fontsource/noto-serif-sc/unicode.json',
    path: fontsource('noto-serif-sc'),
    leading: 1.22,
    tracking: 0,
  },
];

interface Subset {
  readonly family: Family;
  readonly name: string;
  readonly ranges: readonly (readonly [number, number])[];
}

interface Found {
  readonly file: FontFile;
  readonly subset: Subset;
}

/** How to set a text in a face; a character that no font has is an error that names it, never a box. */
export function settingOf(text: string, face: Face): Setting {
  if (face === 'text') return settingOf(text, 'display');
  const serving = families.filter((family) => family.faces[face] !== undefined);
  const letters = lettersOfMainScript(text);
  const main = serving.find((family) => letters.every((letter) => find(family, face, letter))) ?? serving[0];
  if (!main) throw new Error(`No family of the cards has the face "${face}"`);
  const order = [main, ...serving.filter((family) => family !== main)];
  const chosen = chooseFiles(text, order, face);
  const leadings = [...chosen]
    .filter(([character]) => isLetter(character))
    .map(([, { subset }]) => subset.family.leadings?.[subset.name] ?? subset.family.leading);
  return {
    files: filesInOrder(new Set(chosen.values()), order),
    leading: Math.max(main.leading, ...leadings),
    tracking: main.tracking,
    advanceOf: (character) => {
      const advance = chosen.get(character)?.file.advanceOf(character);
      return advance === undefined ? 0 : advance + main.tracking;
    },
  };
}

const sets = new Map<string, SatoriOptions['fonts']>();
/** Latin needs a handful of sets in all, Chinese nearly one for each card: so the oldest go. */
const setsKept = 32;

/** Fonts for satori: the same array for the same files, because it parses and shapes anew for each array it does not know. */
export function fontsOf(settings: readonly Setting[]): SatoriOptions['fonts'] {
  const files = [...new Set(settings.flatMap((setting) => setting.files))];
  files.sort((one, other) => (one.name < other.name ? -1 : 1));
  const key = files.map((file) => file.name).join();
  const known = sets.get(key);
  if (known) return known;
  const fonts = files.map(({ name, data }) => ({ name, data }));
  const [oldest] = sets.keys();
  if (sets.size >= setsKept && oldest !== undefined) sets.delete(oldest);
  sets.set(key, fonts);
  return fonts;
}

/** The file of each character that is drawn, as satori will choose: the first family that has it; marks follow their letter. */
function chooseFiles(text: string, order: readonly Family[], face: Face): Map<string, Found> {
  const chosen = new Map<string, Found>();
  const planes = new Map<number, FontFile>();
  let base: Found | undefined;
  for (const character of text) {
    if (needsNoGlyph(character)) continue;
    const found: Found | undefined =
      base && isMark(character)
        ? base.file.has(character)
          ? base
          : undefined
        : firstOf(order, (family) => find(family, face, character));
    if (!found) throw new Error(`Unexpected character ${nameOf(character)}: no font of the cards has it`);
    // satori remembers the font of a character by its first UTF-16 unit, and would draw the second of two from the wrong one.
    const unit = character.charCodeAt(0);
    if (character.length > 1 && (planes.get(unit) ?? found.file) !== found.file) {
      throw new Error(
        `Unexpected character ${nameOf(character)}: its font cannot stand beside another of this text`,
      );
    }
    planes.set(unit, found.file);
    if (!isMark(character)) base = found;
    chosen.set(character, found);
  }
  return chosen;
}

const finds = new Map<string, Found | undefined>();

function find(family: Family, face: Face, character: string): Found | undefined {
  const key = `${character}${face}${family.name}`;
  if (finds.has(key)) return finds.get(key);
  const codePoint = character.codePointAt(0) ?? 0;
  const weight = family.faces[face] ?? '';
  const found = firstOf(subsetsOf(family), (subset) => {
    if (!subset.ranges.some(([from, to]) => from <= codePoint && codePoint <= to)) return undefined;
    const path = new URL(family.path(weight, subset.name));
    const file = readFontFile(`${family.name} ${weight} ${subset.name}`, path);
    return file.has(character) ? { file, subset } : undefined;
  });
  finds.set(key, found);
  return found;
}

const subsets = new Map<Family, readonly Subset[]>();

function subsetsOf(family: Family): readonly Subset[] {
  const known = subsets.get(family);
  if (known) return known;
  const json = readFileSync(new URL(import.meta.resolve(family.ranges)), 'utf8');
  const ranges = JSON.parse(json) as Readonly<Record<string, string>>;
  const list = Object.entries(ranges).map(([name, text]) => ({ family, name, ranges: parseRanges(text) }));
  subsets.set(family, list);
  return list;
}

/** In the order in which satori has to look: by family, and within one as its subsets are listed. */
function filesInOrder(found: ReadonlySet<Found>, order: readonly Family[]): FontFile[] {
  const rank = ({ subset }: Found): number =>
    order.indexOf(subset.family) * 1000 + subsetsOf(subset.family).indexOf(subset);
  return [...new Set([...found].sort((one, other) => rank(one) - rank(other)).map(({ file }) => file))];
}

function firstOf<Item, Result>(
  items: readonly Item[],
  find: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const result = find(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
