import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import type { Facts } from '../cross-brief-facts.ts';
import { headingsFor, languageFor } from '../../languages/languages.ts';
import type { CrossBriefRule } from './cross-brief-rule.ts';

/**
 * A brief is published once. Sync services and file managers leave copies; an edited copy is recognised by a longer form
 * of the original's name.
 */
export const briefCopied: CrossBriefRule = function* ({ briefs, publication }) {
  // The original has the shorter name.
  const shown = briefs
    .filter(({ status, likeness }) => likeness && status !== 'draft' && status !== 'withdrawn')
    .toSorted((one, other) => one.slug.length - other.slug.length || (one.slug < other.slug ? -1 : 1));
  const bySlug = new Map(shown.map((brief) => [brief.slug, brief]));
  const byText = new Map<string, Facts>();
  for (const brief of shown) {
    const { file, likeness } = brief;
    if (!likeness) continue;
    const same = byText.get(likeness.whole);
    byText.set(likeness.whole, same ?? brief);
    const original = same ?? changedOriginalOf(brief, bySlug);
    // Duplicate slugs are reported by another rule.
    if (!original || original.slug === brief.slug) continue;
    const headings = headingsFor(languageFor(brief.lang ?? publication.lang), publication);
    const differing = headings
      .filter((_, at) => likeness.sections[at] !== original.likeness?.sections[at])
      .map((heading) => `"${heading}"`);
    const others = differing.length > 0 ? `another text under ${differing.join(', ')}` : 'other fields';
    yield diagnosticOf(file, {
      code: 'brief-copied',
      range: likeness.title.range,
      message: `Unexpected copy of ${original.file}, with the same title ${same ? 'and text' : `but ${others}`}`,
      note: {
        text: `both are published: ${same ? 'delete one of the two files' : 'compare the two and delete one'}`,
      },
    });
  }
};

/** A brief with the same title and some of the same text, whose name this one extends: `treaty-laptop-7f3`. */
function changedOriginalOf({ slug, likeness }: Facts, bySlug: ReadonlyMap<string, Facts>): Facts | undefined {
  const words = slug.split('-');
  return words
    .map((_, at) => bySlug.get(words.slice(0, at).join('-')))
    .find(
      (other) =>
        other?.likeness?.title.name === likeness?.title.name &&
        other?.likeness?.sections.some((section, at) => section === likeness?.sections[at]),
    );
}
