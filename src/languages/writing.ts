/**
 * The scripts in which a language is written, as Unicode names those of characters (ISO 15924): CLDR knows which goes
 * without saying. Chinese in either form is written in Han characters, Japanese and Korean in those and in their own.
 */
export function scriptsOf(lang: string): readonly string[] {
  const { script = 'Zyyy' } = new Intl.Locale(lang).maximize();
  return mixed[script] ?? [script];
}

const mixed: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hira', 'Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
};
