import { readFileSync } from 'node:fs';
import type { SatoriOptions } from 'satori';
import { graphemesOf, isLetter, lettersOfMainScript, nameOf, needsNoGlyph } from './characters.ts';
import { emojiOf } from './emoji.ts';
import { familiesFor, type Face, type Family } from './font-families.ts';
import { parseRanges, readFontFile, type FontFile } from './font-file.ts';
import { CardError, type CardProblem } from './problem.ts';

/** How satori is to set one text: files to look through in this order, and the rhythm that its script asks for. */
export interface Setting {
  readonly files: readonly FontFile[];
  /** Pictures by the graphemes that they stand for, as `data:` addresses. */
  readonly images: ReadonlyMap<string, string>;
  /** Line height in ems. */
  readonly leading: number;
  /** Letter spacing in ems. */
  readonly tracking: number;
  /** Width in ems of a character of the text, its tracking included, before kerning. */
  readonly advanceOf: (character: string) => number;
}

/** Running text has more letters in a line than a headline, and asks for more room between the lines, up to a limit. */
const runningText = { more: 0.35, most: 1.7 };

interface Subset {
  readonly family: Family;
  readonly name: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/**
 * How to set a text of this language (BCP 47) in a face. Characters that no font has are a CardError that names each, never a box.
 */
export function settingOf(text: string, face: Face, lang: string): Setting {
  const serving = familiesFor(text, lang).filter((family) => family.faces[face] !== undefined);
  const letters = lettersOfMainScript(text);
  const hasAll = (family: Family): boolean => letters.every((letter) => find(family, face, letter));
  const main = serving.find((family) => !family.isForSigns && hasAll(family)) ?? serving[0];
  if (!main) throw new Error(`No family of the cards has the face "${face}"`);
  const order = [main, ...serving.filter((family) => family !== main)];
  const { chosen, images } = chooseFiles(text, order, face);
  const tracking = face === 'display' ? main.tracking : 0;
  const leadings = [...chosen]
    .filter(([character]) => isLetter(character))
    .map(([, subset]) => leadingOf(subset, face));
  const advances = new Map(
    [...chosen].map(([character, subset]) => [
      character,
      fileOf(subset, face).advanceOf(character) + tracking,
    ]),
  );
  return {
    files: filesInOrder(new Set(chosen.values()), order, face),
    images,
    // A picture fills its em, and would touch the line below.
    leading: Math.max(leadingOf({ family: main, name: '' }, face), images.size > 0 ? 1.2 : 0, ...leadings),
    tracking,
    advanceOf: (character) => advances.get(character) ?? 0,
  };
}

function leadingOf({ family, name }: Pick<Subset, 'family' | 'name'>, face: Face): number {
  const leading = family.leadings?.[name] ?? family.leading;
  return face === 'text'
    ? Math.min(leading + runningText.more, Math.max(leading, runningText.most))
    : leading;
}

/** Fonts for satori, each once and in one order, by which it knows a set that it has met. */
export function fontsOf(settings: readonly Setting[]): SatoriOptions['fonts'] {
  const files = [...new Set(settings.flatMap((setting) => setting.files))];
  files.sort((one, other) => (one.name < other.name ? -1 : 1));
  return files.map(({ name, data }) => ({ name, data }));
}

/** Pictures for satori, by grapheme. */
export function imagesOf(settings: readonly Setting[]): Record<string, string> {
  return Object.fromEntries(settings.flatMap(({ images }) => [...images]));
}

/** What draws each character, as satori will choose: the first family with a file that has the whole grapheme. */
function chooseFiles(
  text: string,
  order: readonly Family[],
  face: Face,
): { chosen: Map<string, Subset>; images: Map<string, string> } {
  const chosen = new Map<string, Subset>();
  const images = new Map<string, string>();
  const lacking = new Set<string>();
  // A line may break at a soft hyphen, and then shows one.
  for (const grapheme of graphemesOf(text.replaceAll('\u00ad', '-'))) {
    const image = emojiOf(grapheme);
    if (image !== undefined) {
      images.set(grapheme, image);
      continue;
    }
    const drawn = Array.from(grapheme).filter((character) => !needsNoGlyph(character));
    const [first, ...others] = drawn;
    if (first === undefined) continue;
    const subset = firstOf(order, (family) =>
      others.length === 0 ? find(family, face, first) : findWhole(family, face, drawn),
    );
    if (subset) for (const character of drawn) chosen.set(character, subset);
    else lacking.add(missing(drawn, order, face));
  }
  if (lacking.size > 0) throw new CardError(Array.from(lacking, problemOf));
  // satori needs a font even to set a line of pictures, or of nothing.
  const space = chosen.size === 0 && firstOf(order, (family) => find(family, face, ' '));
  if (space) chosen.set(' ', space);
  return { chosen, images };
}

function problemOf(character: string): CardProblem {
  const message = `Unexpected character ${nameOf(character)}: no font of the cards has it`;
  return { code: 'card-text', part: 'text', message, character };
}

/** Of a grapheme that no file has whole, the character that is in no font at all, or else the first that its letter's lacks. */
function missing(drawn: readonly string[], order: readonly Family[], face: Face): string {
  const [first = ''] = drawn;
  const nowhere = drawn.find((character) => !order.some((family) => find(family, face, character)));
  if (nowhere !== undefined) return nowhere;
  const subset = firstOf(order, (family) => find(family, face, first));
  return drawn.find((character) => subset && !fileOf(subset, face).has(character)) ?? first;
}

const finds = new Map<string, Subset | undefined>();
/** Some 200 bytes each; a text of 300 characters looks for them in up to 42 families. */
const findsKept = 50_000;

function find(family: Family, face: Face, character: string): Subset | undefined {
  const key = `${character}${face}${family.name}`;
  if (finds.has(key)) return finds.get(key);
  const found = findWhole(family, face, [character]);
  if (finds.size >= findsKept) finds.clear();
  finds.set(key, found);
  return found;
}

function findWhole(family: Family, face: Face, characters: readonly string[]): Subset | undefined {
  return subsetsOf(family).find(
    (subset) =>
      characters.some((character) => isWithin(subset, character)) &&
      characters.every((character) => fileOf(subset, face).has(character)),
  );
}

function isWithin({ ranges }: Subset, character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => from <= codePoint && codePoint <= to);
}

function fileOf({ family, name }: Subset, face: Face): FontFile {
  const weight = family.faces[face] ?? '';
  // satori looks for it in small letters by the language of the machine, in which the I of Turkish has no dot.
  const called = `${family.name} ${weight} ${name}`.toLowerCase();
  return readFontFile(called, () => new URL(family.path(weight, name)));
}

const subsets = new Map<string, readonly Subset[]>();

function subsetsOf(family: Family): readonly Subset[] {
  const key = `${family.name} ${Object.keys(family.faces).join()}`;
  const known = subsets.get(key);
  if (known) return known;
  const list = Object.entries(rangesOf(family)).map(([name, text]) => ({
    family,
    name,
    ranges: parseRanges(text),
  }));
  subsets.set(key, list);
  return list;
}

function rangesOf({ ranges }: Family): Readonly<Record<string, string>> {
  if (ranges === undefined) return { latin: 'U+0-10FFFF' };
  return JSON.parse(readFileSync(new URL(import.meta.resolve(ranges)), 'utf8')) as Record<string, string>;
}

/** In the order in which satori has to look: by family, and within one as its subsets are listed. */
function filesInOrder(found: ReadonlySet<Subset>, order: readonly Family[], face: Face): FontFile[] {
  const rank = (subset: Subset): number =>
    order.indexOf(subset.family) * 1000 + subsetsOf(subset.family).indexOf(subset);
  return [...found].sort((one, other) => rank(one) - rank(other)).map((subset) => fileOf(subset, face));
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
