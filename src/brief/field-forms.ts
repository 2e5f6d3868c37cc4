import * as z from 'zod';
import type { Code } from '../diagnostics/codes.ts';
import { quote } from '../diagnostics/quote.ts';
import { countGraphemes } from './segment.ts';
import { addressWithin } from './address-within.ts';
import { isHostName } from './host-name.ts';
import { isWindowsName, maxSlugLength, slugPattern } from './slug.ts';

/** Characters of an address. */
export const maxAddressLength = 2000;

/** A slug of a brief, topic or author, which is also a folder name. */
export const slug = checked(
  (text) => slugPattern.test(text) && text.length <= maxSlugLength,
  'field-slug',
  'slug',
  `lower-case letters a-z, digits and single hyphens, at most ${maxSlugLength} characters`,
  (text) => {
    // Letters of other scripts have no certain spelling, and nobody knows what a path stands for.
    if (/\.\.|__/.test(text)) return {};
    const plain = text.replace(/^\/?briefs\//, '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s_.’'-]+/g, '-'); // prettier-ignore
    const meant = plain.replace(/^-|-$/g, '');
    return slugPattern.test(meant) && meant.length <= maxSlugLength ? { note: `write "${meant}"` } : {};
  },
).superRefine((text, context) => {
  if (!isWindowsName(text)) return;
  complain(context, 'field-slug', `slug ${quote(text)}`, 'a valid folder name on Windows', {
    note: `add a word to it, such as "${text}-news"`,
  });
});

const wholeAddress = 'a full one that begins with https:// or http://';

/** The address of an external page. */
export const webAddress = z
  .string()
  .meta({ description: wholeAddress })
  .superRefine((text, context) => {
    const address = addressWithin(text);
    if (address !== undefined) {
      complain(context, 'field-url', `quotation marks or spaces around the address ${quote(text)}`, 'the address alone', { note: `write ${address}, or run \`npm run check -- --fix\`` }); // prettier-ignore
      return;
    }
    const host = URL.parse(text)?.hostname ?? '';
    if (!isWebAddress(text)) complain(context, 'field-url', `address ${quote(text)}`, wholeAddress);
    else if (!isHostName(host)) {
      complain(
        context,
        'field-url',
        `address ${quote(text)}`,
        `a name that a site can have, not ${quote(host)}`,
      );
    }
  })
  // Phones capitalize the start of a line, and schemes are case-insensitive.
  .transform((text) => text.replace(/^https?:/i, (scheme) => scheme.toLowerCase()));

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(text) && text.length <= maxAddressLength && URL.canParse(text);
}

/** A text in a certain form; an error has a code and a description. */
export function checked(
  isRight: (text: string) => boolean,
  code: Code,
  kind: string,
  expected: string,
  advice: (text: string) => { readonly note?: string } = () => ({}),
) {
  return z
    .string()
    .meta({ description: expected })
    .superRefine((text, context) => {
      if (!isRight(text)) complain(context, code, `${kind} ${quote(text)}`, expected, advice(text));
    });
}

/** What only the languages know, which are above this folder. */
export interface LanguageForms {
  /** A BCP 47 tag that the site supports, in canonical spelling. */
  readonly tag: z.ZodType<string, string>;
  /** The same where it must already be canonical. */
  readonly canonicalTag: z.ZodType<string, string>;
  /** The days or moments that a date in another form may mean. */
  readonly datesMeantBy: (text: string, hasTime: boolean) => readonly string[];
}

/** Reports an invalid date and suggests those that were probably meant. */
export function complainOfDate(
  context: z.RefinementCtx,
  text: string,
  forms: string,
  meant: readonly string[],
): void {
  const isInForm = /^\d{4}-\d{2}-\d{2}(?:[T ]|$)/.test(text.trim());
  complain(context, 'field-date', `date ${quote(text)}`, isInForm ? `one that exists: ${forms}` : forms, {
    note:
      meant.length === 0
        ? undefined
        : `write ${meant.join(' or ')}${meant.length > 1 ? ', whichever is meant' : ''}`,
  });
}

/** A paragraph of plain text with collapsed white space; length in graphemes. */
export function line(max: number, min = 1) {
  return z
    .string()
    .meta({ minLength: min, maxLength: max })
    .transform((text, context) => {
      const collapsed = text.replace(/\s+/g, ' ').trim();
      const length = countGraphemes(collapsed);
      if (!visible.test(collapsed)) complain(context, 'field-missing', 'empty value', 'text');
      else if (length < min) complain(context, 'field-length', lengthOf(length), `at least ${min}`);
      else if (length > max) complain(context, 'field-length', lengthOf(length), `at most ${max}`);
      return collapsed;
    });
}

/** Letters, digits, punctuation and symbols, but not combining marks, spaces and joiners alone. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

function lengthOf(characters: number): string {
  return `${characters} ${characters === 1 ? 'character' : 'characters'}`;
}

/** Adds an issue that `field-findings.ts` turns into a sentence; `path` is relative to the field. */
export function complain(
  context: z.RefinementCtx,
  code: Code,
  found: string,
  expected: string,
  { path = [], note }: { readonly path?: (string | number)[]; readonly note?: string | undefined } = {},
): void {
  const params: Complaint = { code, found, expected, ...(note === undefined ? {} : { note }) };
  context.addIssue({ code: 'custom', path, params });
}

/** An issue of our own: "Unexpected `found` in the field, expected `expected`". */
export interface Complaint {
  readonly code: Code;
  readonly found: string;
  readonly expected: string;
  /** How to fix it. */
  readonly note?: string;
}

/** The type of values that nothing changes. */
export type Unchanging<Value> = Value extends string | number | boolean | undefined
  ? Value
  : { readonly [Key in keyof Value]: Unchanging<Value[Key]> };
