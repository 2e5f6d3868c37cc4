import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import type { CrossBriefRule } from './cross-brief-rule.ts';

/** A translation names the original, not another translation, so that all versions find each other. */
export const translationChain: CrossBriefRule = function* ({ briefs }) {
  const originals = new Map(
    briefs.flatMap(({ slug, references }) => {
      const original = references.find(({ how }) => how === 'translation');
      return original ? [[slug, original.name] as const] : [];
    }),
  );
  for (const { file, slug, references } of briefs) {
    for (const { name, range, how } of references) {
      const further = how === 'translation' && name !== slug ? originals.get(name) : undefined;
      if (further === undefined) continue;
      yield diagnosticOf(file, {
        code: 'translation-chain',
        range,
        message: `Unexpected translation of "${name}", which is a translation itself, expected the original`,
        note: {
          text:
            further === slug
              ? 'one of the two is the original: remove `translationOf` from it'
              : `write "${further}"`,
        },
      });
    }
  }
};
