/** The four voices of a card: headlines and figures, running text, labels, and labels that lead. */
export type Face = 'display' | 'text' | 'label' | 'strong';

/** Ways of writing that share the code points of Han characters but not their forms, by ISO 15924. */
export type Han = 'Hans' | 'Hant' | 'Jpan' | 'Kore';

/** A point in a family's design: weight (`wght`) and optical size (`opsz`), as OpenType names them. */
export type Axes = Readonly<Record<string, number>>;

/** A family of fonts, in files that each hold a subset of its characters. */
export interface Family {
  readonly name: string;
  /** The axes of each face that the family serves. */
  readonly faces: Readonly<Partial<Record<Face, Axes>>>;
  /** The `unicode.json` of the package: which subset may hold which character; without it, one file holds them all. */
  readonly ranges?: string;
  /** The address of a subset's file. */
  readonly url: (axes: Axes, subset: string) => string;
  /** Whether each file holds every weight, to be set by the axes; else each weight has a file of its own. */
  readonly isVariable: boolean;
  /** Line height in ems. */
  readonly leading: number;
  /** Letter spacing in ems, of headlines alone: smaller text is set as the font has it. */
  readonly tracking: number;
  /** Subsets that ask for more room between the lines than their family. */
  readonly leadings?: Readonly<Record<string, number>>;
  /** Whose Han characters these are. */
  readonly han?: Han;
  /** Whether no text is set in it as a whole: the Arabic letters of mathematics do not join. */
  readonly isForSymbols?: boolean;
}

type Rhythm = Pick<Family, 'leading'> &
  Partial<Pick<Family, 'tracking' | 'leadings' | 'han' | 'isForSymbols'>>;

const serif = { display: { wght: 600 }, text: { wght: 400 } };
const sans = { label: { wght: 500 }, strong: { wght: 700 } };
const everyFace = { ...serif, ...sans };
const regular = { wght: 400 };
const bold = { wght: 700 };
const oneWeight = { display: regular, text: regular, label: regular, strong: regular };
/** Han characters are dense: the weight of a Latin headline closes them, and a label's is that of running text. */
const han = { display: bold, text: regular, ...sans };

/**
 * Who draws what. A text is set in the first family that has all letters of its main script, and single characters that this
 * one lacks are looked for in the others, downward. A new script is a new row, admitted by tests/cards/scripts.test.ts, where
 * its image lies beside Chromium's.
 */
export const families: readonly Family[] = [
  variable(
    'Newsreader',
    // A slide's running text is 36 of 1080 pixels, which a phone shows as 12: optical sizes are in points of 1/72 inch.
    { display: { wght: 560, opsz: 72 }, text: { wght: 400, opsz: 12 } },
    {
      leading: 1.03,
      tracking: -0.02,
      // Two marks above a letter, as in Ế, would touch the line before.
      leadings: { vietnamese: 1.2 },
    },
  ),
  variable('Schibsted Grotesk', sans, { leading: 1.25 }),
  fixed('Noto Serif', serif, { leading: 1.12, tracking: -0.02 }),
  fixed('IBM Plex Sans', sans, { leading: 1.25 }),
  fixed('Noto Serif', sans, { leading: 1.25 }),
  fixed('IBM Plex Sans Arabic', everyFace, { leading: 1.45 }),
  fixed('Noto Serif Hebrew', serif, { leading: 1.25 }),
  fixed('Noto Sans Hebrew', sans, { leading: 1.3 }),
  fixed('Noto Serif Devanagari', serif, { leading: 1.3 }),
  fixed('Noto Sans Devanagari', sans, { leading: 1.4 }),
  fixed('Noto Serif Thai', serif, { leading: 1.45 }),
  fixed('Noto Sans Thai', sans, { leading: 1.45 }),
  // Its package lists the ranges of Latin alone, though its one file has all of mathematics.
  whole(fixed('Noto Sans Math', oneWeight, { leading: 1.2, isForSymbols: true })),
  fixed('Noto Sans Symbols', everyFace, { leading: 1.2, isForSymbols: true }),
  fixed('Noto Sans Symbols 2', oneWeight, { leading: 1.2, isForSymbols: true }),
  variable('Noto Serif SC', han, { leading: 1.22, han: 'Hans' }),
  variable('Noto Serif TC', han, { leading: 1.22, han: 'Hant' }),
  variable('Noto Serif JP', han, { leading: 1.22, han: 'Jpan' }),
  variable('Noto Serif KR', han, { leading: 1.22, han: 'Kore' }),
  ...Object.entries({
    Armenian: 1.3,
    Bengali: 1.4,
    'Canadian Aboriginal': 1.3,
    Cherokee: 1.3,
    Ethiopic: 1.35,
    Georgian: 1.3,
    Gujarati: 1.4,
    Gurmukhi: 1.4,
    Kannada: 1.5,
    Khmer: 1.7,
    Lao: 1.5,
    Malayalam: 1.4,
    Myanmar: 1.7,
    Oriya: 1.5,
    Sinhala: 1.4,
    Tamil: 1.4,
    Telugu: 1.6,
    Thaana: 1.5,
  }).map(([script, leading]) => fixed(`Noto Sans ${script}`, everyFace, { leading })),
  fixed('Noto Sans Tifinagh', oneWeight, { leading: 1.3 }),
  fixed('Noto Serif Tibetan', everyFace, { leading: 1.6 }),
  // Its one file has nearly all signs that the world's computers have: ⅔, ‱, phonetic letters.
  whole(
    fixed('DejaVu Sans', { ...oneWeight, display: bold, strong: bold }, { leading: 1.2, isForSymbols: true }),
  ),
  // Emoji that are newer than the set of images.
  fixed('Noto Emoji', everyFace, { leading: 1.2, isForSymbols: true }),
];

/**
 * The families in the order in which a text of this language looks through them: Han characters look as its readers write
 * them. Where the language does not say, kana are Japanese and hangul are Korean.
 */
export function familiesFor(text: string, lang: string): readonly Family[] {
  const first = hanOf(lang) ?? hanIn(text);
  const known = orders.get(first) ?? orderFor(first);
  orders.set(first, known);
  return known;
}

const orders = new Map<Han, readonly Family[]>();

function orderFor(first: Han): readonly Family[] {
  const rank = (family: Family): number => (family.han === first ? 0 : 1);
  const sorted = families.filter((family) => family.han).sort((one, other) => rank(one) - rank(other));
  return families.map((family) => (family.han ? (sorted.shift() ?? family) : family));
}

/** How a language writes Han characters; undefined for one that does not, or a tag that is none. */
export function hanOf(lang: string): Han | undefined {
  return (['Hans', 'Hant', 'Jpan', 'Kore'] as const).find((each) => each === scriptOf(lang));
}

/** How a text that has such characters writes them, by what else it has. */
export function hanIn(text: string): Han {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'Jpan';
  return /\p{Script=Hangul}/u.test(text) ? 'Kore' : 'Hans';
}

const scripts = new Map<string, string | undefined>();

function scriptOf(lang: string): string | undefined {
  if (!scripts.has(lang)) scripts.set(lang, likelyScriptOf(lang));
  return scripts.get(lang);
}

function likelyScriptOf(lang: string): string | undefined {
  try {
    return new Intl.Locale(lang).maximize().script;
  } catch {
    return undefined;
  }
}

/** Variable fonts of Fontsource. */
function variable(name: string, faces: Family['faces'], rhythm: Rhythm): Family {
  const slug = slugOf(name);
  const axis = Object.values(faces).some(({ opsz }) => opsz !== undefined) ? 'opsz' : 'wght';
  return {
    name,
    faces,
    ranges: `@fontsource-variable/${slug}/unicode.json`,
    url: (_axes, subset) =>
      import.meta.resolve(`@fontsource-variable/${slug}/files/${slug}-${bare(subset)}-${axis}-normal.woff2`),
    isVariable: true,
    tracking: 0,
    ...rhythm,
  };
}

/** Fonts of Fontsource with a file for each weight. */
function fixed(name: string, faces: Family['faces'], rhythm: Rhythm): Family {
  const slug = slugOf(name);
  return {
    name,
    faces,
    ranges: `@fontsource/${slug}/unicode.json`,
    url: ({ wght = 400 }, subset) =>
      import.meta.resolve(`@fontsource/${slug}/files/${slug}-${bare(subset)}-${wght}-normal.woff`),
    isVariable: false,
    tracking: 0,
    ...rhythm,
  };
}

function whole({ ranges: _ranges, ...family }: Family): Family {
  return family;
}

/** Numbered subsets stand in brackets in `unicode.json`, and without them in the names of files. */
function bare(subset: string): string {
  return subset.replace(/[[\]]/g, '');
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

/** Reads the ranges of a `unicode.json` of Fontsource, e.g. `U+0600-06FF,U+0750`. */
export function parseRanges(text: string): readonly (readonly [number, number])[] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
}
