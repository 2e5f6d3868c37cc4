import { sectionIds } from '../brief/brief.ts';
import { isStanding } from '../brief/briefs-folder.ts';
import type { Draft } from './draft.ts';
import { expectationIds } from '../brief/expectations.ts';
import { headingIds } from './heading-ids.ts';
import { nodesOf } from './nodes.ts';
import type { FrontMatterFields } from '../brief/front-matter.ts';

/** Every id on the page that a link may lead to. Parts of the page without content have none. */
export function anchorsOf(draft: Draft, fields: Partial<FrontMatterFields>): Set<string> {
  const isPage = isStanding(draft.file);
  const anchors = new Set<string>(isPage ? ['content'] : sectionIds);
  for (const id of headingIds(draft).values()) anchors.add(id);
  for (const { identifier } of nodesOf(draft.tree, 'footnoteReference')) {
    anchors.add('notes').add(`${draft.slug}-fn-${identifier}`).add(`${draft.slug}-fnref-${identifier}`);
  }
  if (isPage) return anchors;
  for (const id of expectationIds(fields.watch ?? [])) anchors.add(id);
  for (const part of ['sources', 'watch', 'corrections'] as const) {
    // A field missing here was reported already, so its anchor counts as present.
    if (fields[part]?.length !== 0) anchors.add(part);
  }
  return anchors;
}

/** The part of a page that a fragment names; undefined for the top of the page and for text fragments. */
export function anchorIn(fragment: string): string | undefined {
  const [id = ''] = fragment.split(':~:');
  if (id === '' || id.toLowerCase() === 'top') return undefined;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
