import * as z from 'zod';
import { quote } from '../diagnostics/quote.ts';
import { contrast, leastContrast, paper } from '../brief/colour.ts';
import { checked, complain, spelledLanguageTag, line, slug, webAddress } from '../markdown/field-forms.ts';
import { parseMoment } from '../brief/moment.ts';
import { nearestOf } from '../brief/nearest.ts';
import type { Publication } from '../brief/publication.ts';
import { isProgram } from '../check/rules/author-program.ts';

/** The settings' fields; an unknown one is an issue. What is right is taken as it stands in `src/site.ts`. */
export const publicationSchema = z.strictObject({
  name: line(100),
  shortName: line(100).exactOptional(),
  address: checked(
    isHome,
    'field-url',
    'address',
    'the whole address of the home page, which ends in a slash, such as https://news.example/ or https://example.org/briefs/',
  ).superRefine((address, context) => {
    const strange = isHome(address) ? strangeInPath(address) : undefined;
    if (strange === undefined) return;
    complain(
      context,
      'field-url',
      `${quote(strange)} in the path of ${quote(address)}`,
      'letters a-z, digits and . _ ~ - between single slashes',
    );
  }),
  identity: z.strictObject({ authority: authority(), year: year() }),
  description: line(300),
  lang: spelledLanguageTag,
  timeZone: z.string().superRefine((zone, context) => {
    if (isTimeZone(zone)) return;
    const nearest = nearestOf(zone, ['Etc/UTC', ...Intl.supportedValuesOf('timeZone')]);
    complain(context, 'field-value', `time zone ${quote(zone)}`, 'an IANA name such as Europe/Berlin', {
      note: nearest === undefined ? undefined : `did you mean "${nearest}"?`,
    });
  }),
  ai: z.enum(['none', 'assisted', 'generated']).exactOptional(),
  accent: accent().exactOptional(),
  editor: z.strictObject({ name: personOrDesk(), email: mailAddress().exactOptional() }).exactOptional(),
  authors: named(
    z.strictObject({
      name: personOrDesk(),
      url: webAddress.exactOptional(),
      kind: z.enum(['person', 'organization']).exactOptional(),
      fediverse: fediverse().exactOptional(),
    }),
  ),
  topics: named(
    z.strictObject({
      name: line(100),
      description: line(300).exactOptional(),
      accent: accent().exactOptional(),
    }),
  ),
  threads: named(z.strictObject({ name: line(150), description: line(300).exactOptional() })),
  headings: z
    .record(spelledLanguageTag, z.tuple([line(100), line(100), line(100), line(100)]))
    .exactOptional(),
  limits: z
    .strictObject({ section: count(1).exactOptional(), brief: count(1).exactOptional() })
    .exactOptional(),
  pageSize: count(1),
  feedSize: count(1),
  hub: webAddress.exactOptional(),
  newsSitemap: z.boolean().exactOptional(),
  security: z
    .strictObject({
      contact: z
        .array(
          checked(
            (text) => /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d().-]+)$/.test(text),
            'field-url',
            'contact',
            'one that begins with mailto:, https:// or tel:',
          ),
        )
        .min(1),
      // Whether it is a day does not depend on the zone.
      expires: checked(
        (text) => parseMoment(text, 'Etc/UTC') !== undefined,
        'field-date',
        'date',
        'a day that exists, such as 2027-01-31',
      ),
      languages: z.array(z.string()).exactOptional(),
      policy: secureAddress().exactOptional(),
    })
    .exactOptional(),
  miningReservation: z.strictObject({ policy: secureAddress().exactOptional() }).exactOptional(),
  fediverse: fediverse().exactOptional(),
  cards: z
    .union([
      z.strictObject({
        theme: z.enum(['light', 'dark']).exactOptional(),
        formats: z.array(z.enum(['square', 'portrait', 'story', 'slides'])).exactOptional(),
        newest: count(0).exactOptional(),
      }),
      z.literal(false),
    ])
    .exactOptional(),
  search: z.boolean().exactOptional(),
  embeds: z.strictObject({ newest: count(0).exactOptional() }).exactOptional(),
  feedback: z
    .union([
      z.strictObject({ kind: z.literal('form'), endpoint: endpoint() }),
      z.strictObject({ kind: z.literal('mailto'), address: mailAddress() }),
      z.literal('none'),
    ])
    .exactOptional(),
});

// The schema and the type are one list of fields.
type Fields<Shape> = Record<keyof Shape, unknown>;
publicationSchema.shape satisfies Fields<Publication>;

function isHome(address: string): boolean {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || !address.endsWith('/')) return false;
  return url.search === '' && url.hash === '' && url.username === '' && !/[\s?#]/.test(address);
}

/**
 * What in the path of an address is spelled in several ways, or goes up: HTML, CSS, headers, patterns of hosts and URL itself escape it each
 * in its own. What is left is unreserved everywhere (RFC 3986, 2.3).
 */
function strangeInPath(address: string): string | undefined {
  const path = address.replace(/^https?:\/\/[^/]*/i, '');
  return /[^\w.~/-]|\/(?=\/)|(?<=\/)\.{1,2}(?=\/)/u.exec(path)?.[0];
}

/** RFC 4151, 2.1: `DNSname` or `emailAddress`; capitals would make two identities of one name. */
function authority() {
  return checked(
    (text) => /^(?:[-._a-z0-9]+@)?[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)*$/.test(text),
    'field-value',
    'authority',
    'a domain or a mail address in lower-case letters, such as news.example',
  );
}

function year() {
  return z.number().superRefine((value, context) => {
    if (!Number.isSafeInteger(value) || value < 1000 || value > 9999)
      complain(context, 'field-value', `year ${value}`, 'one of four digits, such as 2025');
    // RFC 4151, 2.1: one in which the name was held already, wherever on earth.
    else if (value > Temporal.Now.plainDateISO('Etc/GMT-14').year)
      complain(
        context,
        'field-value',
        `year ${value}, which has not begun`,
        'one in which the name was yours already',
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

/** Several of a kind by id, which is part of an address. */
function named<Value extends z.ZodType>(value: Value) {
  return z.record(slug, value);
}

/** Who can answer for a text. */
function personOrDesk() {
  return line(100).superRefine((name, context) => {
    if (isProgram(name))
      complain(context, 'author-program', `name ${quote(name)}`, 'a person or an organization');
  });
}

/** A colour for each ground, on which small text of that colour has to be read. */
function accent() {
  return z.strictObject({ light: colourOn('light'), dark: colourOn('dark') });
}

function colourOn(ground: 'light' | 'dark') {
  return z.string().superRefine((colour, context) => {
    if (!/^#[0-9a-f]{6}$/i.test(colour)) {
      complain(context, 'field-value', `colour ${quote(colour)}`, '# and six digits, such as #b3321b');
      return;
    }
    const ratio = contrast(colour, paper[ground]);
    if (ratio >= leastContrast) return;
    complain(
      context,
      'field-value',
      `contrast of ${ratio.toFixed(1)}:1 of ${quote(colour)} with ${paper[ground]}`,
      `${leastContrast}:1 or more`,
      { note: `text in this colour has to be read: take a ${ground === 'light' ? 'darker' : 'lighter'} one` },
    );
  });
}

function count(least: number) {
  return z.number().superRefine((value, context) => {
    if (Number.isSafeInteger(value) && value >= least) return;
    complain(context, 'field-value', `number ${value}`, `a whole number, ${least} or more`);
  });
}

function secureAddress() {
  return checked(
    (text) => text.startsWith('https://') && URL.canParse(text),
    'field-url',
    'address',
    'one that begins with https://',
  );
}

function endpoint() {
  return checked(
    (text) =>
      text !== '' && !/\s/.test(text) && /^https?:$/.test(URL.parse(text, 'https://x/')?.protocol ?? ''),
    'field-url',
    'address',
    'a whole one that begins with https://, or one on this site',
  );
}

function mailAddress() {
  return checked(
    (text) => /^[^\s@<>"]+@[^\s@<>"]+$/.test(text),
    'field-value',
    'mail address',
    'one such as desk@news.example',
  );
}

function fediverse() {
  return checked(
    (text) => /^@[^\s@]+@[^\s@]+$/.test(text),
    'field-value',
    'account',
    'one such as @news@mastodon.example',
  );
}
