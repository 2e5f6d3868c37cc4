import type { Listing } from './brief.ts';
import type { Publication } from './publication.ts';

/** The briefs that the lists and feeds of one language show, in the order given. */
export interface Edition<Brief> {
  /** BCP 47. */
  readonly lang: string;
  readonly briefs: readonly Brief[];
  /** These and the translations that lists leave out where languages are mixed: each of them may have corrections. */
  readonly withTranslations: readonly Brief[];
}

type Translatable = Pick<Listing, 'slug' | 'lang' | 'translationOf'>;

/**
 * The editions of a publication: first its own, which always exists, then one for each other language that has briefs. No edition
 * has both a brief and its translation.
 */
export function editionsOf<Brief>(
  briefs: readonly Brief[],
  { lang: own, mixLanguages }: Pick<Publication, 'lang' | 'mixLanguages'>,
  factsOf: (brief: Brief) => Translatable,
): readonly Edition<Brief>[] {
  const { [own]: ofOwn = [], ...others } = Object.groupBy(briefs, (brief) => factsOf(brief).lang);
  const ofLanguage = (lang: string, listed: readonly Brief[]): Edition<Brief> => ({ lang, briefs: listed, withTranslations: listed }); // prettier-ignore
  return [
    mixLanguages
      ? { lang: own, briefs: withoutTranslations(briefs, own, factsOf), withTranslations: briefs }
      : ofLanguage(own, ofOwn),
    ...Object.keys(others)
      .sort()
      .map((lang) => ofLanguage(lang, others[lang] ?? [])),
  ];
}

/** The languages other than the publication's own that have an edition. */
export function otherLanguagesOf(
  briefs: readonly Translatable[],
  publication: Pick<Publication, 'lang' | 'mixLanguages'>,
): readonly string[] {
  return editionsOf(briefs, publication, (brief) => brief)
    .slice(1)
    .map(({ lang }) => lang);
}

/** Of a brief and its translations, the one in the publication's language, else the original, else the first. */
function withoutTranslations<Brief>(
  briefs: readonly Brief[],
  own: string,
  factsOf: (brief: Brief) => Translatable,
): readonly Brief[] {
  const groups = Map.groupBy(briefs, (brief) => originalOf(factsOf(brief)));
  const shown = new Set(
    [...groups.values()].map(
      (group) =>
        group.find((brief) => factsOf(brief).lang === own) ??
        group.find((brief) => factsOf(brief).translationOf === undefined) ??
        group[0],
    ),
  );
  return briefs.filter((brief) => shown.has(brief));
}

/** The slug that a brief and its translations have in common. */
export function originalOf({ translationOf, slug }: Pick<Listing, 'slug' | 'translationOf'>): string {
  return translationOf ?? slug;
}
