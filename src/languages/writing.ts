/**
 * The scripts of a language, by their Unicode names (ISO 15924), with CLDR's defaults. Chinese uses Han characters,
 * Japanese and Korean also their own scripts.
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
