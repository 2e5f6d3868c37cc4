import type { Heading } from 'mdast';
import { sectionIds } from '../brief/brief.ts';
import { isStanding } from '../brief/briefs-folder.ts';
import type { Draft } from './draft.ts';
import { nodesOf } from './nodes.ts';
import { memoize } from '../brief/memoize.ts';
import { plainText } from './plain-text.ts';

/** Ids of page elements, which headings must not use. */
export const pageIds: readonly string[] = [
  ...sectionIds.flatMap((id) => [id, `${id}-heading`]),
  ...`all content copied corrections expectations feed feedback feedback-section languages more notes open overdue
    q search search-aside search-earlier search-more search-results search-shortcut search-status settled share
    section-icon sources thread topics upcoming watch`.split(/\s+/),
];

/** Ids on every page. */
const idsOfEveryPage: readonly string[] = ['content', 'notes', 'section-icon'];

/**
 * An id for each heading below the section headings, and for every heading on a standing page. Made as on GitHub:
 * lower-case words of any script joined with hyphens. Unique on the page, and unaffected by changes further down.
 */
export const headingIds = memoize(({ file, tree, slug }: Draft): ReadonlyMap<Heading, string> => {
  const ids = new Map<Heading, string>();
  const used = new Set(isStanding(file) ? idsOfEveryPage : pageIds);
  const numbers = new Map<string, number>();
  for (const heading of nodesOf(tree, 'heading')) {
    if (heading.depth < 3 && !isStanding(file)) continue;
    const words = wordsOf(heading);
    // Ids of footnotes and expectations start this way.
    const isFree = words !== '' && !words.startsWith(`${slug}-fn`) && !/^watch-\d{4}-/.test(words);
    const base = isFree ? words : ['heading', words].filter(Boolean).join('-');
    let id = base;
    while (used.has(id)) {
      const number = (numbers.get(base) ?? 0) + 1;
      numbers.set(base, number);
      id = `${base}-${number}`;
    }
    used.add(id);
    ids.set(heading, id);
  }
  return ids;
});

function wordsOf(heading: Heading): string {
  return plainText(heading, { descriptions: false })
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}
