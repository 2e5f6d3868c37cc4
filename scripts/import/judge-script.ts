/** Raised or lowered type, and what stands beside it in its paragraph. */
export interface RaisedText {
  readonly mark: 'sup' | 'sub';
  /** Whether it is small, and nothing says that it is raised. */
  readonly isSmall?: boolean | undefined;
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

export type Judgement =
  /** It is a power, an ordinal or the like, and this says the same on the line. */
  | { readonly kind: 'text'; readonly text: string }
  /** It refers to these notes of the document. */
  | { readonly kind: 'notes'; readonly marks: readonly string[] }
  /** It refers to a note that the document does not have. */
  | { readonly kind: 'mark' }
  /** It may be a note or a power: only a person knows. */
  | { readonly kind: 'question'; readonly text: string };

/**
 * What raised or lowered type means. Written on the line as it is, it would change a number: 10⁶ litres would be 106, and
 * "25" with note 3 would be 253. `notes` are the marks of the document's notes.
 */
export function judgeScript(
  { mark, isSmall, text, before, after }: RaisedText,
  notes: ReadonlySet<string>,
): Judgement {
  // Word's hyphens that do not break are minus signs here.
  const said = text
    .replace(/\s+/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .trim();
  // A comma between two marks says nothing without them.
  if (/^[,;\s]*$/.test(said)) return { kind: 'text', text: '' };
  const uncertain = { kind: 'question', text: scriptSigns(said, mark) ?? onTheLine(said, mark) } as const;
  if (mark === 'sub') {
    const signs = scriptSigns(said, mark);
    return signs === undefined ? uncertain : { kind: 'text', text: signs };
  }
  const marks = marksIn(said);
  const areNotes = marks !== undefined && marks.every((each) => notes.has(each));
  // It may be a note, a power or the cents of a price; behind a word it only says the word's number.
  if (isSmall === true) {
    if (areNotes && /\S$/.test(before)) return { kind: 'notes', marks };
    return /\d$/.test(before) && /^\d/.test(said) ? uncertain : { kind: 'text', text };
  }
  if (/^[[(（［〔【].*[\])）］〕】]$/u.test(said))
    return areNotes ? { kind: 'notes', marks } : { kind: 'mark' };
  const sign = trademarks[said.toUpperCase()];
  if (sign !== undefined && /\p{L}$/u.test(before)) return { kind: 'text', text: sign };
  if (/^[o0°]$/i.test(said) && /\d\s?$/.test(before) && /^\s?[CF](?!\p{L})/u.test(after))
    return { kind: 'text', text: '°' };
  if (areNotes && /^[a-z]$/i.test(said)) return { kind: 'notes', marks };
  const ordinal = ordinalSigns(said, before);
  if (ordinal !== undefined) return { kind: 'text', text: ordinal };
  const signs = scriptSigns(said, mark);
  if (signs !== undefined && isCertainlyNoNote(said, before, after)) return { kind: 'text', text: signs };
  if (areNotes) {
    return isPowerOfTen(before) || isAfterUnit(said, before) ? uncertain : { kind: 'notes', marks };
  }
  if (signs !== undefined && isPower(said, before)) return { kind: 'text', text: signs };
  if (marks !== undefined && isMarkOfNote(said, before)) return { kind: 'mark' };
  // Small print, which somebody raised to make it small.
  if (before === '' && /\s/.test(said)) return { kind: 'text', text: said };
  return uncertain;
}

/** The marks of notes in "3", "1, 2", "1–3", "[a]", "*" or "note 1"; undefined for what is none. */
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

/** What no note could be: a minus, a charge, an isotope, a fraction, an area. */
function isCertainlyNoNote(text: string, before: string, after: string): boolean {
  if (/^[−-]\s?\d+$/.test(text)) return /[\p{L}\d)\]]$/u.test(before);
  if (/^\d*[+−–-]$/.test(text)) return /[\p{L}₀-₉\])]$/u.test(before);
  if (/^\d+$/.test(text) && /^[/⁄]\s?[\d₀-₉]/.test(after)) return true;
  const isIsotope = /^\d{2,3}m?$/.test(text) ? isElement : /^[1-8]$/.test(text) ? isLightElement : undefined;
  if (isIsotope?.test(after)) return /(?:^|[^\p{L}\d.,;:!?"'”’)\]%])$/u.test(before);
  return text === '2' && /(?<!\p{L})(?:km|cm|mm|dm|µm|μm|nm|км|см|мм|كم)\s?$/u.test(before);
}

const isLightElement = /^(?:H|He|Li)(?!\p{L})/u;

/** Elements that are dated and counted by their isotopes in the news. */
const isElement = /^(?:H|He|Li|C|N|O|F|P|S|K|Ca|Co|Ga|Sr|Mo|Tc|I|Xe|Cs|Lu|Ra|Ac|Th|U|Np|Pu|Am)(?!\p{L})/u;

function isPower(text: string, before: string): boolean {
  if (isPowerOfTen(before)) return /^[+−-]?\d{1,4}$|^[a-z]$/i.test(text);
  if (isAfterUnit(text, before)) return true;
  // x², E=mc², 2ⁿ
  if (/^[2-9]$/.test(text) && /(?:(?<![\p{L}\p{M}])[a-z]|[=+*·×−-]\s?\p{L}{1,2}|\))$/u.test(before))
    return !/\s[aeio]$/.test(before);
  return /^[nxyktm](?:[+−-]\d)?$/.test(text) && /(?:\d|(?<!\p{L})\p{L}|\))$/u.test(before);
}

/** The base of nearly every power in print: "10⁶", "3 × 10⁶". Two and e raised to a number are rarer than a note. */
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

/** Behind a number, or behind a stroke or "per", these are units: "5 in²", "9.8 m/s²". */
const units =
  /(?:\d\s?|\/|\bper\s)(?:in|mi|yd|ft|s|h|kg|g|l|ha|AU|pc|Hz|W|V|A|K|N|J|Pa|sec|feet|foot|inch(?:es)?|miles?|met(?:er|re)s?|kilomet(?:er|re)s?|metros?|mètres?|Meter|metri?o?)$/u;

/** Behind a word, a full stop or a closing sign no power can stand, and 1 is the power of nothing. */
function isMarkOfNote(text: string, before: string): boolean {
  if (/^[01]$/.test(text) && /\d$/.test(before)) return text === '1';
  if (/^[*†‡§¶#]{1,3}$/.test(text)) return true;
  const isNumber = /^\d{1,3}(?:\s?[,;–—-]\s?\d{1,3})*$/.test(text);
  return (
    isNumber && /(?:\p{L}\p{M}*\p{L}\p{M}*\p{L}\p{M}*|[.,;:!?…%"'”’»)\]。！？，、」』）।؟])\s?$/u.test(before)
  );
}

/** "21st", "1er", "XXe", "1º", "nº", "Mme": letters behind a number or an initial. */
function ordinalSigns(text: string, before: string): string | undefined {
  const isNumbered = /(?:\d|(?<!\p{L})[IVXLCDM]+)\.?$/u.test(before);
  if (isNumbered && /^[oa]s?$/i.test(text)) {
    const sign = text.toLowerCase().startsWith('o') ? 'º' : 'ª';
    return text.length > 1 ? `${sign}ˢ` : sign;
  }
  if (/^(?:st|nd|rd|th)$/.test(text) && /\p{L}$/u.test(before)) return scriptSigns(text, 'sup');
  const isOrdinal = /^(?:st|nd|rd|th|ers?|es?|[eè]res?|[eè]mes?|nde?s?|de|ste|ten?)$/i.test(text);
  if (isNumbered && isOrdinal) return scriptSigns(text.replace(/è/g, 'e'), 'sup');
  const isTitle = /^(?:os?|mes?|lles?|rs?|gr|te?|ie|ve|ra)$/.test(text);
  return isTitle && /(?<!\p{L})(?:[nN]|MM?|D|S|C|P|V)$/u.test(before) ? scriptSigns(text, 'sup') : undefined;
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

/** The same in Unicode's raised or lowered signs; undefined where it has not all of them. */
export function scriptSigns(text: string, mark: 'sup' | 'sub'): string | undefined {
  const signs = mark === 'sup' ? raised : lowered;
  let written = '';
  for (const sign of text) {
    const found = sign === ' ' ? ' ' : signs.get(sign);
    if (found === undefined) return undefined;
    written += found;
  }
  return written;
}

/** As formulas are typed. */
function onTheLine(text: string, mark: 'sup' | 'sub'): string {
  return `${mark === 'sup' ? '^' : '_'}(${text})`;
}

const raised = pairs(
  '0123456789+-−–=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθ',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿ',
);

const lowered = pairs('0123456789+-−–=()aehijklmnoprstuvxβγρφχ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ');

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const signs = Array.from(to);
  return new Map(Array.from(from).map((sign, at) => [sign, signs[at] ?? sign]));
}
