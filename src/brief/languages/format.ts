import type { Language, Plural } from './language.ts';

/** A label that counts, in the plural form that the language uses for the number, written in its own digits. */
export function formatCount(label: Plural, count: number, { code }: Language): string {
  const form = label[new Intl.PluralRules(code).select(count)] ?? label.other;
  return form.replace('{count}', new Intl.NumberFormat(code).format(count));
}
