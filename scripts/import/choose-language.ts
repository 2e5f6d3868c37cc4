import { languageOf } from '../../src/languages/languages.ts';

/** Where the language of a document may be stated, the most certain first. */
export interface StatedLanguages {
  readonly option: string | undefined;
  readonly frontMatter: unknown;
  /** For each heading found, the languages that call a section so. */
  readonly headings: readonly (readonly string[])[];
  readonly head: string | undefined;
  readonly publication: string;
}

/** The language of a document, as a tag that the site speaks, and where it was found. */
export function chooseLanguage(stated: StatedLanguages): { lang: string; from: string } {
  const { option, frontMatter, headings, head, publication } = stated;
  if (option !== undefined) return { lang: option, from: 'from the option --lang' };
  if (typeof frontMatter === 'string' && languageOf(frontMatter)) {
    return { lang: frontMatter, from: 'from the front matter' };
  }
  const ofHeadings = mostNamed(headings, publication);
  const ofHead = head === undefined ? undefined : languageOf(head);
  // A head may say more than headings can: which Portuguese it is.
  if (head !== undefined && ofHead && (ofHeadings === undefined || ofHeadings === ofHead.code)) {
    const isOwn = ofHead.code === languageOf(publication)?.code;
    return { lang: isOwn ? publication : head, from: 'from the head of the page' };
  }
  if (ofHeadings !== undefined) return { lang: ofHeadings, from: 'from the headings' };
  return { lang: publication, from: 'that of the publication' };
}

function mostNamed(headings: StatedLanguages['headings'], publication: string): string | undefined {
  const votes = new Map<string, number>();
  for (const codes of headings) {
    for (const code of codes) {
      if (languageOf(code)) votes.set(code, (votes.get(code) ?? 0) + 1);
    }
  }
  const own = languageOf(publication)?.code;
  // A name that several languages share speaks for the publication's.
  return [...votes].sort(([a, x], [b, y]) => y - x || Number(b === own) - Number(a === own))[0]?.[0];
}
