import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import type { Facts } from '../facts.ts';
import type { EditionRule } from './edition-rule.ts';

/** Of one brief there is one version in each language: readers and search engines are sent to the one in theirs. */
export const translationLanguage: EditionRule = function* ({ briefs }) {
  const versions = new Map<string, Facts>(
    briefs.map((brief) => [`${brief.slug} ${languageTag(brief)}`, brief]),
  );
  for (const brief of briefs) {
    for (const { name, range, how } of brief.references) {
      if (how !== 'translation') continue;
      const key = `${name} ${languageTag(brief)}`;
      const other = versions.get(key);
      versions.set(key, other ?? brief);
      if (!other) continue;
      yield diagnosticOf(brief.file, {
        code: 'translation-language',
        range,
        message: `Unexpected translation of "${name}" into "${brief.lang}", expected one version in each language`,
        note: {
          text: `${other.file} is in that language${other === brief ? '' : ', too'}; set \`lang\`, or take \`translationOf\` out`,
        },
      });
    }
  }
};

function languageTag({ lang }: Facts): string {
  return new Intl.Locale(lang).baseName;
}
