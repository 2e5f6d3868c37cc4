import type { Language, Plural } from './language.ts';

/** A label that counts, in the plural form that the language uses for the number, written in its own digits. */
export function formatCount(label: Plural, count: number, { code }: Language): string {
  const { rules, digits } = grammarOf(code);
  const form = label[rules.select(count)] ?? label.other;
  return form.replace('{count}', digits.format(count));
}

/** Where a page of a list stands among its pages. */
export function formatPosition({ labels }: Language, page: number, pages: number): string {
  return labels.pageOf.replace('{page}', String(page)).replace('{pages}', String(pages));
}

interface Grammar {
  readonly rules: Intl.PluralRules;
  readonly digits: Intl.NumberFormat;
}

const grammars = new Map<string, Grammar>();

/** Both take a hundred times longer to make than to use. */
function grammarOf(code: string): Grammar {
  const grammar = grammars.get(code) ?? {
    rules: new Intl.PluralRules(code),
    digits: new Intl.NumberFormat(code),
  };
  grammars.set(code, grammar);
  return grammar;
}
