import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import { nearestOf } from '../../brief/nearest.ts';
import type { CrossBriefRule } from './cross-brief-rule.ts';

/** A brief that another one links to, translates or names as an outcome exists. */
export const briefMissing: CrossBriefRule = function* ({ briefs, pages, slugs }) {
  for (const { file, references } of [...briefs, ...pages]) {
    for (const { name, range } of references) {
      if (slugs.has(name)) continue;
      const moved = briefs.find(({ aliases }) => aliases.some((alias) => alias.name === name));
      const nearest = moved?.slug ?? nearestOf(name, [...slugs]);
      yield diagnosticOf(file, {
        code: 'brief-missing',
        range,
        message: `Unexpected reference to the brief "${name}", expected one that exists`,
        ...(nearest === undefined
          ? {}
          : { note: { text: moved ? `it is now called "${nearest}"` : `did you mean "${nearest}"?` } }),
      });
    }
  }
};
