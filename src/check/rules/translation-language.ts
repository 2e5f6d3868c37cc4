import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import type { Facts } from '../cross-brief-facts.ts';
import type { CrossBriefRule } from './cross-brief-rule.ts';

/** A brief has one version in each language, to which readers and search engines are directed. */
export const translationLanguage: CrossBriefRule = function* ({ briefs }) {
  const versions = new Map<string, Facts>(
    briefs.flatMap((brief) => {
      const key = versionOf(brief.slug, brief);
      return key === undefined ? [] : [[key, brief] as const];
    }),
  );
  for (const brief of briefs) {
    for (const { name, range, how } of brief.references) {
      if (how !== 'translation') continue;
      const key = versionOf(name, brief);
      if (key === undefined || brief.lang === undefined) continue;
      const other = versions.get(key);
      versions.set(key, other ?? brief);
      if (!other) continue;
      yield diagnosticOf(brief.file, {
        code: 'translation-language',
        range,
        message: `Unexpected translation of "${name}" into "${brief.lang}", expected one version in each language`,
        note: {
          text: `${other.file} is in that language${other === brief ? '' : ', too'}; set \`lang\`, or remove \`translationOf\``,
        },
      });
    }
  }
};

/** The version of a brief in another one's language, if that is known. */
function versionOf(slug: string, { lang }: Facts): string | undefined {
  return lang === undefined ? undefined : `${slug} ${baseNameOf(lang)}`;
}

const baseNames = new Map<string, string>();

/** A tag without extensions, read once for each: a thousand briefs have the same few. */
function baseNameOf(lang: string): string {
  const name = baseNames.get(lang) ?? new Intl.Locale(lang).baseName;
  baseNames.set(lang, name);
  return name;
}
