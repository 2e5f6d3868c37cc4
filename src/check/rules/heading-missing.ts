import { diagnosticOf, type Finding, type Range } from '../../diagnostics/diagnostic.ts';
import { isStanding } from '../../brief/briefs-folder.ts';
import { anchorIn, anchorsOf } from '../../markdown/anchors.ts';
import { linksOf } from '../../markdown/link-uses.ts';
import { readLink } from '../../markdown/links.ts';
import { nearestOfOwn } from '../../brief/nearest.ts';
import { visibilityIfKnown } from '../../brief/visibility.ts';
import type { CrossBriefRule } from './cross-brief-rule.ts';
import type { Rule } from './rule.ts';

/** A link within the brief or page leads to an existing heading, note or part of the page. */
export const ownHeadingMissing: Rule = function* ({ draft, fields }) {
  const anchors = [...anchorsOf(draft, fields)];
  const isPage = isStanding(draft.file);
  for (const { url, range } of linksOf(draft.tree)) {
    const link = readLink(url, draft);
    if (link.kind === 'fragment' || (link.kind === 'brief' && link.slug === draft.slug && !isPage)) {
      yield* lookForHeading(link.fragment, anchors, range, isPage ? 'this page' : 'this brief');
    }
  }
};

/** So does a link to another brief. Hidden briefs are reported by `brief-hidden`. */
export const headingMissing: CrossBriefRule = function* ({ briefs, pages, now }) {
  const bySlug = new Map(briefs.map((brief) => [brief.slug, brief]));
  for (const { file, slug, references } of [...briefs, ...pages.map((page) => ({ slug: '', ...page }))]) {
    for (const { name, fragment, range } of references) {
      const other = name === slug ? undefined : bySlug.get(name);
      if (fragment === undefined || !other?.anchors || visibilityIfKnown(other, now) !== 'public') continue;
      for (const finding of lookForHeading(fragment, other.anchors, range, other.file))
        yield diagnosticOf(file, finding);
    }
  }
};

/** Reports a fragment that is not one of the page's anchors. */
export function* lookForHeading(
  fragment: string,
  anchors: readonly string[],
  range: Range,
  where: string,
): Iterable<Finding> {
  const anchor = anchorIn(fragment);
  if (anchor === undefined || anchors.includes(anchor)) return;
  // The id of a note starts with the slug of its brief.
  const nearest = anchors.find((id) => id.endsWith(`-${anchor}`)) ?? nearestOfOwn(anchor, anchors);
  const names = anchors.filter((id) => !/-fn(?:ref)?-/.test(id)).map((id) => `#${id}`);
  yield {
    code: 'heading-missing',
    range,
    message: `Unexpected link to "#${anchor}", expected a heading of ${where}`,
    note: { text: nearest === undefined ? `there are ${names.join(', ')}` : `did you mean "#${nearest}"?` },
  };
}
