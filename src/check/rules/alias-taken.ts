import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import type { Range } from '../../diagnostics/diagnostic.ts';
import { isReservedSlug } from '../../brief/slug.ts';
import type { EditionRule } from './edition-rule.ts';

/** An old slug redirects to one brief, and never to one while another lives at that address. */
export const aliasTaken: EditionRule = function* ({ briefs, slugs }) {
  const first = new Map<string, { file: string; range: Range }>();
  const drafts = new Map(
    briefs.filter(({ status }) => status === 'draft').map((brief) => [brief.slug, brief]),
  );
  const shown = new Set(briefs.filter(({ status }) => status !== 'draft').map(({ slug }) => slug));
  for (const { file, slug, status, aliases } of briefs) {
    for (const { name, range } of aliases) {
      const other = first.get(name);
      if (name === slug || isReservedSlug(name)) {
        yield diagnosticOf(file, {
          code: 'alias-taken',
          range,
          message: `Unexpected alias "${name}", expected a slug that this brief had before`,
          note: {
            text:
              name === slug
                ? 'it is the one that the brief has now; leave it out'
                : 'the site uses that name itself',
          },
        });
      } else if (status !== 'draft' && drafts.has(name) && !shown.has(name)) {
        // Readers are sent on for as long as the draft is one; it is the draft that needs another name.
        yield diagnosticOf(drafts.get(name)?.file ?? file, {
          code: 'alias-taken',
          range: { start: 0, end: 0 },
          message: `Unexpected name "${name}", which is an alias of ${file}`,
          note: { text: 'rename this draft, or remove the alias at {place}', at: { file, range } },
        });
      } else if (slugs.has(name)) {
        yield diagnosticOf(file, {
          code: 'alias-taken',
          range,
          message: `Unexpected alias "${name}", expected one that is no brief's slug`,
          note: { text: 'a brief lives at that address; an alias is a slug that this brief had before' },
        });
      } else if (other) {
        yield diagnosticOf(file, {
          code: 'alias-taken',
          range,
          message: `Unexpected alias "${name}", expected each alias once`,
          note: { text: 'it is first given at {place}', at: other },
        });
      } else first.set(name, { file, range });
    }
  }
};
