import { readFileSync } from 'node:fs';
import { CardError, type CardProblem } from '../problem.ts';
import { graphemesOf, isLetter, lettersOfMainScript, nameOf, needsNoGlyph } from './characters.ts';
import { emojiOf } from './emoji.ts';
import { openFont, type Font, type FontSource } from './font.ts';
import { attachesMarks, hasMarks } from './marks.ts';
import { familiesFor, parseRanges, type Face, type Family } from './font-families.ts';

/** What draws each grapheme of one text, and the rhythm that its script asks for. */
export interface FontChoice {
  /** The font of a grapheme, or the file of the emoji that stands for it; undefined for one that draws nothing. */
  readonly drawnBy: (grapheme: string) => Font | URL | undefined;
  /** The first font, by which lines are measured, and which draws what has no glyph of its own. */
  readonly main: Font;
  /** Line height in ems. */
  readonly leading: number;
  /** Letter spacing in ems. */
  readonly tracking: number;
}

/** Running text has more letters in a line than a headline, and asks for more room between the lines, up to a limit. */
const runningText = { more: 0.35, most: 1.7 };

/** A part of a family's characters, in a file of its own. */
interface Subset {
  readonly family: Family;
  readonly name: string;
  readonly ranges: readonly (readonly [number, number])[];
  /** Of faces that were asked for: to resolve an address takes longer than to look for a glyph. */
  readonly sources: Map<Face, FontSource>;
}

/** Families of one face in the order in which a text looks through them, with what was found so far: the file of a grapheme. */
interface Order {
  readonly families: readonly Family[];
  readonly face: Face;
  readonly known: Map<string, Subset>;
}

/**
 * Chooses fonts for a text of this language (BCP 47): for each grapheme the first family that has it composed, or else all
 * its parts, and before all others the publication's own. Characters that no font has are a CardError that names each, never a box.
 */
export async function chooseFonts(text: string, face: Face, lang: string, own?: Family): Promise<FontChoice> {
  const order = await orderFor(text, face, lang, own);
  const [main] = order.families;
  if (!main) throw new Error(`No family of the cards has the face "${face}"`);
  const chosen = new Map<string, Subset | URL>();
  const lacking = new Set<string>();
  // A line may break at a soft hyphen, and then shows one.
  for (const grapheme of new Set(graphemesOf(text.replaceAll('\u00ad', '-')))) {
    const known = order.known.get(grapheme);
    const emoji = known ? undefined : emojiOf(grapheme);
    const drawn = known ? [] : Array.from(grapheme).filter((character) => !needsNoGlyph(character));
    if (!known && !emoji && drawn.length === 0) continue;
    const source = known ?? emoji ?? (await subsetFor(drawn, order));
    if (!source) lacking.add(await missing(drawn, order));
    else {
      chosen.set(grapheme, source);
      if (!(source instanceof URL)) remember(order, grapheme, source);
    }
  }
  if (lacking.size > 0) throw new CardError(Array.from(lacking, problemOf));
  const sources = new Map<string, Font | URL>();
  const fonts = new Map<Subset, Font>();
  for (const [grapheme, source] of chosen) {
    const font = source instanceof URL ? source : (fonts.get(source) ?? (await fontOf(source, face)));
    sources.set(grapheme, font);
    if (!(source instanceof URL) && !(font instanceof URL)) fonts.set(source, font);
  }
  const leadings = [...chosen].map(([grapheme, source]) => {
    // An image fills its em, and would touch the line below.
    if (source instanceof URL) return 1.2;
    // So would a mark on a capital, and the one below the letter above it.
    if (hasMarks(grapheme)) return Math.max(1.3, leadingOf(source, face));
    return isLetter(grapheme.slice(0, 2)) || isLetter(grapheme.charAt(0)) ? leadingOf(source, face) : 0;
  });
  const space = await subsetFor([' '], order);
  if (!space) throw new Error(`No font of the face "${face}" has a space`);
  return {
    drawnBy: (grapheme) => sources.get(grapheme),
    main: await fontOf((await mainSubset(text, main, face)) ?? space, face),
    leading: Math.max(leadingOf({ family: main, name: '' }, face), ...leadings),
    tracking: face === 'display' ? main.tracking : 0,
  };
}

/** The families for a text, first the one that sets most letters of its main script, as a rule all, with their marks. */
async function orderFor(text: string, face: Face, lang: string, own?: Family): Promise<Order> {
  const all = withOwn(familiesFor(text, lang), own);
  const letters = lettersOfMainScript(text);
  let first: Family | undefined;
  let most = 0;
  for (const family of all) {
    if (family.isForSymbols || family.faces[face] === undefined) continue;
    const count = await countIn(family, face, letters);
    if (first && count <= most) continue;
    [first, most] = [family, count];
    if (count === letters.length) break;
  }
  return orderFrom(all, face, first);
}

const withOwns = new Map<readonly Family[], Map<Family, readonly Family[]>>();

/** The families behind the publication's own; the same list for the same ones, by which what was found is kept. */
function withOwn(all: readonly Family[], own: Family | undefined): readonly Family[] {
  if (!own) return all;
  const lists = withOwns.get(all) ?? new Map<Family, readonly Family[]>();
  withOwns.set(all, lists);
  const list = lists.get(own) ?? [own, ...all];
  lists.set(own, list);
  return list;
}

const orders = new Map<readonly Family[], Map<string, Order>>();

function orderFrom(all: readonly Family[], face: Face, first: Family | undefined): Order {
  const orderOf = orders.get(all) ?? new Map<string, Order>();
  orders.set(all, orderOf);
  const key = `${face} ${first?.name ?? ''}`;
  const known = orderOf.get(key);
  if (known) return known;
  const families = all.filter((family) => family.faces[face] !== undefined && family !== first);
  const order = { families: first ? [first, ...families] : families, face, known: new Map() };
  orderOf.set(key, order);
  return order;
}

function remember({ known }: Order, grapheme: string, subset: Subset): void {
  if (known.size >= maxFinds) known.clear();
  known.set(grapheme, subset);
}

const counted = new Map<string, boolean>();

async function countIn(family: Family, face: Face, letters: readonly string[]): Promise<number> {
  let count = 0;
  for (const letter of letters) {
    const key = `${letter}${face}${family.name}`;
    let isIn = counted.get(key);
    if (isIn === undefined) {
      isIn = (await find(family, face, formsOf(letter), true)) !== undefined;
      if (counted.size >= maxFinds) counted.clear();
      counted.set(key, isIn);
    }
    if (isIn) count += 1;
  }
  return count;
}

/** The file of the family that has the text's first letter, else its first character. */
async function mainSubset(text: string, family: Family, face: Face): Promise<Subset | undefined> {
  const [letter = text] = lettersOfMainScript(text);
  return find(family, face, formsOf(Array.from(letter)[0] ?? ' '), false);
}

function leadingOf({ family, name }: Pick<Subset, 'family' | 'name'>, face: Face): number {
  const leading = family.leadings?.[name] ?? family.leading;
  return face === 'text'
    ? Math.min(leading + runningText.more, Math.max(leading, runningText.most))
    : leading;
}

function problemOf(character: string): CardProblem {
  const message = `Unexpected character ${nameOf(character)}: no font of the cards has it`;
  return { code: 'card-text', part: 'text', message, character };
}

/** Of a grapheme that no file has whole, the character that is in no font at all, or else the first that its letter's lacks. */
async function missing(drawn: readonly string[], order: Order): Promise<string> {
  const [first = ''] = drawn;
  const subset = await subsetFor([first], order);
  for (const character of drawn) if (!(await subsetFor([character], order))) return character;
  const font = subset && (await fontOf(subset, order.face));
  return drawn.find((character) => font && !font.has(character)) ?? first;
}

async function subsetFor(characters: readonly string[], order: Order): Promise<Subset | undefined> {
  const { face } = order;
  const grapheme = characters.join('');
  // What is in no font as one character, as "≠" in the fonts of texts, is better drawn by a font for signs than of parts.
  const forms = [[grapheme, grapheme.normalize('NFC')], [grapheme.normalize('NFD')]];
  const isMarked = forms.flat().some(hasMarks);
  const families = isMarked ? likeFirst(order) : order.families;
  // A mark beside its letter is better than none.
  for (const isAttached of isMarked ? [true, false] : [false])
    for (const form of forms)
      for (const family of families) {
        const subset = await find(family, face, form, isAttached);
        if (subset) return subset;
      }
  return undefined;
}

/** Families of about the weight of the first before the others: a light letter in a headline looks like a fault. */
function likeFirst({ families, face }: Order): Family[] {
  const weightOf = (family: Family | undefined): number => family?.faces[face]?.['wght'] ?? 400;
  const isFar = (family: Family): number =>
    Math.abs(weightOf(family) - weightOf(families[0])) < 150 ? 0 : 1;
  return families.toSorted((one, other) => isFar(one) - isFar(other));
}

function formsOf(letter: string): string[] {
  return [letter, letter.normalize('NFC'), letter.normalize('NFD')];
}

const finds = new Map<string, Subset | undefined>();
/** Some 200 bytes each; a text of 300 characters looks for them in up to 42 families. */
const maxFinds = 50_000;

/** The file of a family that has all characters of one of a grapheme's forms, and may have to put its marks in their places. */
async function find(
  family: Family,
  face: Face,
  forms: readonly string[],
  isAttached: boolean,
): Promise<Subset | undefined> {
  const attached = isAttached && forms.some(hasMarks);
  const key = `${forms.join('/')}${face}${family.name}${attached ? '/' : ''}`;
  if (finds.has(key)) return finds.get(key);
  let found: Subset | undefined;
  for (const form of new Set(forms)) found ??= await findWhole(family, face, form, attached);
  if (finds.size >= maxFinds) finds.clear();
  finds.set(key, found);
  return found;
}

async function findWhole(
  family: Family,
  face: Face,
  form: string,
  isAttached: boolean,
): Promise<Subset | undefined> {
  const characters = Array.from(form);
  for (const subset of subsetsOf(family)) {
    if (!characters.some((character) => isWithin(subset, character))) continue;
    const font = await fontOf(subset, face);
    if (!characters.every((character) => font.has(character))) continue;
    if (!isAttached || attachesMarks(font, form)) return subset;
  }
  return undefined;
}

function isWithin({ ranges }: Subset, character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => from <= codePoint && codePoint <= to);
}

function fontOf(subset: Subset, face: Face): Promise<Font> {
  const known = subset.sources.get(face) ?? sourceOf(subset, face);
  subset.sources.set(face, known);
  return openFont(known);
}

function sourceOf({ family, name }: Subset, face: Face): FontSource {
  const axes = family.faces[face] ?? {};
  return {
    name: [family.name, ...Object.values(axes), name].join(' '),
    url: new URL(family.url(axes, name)),
    axes: family.isVariable ? axes : {},
  };
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
    sources: new Map<Face, FontSource>(),
  }));
  subsets.set(key, list);
  return list;
}

function rangesOf({ ranges }: Family): Readonly<Record<string, string>> {
  if (ranges === undefined) return { latin: 'U+0-10FFFF' };
  return JSON.parse(readFileSync(new URL(import.meta.resolve(ranges)), 'utf8')) as Record<string, string>;
}
