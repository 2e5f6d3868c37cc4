/** Scripts by their names in Unicode, with their tags in ISO 15924. Others have no font on cards. */
const scripts = {
  Latin: 'Latn',
  Greek: 'Grek',
  Cyrillic: 'Cyrl',
  Arabic: 'Arab',
  Hebrew: 'Hebr',
  Devanagari: 'Deva',
  Han: 'Hani',
  Hiragana: 'Hira',
  Katakana: 'Kana',
  Hangul: 'Hang',
  Bopomofo: 'Bopo',
  Armenian: 'Armn',
  Bengali: 'Beng',
  Canadian_Aboriginal: 'Cans',
  Cherokee: 'Cher',
  Ethiopic: 'Ethi',
  Georgian: 'Geor',
  Gujarati: 'Gujr',
  Gurmukhi: 'Guru',
  Kannada: 'Knda',
  Khmer: 'Khmr',
  Lao: 'Laoo',
  Malayalam: 'Mlym',
  Myanmar: 'Mymr',
  Oriya: 'Orya',
  Sinhala: 'Sinh',
  Tamil: 'Taml',
  Telugu: 'Telu',
  Thaana: 'Thaa',
  Thai: 'Thai',
  Tibetan: 'Tibt',
  Tifinagh: 'Tfng',
} as const;

const patterns = Object.entries(scripts).map(
  ([name, tag]) => [new RegExp(`^\\p{Script=${name}}`, 'u'), tag] as const,
);

const known = new Map<string, string | undefined>();

/** The script of a character as ISO 15924; undefined for one that scripts share, as a digit or a space. */
export function scriptOf(character: string): string | undefined {
  if (known.has(character)) return known.get(character);
  const script = patterns.find(([pattern]) => pattern.test(character))?.[1];
  known.set(character, script);
  return script;
}

/** Whether letters of a script join. */
export function isJoined(script: string): boolean {
  return script === 'Arab';
}
