import * as z from 'zod';
import { quote } from '../diagnostics/quote.ts';
import { complain, type LanguageForms } from '../brief/field-forms.ts';
import { frontMatterOf } from '../brief/front-matter.ts';
import { memoize } from '../brief/memoize.ts';
import { settings, type Publication } from '../brief/publication.ts';
import { daysMeantBy, momentsMeantBy } from './date-forms.ts';
import { canonicalTag, languageMeantBy, languageOf, languages } from './languages.ts';

const tagExpected = `one that the site speaks: ${languages.map(({ code }) => code).join(', ')}`;

/** BCP 47 tag of a supported language, in canonical spelling, since it is also a key and a folder name. */
const tag = z.string().meta({ description: tagExpected }).transform(canonicalOrComplain);

/** The same in settings, where it must already be canonical. */
const spelledTag = z
  .string()
  .meta({ description: tagExpected })
  .superRefine((tag, context) => {
    const canonical = canonicalOrComplain(tag, context);
    if (canonical !== tag)
      complain(context, 'field-language', `spelling of the language ${quote(tag)}`, `"${canonical}"`);
  });

function canonicalOrComplain(tag: string, context: z.RefinementCtx): string {
  const canonical = canonicalTag(tag);
  if (canonical === undefined || languageOf(canonical) === undefined) {
    const meant = languageMeantBy(tag);
    const note = meant === undefined ? undefined : `write "${meant}"`;
    complain(context, 'field-language', `language ${quote(tag)}`, tagExpected, { note });
    return tag;
  }
  // `baseName` would keep the extension that ICU makes of "en-US-posix".
  const plain = canonical.replace(/-[a-z\d]-.*$/i, '');
  if (plain === canonical) return canonical;
  // Extensions specify numerals, calendars or sorting (RFC 6067), which pages do not offer.
  complain(context, 'field-language', `extension of the language ${quote(tag)}`, `only "${plain}"`);
  return tag;
}

const forms: LanguageForms = {
  tag,
  canonicalTag: spelledTag,
  datesMeantBy: (text, hasTime) => (hasTime ? momentsMeantBy(text) : daysMeantBy(text)),
};

/** The schema of the front matter in a publication, in the languages of the site. */
export const frontMatterSchema = memoize((publication: Publication) => frontMatterOf(publication, forms));

/** The schema of the settings, in the languages of the site. */
export const publicationSchema = settings(forms);
