import { diagnosticOf, type Finding, type Range } from '../../diagnostics/diagnostic.ts';
import { isStanding } from '../../brief/briefs-folder.ts';
import { anchorIn, anchorsOf } from '../../markdown/anchors.ts';
import { linksOf } from '../../markdown/link-uses.ts';
import { readLink } from '../../markdown/links.ts';
import { nearestOfOwn } from '../../brief/nearest.ts';
import { visibilityIfKnown } from '../../brief/visibility.ts';
import type { EditionRule } from './edition-rule.ts';
import type { Rule } from './rule.ts';

/** A link into the brief itself, or into the standing page itself, leads to a heading, a note or a part of the page that is there. */
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

/** A link into another brief does so, too; of one that is hidden, `brief-hidden` says all that there is to say. */
export const headingMissing: EditionRule = function* ({ briefs, pages, now }) {
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

/** What is wrong with a link to a part of a page, if that is none of its anchors. */
export function* lookForHeading(
  fragment: string,
  anchors: readonly string[],
  range: Range,
  where: string,
): Iterable<Finding> {
  const anchor = anchorIn(fragment);
  if (anchor === undefined || anchors.includes(anchor)) return;
  // A note's id begins with the slug of its brief.
  const nearest = anchors.find((id) => id.endsWith(`-${anchor}`)) ?? nearestOfOwn(anchor, anchors);
  const names = anchors.filter((id) => !/-fn(?:ref)?-/.test(id)).map((id) => `#${id}`);
  yield {
    code: 'heading-missing',
    range,
    message: `Unexpected link to "#${anchor}", expected a heading of ${where}`,
    note: { text: nearest === undefined ? `there are ${names.join(', ')}` : `did you mean "#${nearest}"?` },
  };
}
