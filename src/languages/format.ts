import type { Language, Plural } from './language.ts';

/** A label with a count, in the language's plural form and digits. */
export function formatCount(label: Plural, count: number, { code, locale = code }: Language): string {
  const { rules, digits } = grammarOf(locale);
  const form = label[rules.select(count)] ?? label.other;
  return form.replace('{count}', digits.format(count));
}

/** The position of a page in a list. */
export function formatPosition(
  { labels, code, locale = code }: Language,
  page: number,
  pages: number,
): string {
  const { digits } = grammarOf(locale);
  return labels.pageOf.replace('{page}', digits.format(page)).replace('{pages}', digits.format(pages));
}

/** "Correction: A small bill", with the language's colon. */
export function formatColon(before: string, after: string, { colon = ': ' }: Language): string {
  return `${before}${colon}${after}`;
}

interface Grammar {
  readonly rules: Intl.PluralRules;
  readonly digits: Intl.NumberFormat;
}

const grammars = new Map<string, Grammar>();

/** Cached, since creating these takes a hundred times longer than using them. */
function grammarOf(locale: string): Grammar {
  const grammar = grammars.get(locale) ?? {
    rules: new Intl.PluralRules(locale),
    digits: new Intl.NumberFormat(locale),
  };
  grammars.set(locale, grammar);
  return grammar;
}
