import type { Listing } from '../../brief/brief.ts';
import { editionsOf, type Edition } from '../../brief/editions.ts';
import { groupBy } from '../../brief/groups.ts';
import { memoize } from '../../brief/memoize.ts';
import type { Snapshot, SnapshotBrief } from '../../build/snapshot.ts';
import { shared, site } from 'virtual:fourfold';
import { snapshot } from './_snapshot.ts';

/** The briefs of a language with the parameter of its routes, which the publication's own does without. */
export interface SiteEdition extends Edition<SnapshotBrief> {
  readonly path: string | undefined;
}

/** The editions of this site, the publication's own first. */
export function listEditions(): readonly SiteEdition[] {
  return editionsIn(snapshot())();
}

const editionsIn = memoize((shown: Snapshot) => shared(() => makeEditions(shown)));

function makeEditions({ briefs }: Snapshot): readonly SiteEdition[] {
  return editionsOf(briefs, site, ({ listing }) => listing).map((edition) => ({
    ...edition,
    path: edition.lang === site.lang ? undefined : edition.lang,
  }));
}

/** The languages of these editions. */
export function listLanguages(): readonly string[] {
  return listEditions().map(({ lang }) => lang);
}

/** A group of briefs in an edition, and the languages in which there is such a group. */
export interface EditionGroup extends SiteEdition {
  readonly name: string;
  readonly languages: readonly string[];
}

/** The groups of each edition, by name; in a preview and in `dev`, of drafts too if they are to be grouped. */
export function groupEditions(
  namesOf: (listing: Listing) => readonly string[],
  isGrouped: (brief: SnapshotBrief) => boolean = () => true,
): readonly EditionGroup[] {
  const groups = listEditions().flatMap(({ briefs, ...edition }) =>
    groupBy(briefs.filter(isGrouped), ({ listing }) => namesOf(listing)).map(([name, ofGroup]) => ({
      ...edition,
      name,
      briefs: ofGroup,
    })),
  );
  const languages = Map.groupBy(groups, ({ name }) => name);
  return groups.map((group) => ({
    ...group,
    languages: (languages.get(group.name) ?? []).map(({ lang }) => lang),
  }));
}
