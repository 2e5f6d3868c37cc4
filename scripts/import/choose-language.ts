import { languageOf } from '../../src/languages/languages.ts';

/** Where a document may state its language, most reliable first. */
export interface StatedLanguages {
  readonly option: string | undefined;
  readonly frontMatter: unknown;
  /** For each heading found, the languages it belongs to. */
  readonly headings: readonly (readonly string[])[];
  readonly head: string | undefined;
  readonly publication: string;
  /** The language of the text itself, if its words tell. */
  readonly text?: string | undefined;
}

/** The language of a document and where it was found. */
export function chooseLanguage(stated: StatedLanguages): { lang: string; from: string } {
  const { option, frontMatter, headings, head, publication, text } = stated;
  if (option !== undefined) return { lang: option, from: 'from the option --lang' };
  if (typeof frontMatter === 'string' && languageOf(frontMatter)) {
    return { lang: frontMatter, from: 'from the front matter' };
  }
  const ofHeadings = mostCommonLanguage(headings, publication);
  // Headings are given to a model in its prompt; the text is its answer.
  const ofText = text === undefined ? undefined : languageOf(text)?.code;
  const isOther = ofText !== undefined && primary(ofText) !== primary(ofHeadings ?? head ?? publication);
  if (isOther && (ofHeadings !== undefined || head === undefined))
    return {
      lang: ofText,
      from: ofHeadings === undefined ? 'from the text' : 'from the text, not from its headings',
    };
  const ofHead = head === undefined ? undefined : languageOf(head);
  // The head can be more precise than headings, as for a variety of Portuguese.
  if (head !== undefined && ofHead && (ofHeadings === undefined || ofHeadings === ofHead.code)) {
    const isOwn = ofHead.code === languageOf(publication)?.code;
    return { lang: isOwn ? publication : head, from: 'from the head of the page' };
  }
  if (ofHeadings !== undefined) return { lang: ofHeadings, from: 'from the headings' };
  return { lang: publication, from: 'from the settings' };
}

function primary(tag: string): string {
  return tag.toLowerCase().replace(/-.*/, '');
}

function mostCommonLanguage(headings: StatedLanguages['headings'], publication: string): string | undefined {
  const votes = new Map<string, number>();
  for (const codes of headings) {
    for (const code of codes) {
      if (languageOf(code)) votes.set(code, (votes.get(code) ?? 0) + 1);
    }
  }
  const own = languageOf(publication)?.code;
  // On a tie, the publication's language wins.
  return [...votes].sort(([a, x], [b, y]) => y - x || Number(b === own) - Number(a === own))[0]?.[0];
}
