import * as z from 'zod';
import { quote } from '../diagnostics/quote.ts';
import { checked, complain, line, slug, type LanguageForms } from './field-forms.ts';
import { isHostName } from './host-name.ts';
import { nearestOf } from './nearest.ts';
import { isProgram } from './program-name.ts';

/** The address of the home page, which every other address begins with. */
export function homeAddress() {
  return checked(
    isHome,
    'field-url',
    'address',
    'the full address of the home page, which ends in a slash, such as https://news.example/ or https://example.org/briefs/',
  ).superRefine((address, context) => {
    const strange = isHome(address) ? strangeInPath(address) : undefined;
    if (strange === undefined) return;
    complain(
      context,
      'field-url',
      `${quote(strange)} in the path of ${quote(address)}`,
      'letters a-z, digits and . _ ~ - between single slashes',
    );
  });
}

/** An IANA time zone. */
export function timeZone() {
  return z.string().superRefine((zone, context) => {
    if (isTimeZone(zone)) return;
    const nearest = nearestOf(zone, ['Etc/UTC', ...Intl.supportedValuesOf('timeZone')]);
    complain(context, 'field-value', `time zone ${quote(zone)}`, 'an IANA name such as Europe/Berlin', {
      note: nearest === undefined ? undefined : `did you mean "${nearest}"?`,
    });
  });
}

/** An address over TLS, of a host that can exist. */
export function secureAddress() {
  return checked(
    (text) => text.startsWith('https://') && isHostName(URL.parse(text)?.hostname ?? ''),
    'field-url',
    'address',
    'one that begins with https://',
  );
}

/** Where forms and scripts send: a full address, or a path of this site. */
export function endpoint() {
  return checked(
    (text) =>
      text !== '' && !/\s/.test(text) && /^https?:$/.test(URL.parse(text, 'https://x/')?.protocol ?? ''),
    'field-url',
    'address',
    'a full one that begins with https://, or one on this site',
  );
}

/** A mail address without a display name. */
export function mailAddress() {
  return checked(
    (text) => /^[^\s@<>"]+@[^\s@<>"]+$/.test(text),
    'field-value',
    'mail address',
    'one such as desk@news.example',
  );
}

/** An account of the fediverse, `@name@server`. */
export function fediverse() {
  return checked(
    (text) => /^@[^\s@]+@[^\s@]+$/.test(text),
    'field-value',
    'account',
    'one such as @news@mastodon.example',
  );
}

function isHome(address: string): boolean {
  const url = URL.parse(address);
  if (!url || !isHostName(url.hostname) || !/^https?:$/.test(url.protocol) || !address.endsWith('/'))
    return false;
  return url.search === '' && url.hash === '' && url.username === '' && !/[\s?#]/.test(address);
}

/**
 * Finds characters in the path that HTML, CSS, headers, host patterns and URL escape differently, and "..". The rest is
 * unreserved (RFC 3986, 2.3).
 */
function strangeInPath(address: string): string | undefined {
  const path = address.replace(/^https?:\/\/[^/]*/i, '');
  return /[^\w.~/-]|\/(?=\/)|(?<=\/)\.{1,2}(?=\/)/u.exec(path)?.[0];
}

/** RFC 4151, 2.1: `DNSname` or `emailAddress`; capitals would make two identities of one name. */
export function authority() {
  return checked(
    (text) => /^(?:[-._a-z0-9]+@)?[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)*$/.test(text),
    'field-value',
    'authority',
    'a domain or a mail address in lower-case letters, such as news.example',
  );
}

export function year() {
  return z.number().superRefine((value, context) => {
    if (!Number.isSafeInteger(value) || value < 1000 || value > 9999)
      complain(context, 'field-value', `year ${value}`, 'one of four digits, such as 2025');
    // RFC 4151, 2.1: the name must already belong to the publisher, in every time zone.
    else if (value > Temporal.Now.plainDateISO('Etc/GMT-14').year)
      complain(
        context,
        'field-value',
        `year ${value}, which is in the future`,
        'one in which the name already belonged to you',
      );
  });
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Entries by id, which is part of an address; empty by default. */
export function some<Value extends z.ZodType>(value: Value) {
  return z.record(slug, value).default({});
}

/** A text for all languages, or one for each; the first is for those that have none. */
export function words(max: number, tag: LanguageForms['canonicalTag']) {
  const several = z.record(tag, line(max)).superRefine((texts, context) => {
    if (Object.keys(texts).length === 0) complain(context, 'field-missing', 'empty value', 'text');
  });
  return z.union([line(max), several]);
}

/** A person or organization that can be responsible for a text. */
export function personOrDesk() {
  return line(100).superRefine((name, context) => {
    if (isProgram(name))
      complain(context, 'author-program', `name ${quote(name)}`, 'a person or an organization');
  });
}

/** A colour for light and one for dark; `settings/own-colours.ts` checks whether text is readable. */
export function colours() {
  return z.strictObject({ light: colour(), dark: colour() });
}

function colour() {
  return checked(
    (text) => colourForm.test(text),
    'field-value',
    'colour',
    '# and six digits, such as #b3321b',
  );
}

/** How settings write a colour. */
export const colourForm = /^#[0-9a-f]{6}$/i;

/** A font beside the settings. */
export function fontFile() {
  return checked(
    (text) => /^[^./\\][^/\\]*\.(?:ttf|woff2)$/.test(text),
    'field-value',
    'font',
    'the name of a file in briefs/_fonts/ that ends in .woff2 or .ttf',
  );
}

/** Links with their names, which may be given for each language. */
export function namedLinks(max: number, tag: LanguageForms['canonicalTag']) {
  const expected =
    'one of this site that begins with a slash, such as /topics/, or one that begins with https://';
  const link = z
    .string()
    .meta({ description: expected })
    .superRefine((text, context) => {
      const found = `address ${quote(text)}`;
      if (/^\/(?:cards|pictures)\//i.test(text))
        complain(context, 'field-url', found, 'one that stays: those of cards and pictures change', {
          note: 'link to the brief, such as /briefs/its-slug/, or put the file in public/ and write /its-name.png',
        });
      else if (
        !ownPath.test(text) &&
        !(/^https:\/\/\S+$/.test(text) && isHostName(URL.parse(text)?.hostname ?? ''))
      )
        complain(context, 'field-url', found, expected);
    });
  return z
    .array(z.strictObject({ name: words(60, tag), link }))
    .min(1)
    .max(max);
}

const ownPath = /^\/(?![/\\])(?!\S*\.\.\/)[^\s\\]*$/;

export function count(min: number) {
  return z.number().superRefine((value, context) => {
    if (Number.isSafeInteger(value) && value >= min) return;
    complain(context, 'field-value', `number ${value}`, `a whole number, ${min} or more`);
  });
}
