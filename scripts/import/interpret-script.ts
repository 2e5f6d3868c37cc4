import { scriptCharacters } from '../../src/markdown/script-characters.ts';

/** Raised or lowered text and its surroundings in the paragraph. */
export interface RaisedText {
  readonly mark: 'sup' | 'sub';
  /** Whether it is only small, and not marked as raised. */
  readonly isSmall?: boolean | undefined;
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

export type Interpretation =
  /** A power, an ordinal or similar, as text on the line. */
  | { readonly kind: 'text'; readonly text: string }
  /** References to these notes of the document. */
  | { readonly kind: 'notes'; readonly marks: readonly string[] }
  /** A reference to a note that the document does not have. */
  | { readonly kind: 'mark' }
  /** Could be a note or a power; only a person knows. */
  | { readonly kind: 'question'; readonly text: string };

/**
 * What raised or lowered text means. Written on the line it would change numbers: 10⁶ litres would become 106, and
 * "25" with note 3 would become 253. `notes` are the note marks of the document.
 */
export function interpretScript(
  { mark, isSmall, text, before, after }: RaisedText,
  notes: ReadonlySet<string>,
): Interpretation {
  // Word's non-breaking hyphens are minus signs here.
  const said = text
    .replace(/\s+/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .trim();
  // A comma between two marks.
  if (/^[,;\s]*$/.test(said)) return { kind: 'text', text: '' };
  const uncertain = {
    kind: 'question',
    text: scriptCharacters(said, mark) ?? onTheLine(said, mark),
  } as const;
  if (mark === 'sub') {
    const characters = scriptCharacters(said, mark);
    return characters === undefined ? uncertain : { kind: 'text', text: characters };
  }
  const marks = marksIn(said);
  const areNotes = marks !== undefined && marks.every((each) => notes.has(each));
  // Could be a note, a power or the cents of a price; after a word it only repeats the word's number.
  if (isSmall === true) {
    if (areNotes && /\S$/.test(before)) return { kind: 'notes', marks };
    if (/^\[\d{1,2}\]$/.test(said) && /\S$/.test(before)) return { kind: 'mark' };
    return /\d$/.test(before) && /^\d/.test(said) ? uncertain : { kind: 'text', text };
  }
  if (/^[[(（［〔【].*[\])）］〕】]$/u.test(said))
    return areNotes ? { kind: 'notes', marks } : { kind: 'mark' };
  const character = trademarks[said.toUpperCase()];
  if (character !== undefined && /\p{L}$/u.test(before)) return { kind: 'text', text: character };
  if (/^[o0°]$/i.test(said) && /\d\s?$/.test(before) && /^\s?[CF](?!\p{L})/u.test(after))
    return { kind: 'text', text: '°' };
  if (areNotes && /^[a-z]$/i.test(said)) return { kind: 'notes', marks };
  const ordinal = ordinalCharacters(said, before);
  if (ordinal !== undefined) return { kind: 'text', text: ordinal };
  const characters = scriptCharacters(said, mark);
  if (characters !== undefined && isCertainlyNoNote(said, before, after))
    return { kind: 'text', text: characters };
  if (areNotes) {
    return isPowerOfTen(before) || isAfterUnit(said, before) ? uncertain : { kind: 'notes', marks };
  }
  if (characters !== undefined && isPower(said, before)) return { kind: 'text', text: characters };
  if (marks !== undefined && isMarkOfNote(said, before)) return { kind: 'mark' };
  // Small print that was raised to make it small.
  if (before === '' && /\s/.test(said)) return { kind: 'text', text: said };
  return uncertain;
}

/** The note marks in "3", "1, 2", "1–3", "[a]", "*" or "note 1"; undefined if it is not one. */
export function marksIn(text: string): string[] | undefined {
  const inner = text.replace(/[[\](){}（）［］〔〕【】]/gu, ' ').trim();
  if (inner === '') return undefined;
  const marks: string[] = [];
  for (const part of inner.split(/\s*[,;、，]\s*|\s+(?!\d+$)/u)) {
    const [, first, last] = /^(\d{1,3})\s*[–—-]\s*(\d{1,3})$/.exec(part) ?? [];
    const length = Number(last) - Number(first);
    if (length > 0 && length < 30) {
      for (let number = Number(first); number <= Number(last); number += 1) marks.push(String(number));
    } else if (isMark.test(part)) marks.push(part.toLowerCase());
    else return undefined;
  }
  return marks;
}

const isMark = /^(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§¶#]{1,3}|(?:note|nota|anm|fn|nb) ?\d{1,3})$/i;

/** What cannot be a note: a minus, a charge, an isotope, a fraction, an area. */
function isCertainlyNoNote(text: string, before: string, after: string): boolean {
  if (/^[−-]\s?\d+$/.test(text)) return /[\p{L}\d)\]]$/u.test(before);
  if (/^\d*[+−–-]$/.test(text)) return /[\p{L}₀-₉\])]$/u.test(before);
  if (/^\d+$/.test(text) && /^[/⁄]\s?[\d₀-₉]/.test(after)) return true;
  const isIsotope = /^\d{2,3}m?$/.test(text) ? isElement : /^[1-8]$/.test(text) ? isLightElement : undefined;
  if (isIsotope?.test(after)) return /(?:^|[^\p{L}\d.,;:!?"'”’)\]%])$/u.test(before);
  return text === '2' && /(?<!\p{L})(?:km|cm|mm|dm|µm|μm|nm|км|см|мм|كم)\s?$/u.test(before);
}

const isLightElement = /^(?:H|He|Li)(?!\p{L})/u;

/** Elements that appear in the news with a mass number. */
const isElement = /^(?:H|He|Li|C|N|O|F|P|S|K|Ca|Co|Ga|Sr|Mo|Tc|I|Xe|Cs|Lu|Ra|Ac|Th|U|Np|Pu|Am)(?!\p{L})/u;

function isPower(text: string, before: string): boolean {
  if (isPowerOfTen(before)) return /^[+−-]?\d{1,4}$|^[a-z]$/i.test(text);
  if (isAfterUnit(text, before)) return true;
  // x², E=mc², 2ⁿ
  if (/^[2-9]$/.test(text) && /(?:(?<![\p{L}\p{M}])[a-z]|[=+*·×−-]\s?\p{L}{1,2}|\))$/u.test(before))
    return !/\s[aeio]$/.test(before);
  return /^[nxyktm](?:[+−-]\d)?$/.test(text) && /(?:\d|(?<!\p{L})\p{L}|\))$/u.test(before);
}

/** The base of nearly every power in print: "10⁶", "3 × 10⁶". Powers of 2 and e are rarer than notes. */
function isPowerOfTen(before: string): boolean {
  return /(?:^|[^\d.,])10$/.test(before) && !/\p{Sc}\s?10$/u.test(before);
}

function isAfterUnit(text: string, before: string): boolean {
  if (/^[23]$/.test(text) && lengths.test(before)) return true;
  return /^[2-4]$/.test(text) && units.test(before);
}

/** No word ends like these. */
const lengths =
  /(?<!\p{L})(?:k?m|[cdmµμn]m|ft|yd|к?м|[смд]м|ك?م|[kcm]?㎡)\s?$|(?:\d|百|千|万|億)\s?(?:米|公里|厘米|メートル|キロ|मी|किमी)$/u;

/** Units after a number, a slash or "per": "5 in²", "9.8 m/s²". */
const units =
  /(?:\d\s?|\/|\bper\s)(?:in|mi|yd|ft|s|h|kg|g|l|ha|AU|pc|Hz|W|V|A|K|N|J|Pa|sec|feet|foot|inch(?:es)?|miles?|met(?:er|re)s?|kilomet(?:er|re)s?|metros?|mètres?|Meter|metri?o?)$/u;

/** A power cannot follow a word, a full stop or a closing bracket, and 1 is never written as a power. */
function isMarkOfNote(text: string, before: string): boolean {
  if (/^[01]$/.test(text) && /\d$/.test(before)) return text === '1';
  if (/^[*†‡§¶#]{1,3}$/.test(text)) return true;
  const isNumber = /^\d{1,3}(?:\s?[,;–—-]\s?\d{1,3})*$/.test(text);
  return (
    isNumber && /(?:\p{L}\p{M}*\p{L}\p{M}*\p{L}\p{M}*|[.,;:!?…%"'”’»)\]。！？，、」』）।؟])\s?$/u.test(before)
  );
}

/** "21st", "1er", "XXe", "1º", "nº", "Mme": letters after a number or an initial. */
function ordinalCharacters(text: string, before: string): string | undefined {
  const isNumbered = /(?:\d|(?<!\p{L})[IVXLCDM]+)\.?$/u.test(before);
  if (isNumbered && /^[oa]s?$/i.test(text)) {
    const character = text.toLowerCase().startsWith('o') ? 'º' : 'ª';
    return text.length > 1 ? `${character}ˢ` : character;
  }
  if (/^(?:st|nd|rd|th)$/.test(text) && /\p{L}$/u.test(before)) return scriptCharacters(text, 'sup');
  const isOrdinal = /^(?:st|nd|rd|th|ers?|es?|[eè]res?|[eè]mes?|nde?s?|de|ste|ten?)$/i.test(text);
  if (isNumbered && isOrdinal) return scriptCharacters(text.replace(/è/g, 'e'), 'sup');
  const isTitle = /^(?:os?|mes?|lles?|rs?|gr|te?|ie|ve|ra)$/.test(text);
  return isTitle && /(?<!\p{L})(?:[nN]|MM?|D|S|C|P|V)$/u.test(before)
    ? scriptCharacters(text, 'sup')
    : undefined;
}

const trademarks: Readonly<Record<string, string>> = {
  TM: '™',
  SM: '℠',
  R: '®',
  '®': '®',
  '™': '™',
  '℠': '℠',
  '©': '©',
};

/** As formulas are typed on one line. */
function onTheLine(text: string, mark: 'sup' | 'sub'): string {
  return `${mark === 'sup' ? '^' : '_'}(${text})`;
}
