import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import type { Range } from '../../diagnostics/diagnostic.ts';
import { isReservedSlug } from '../../brief/slug.ts';
import type { CrossBriefRule } from './cross-brief-rule.ts';

/** An alias redirects to one brief, and is not the slug of another one. */
export const aliasTaken: CrossBriefRule = function* ({ briefs, slugs }) {
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
                ? 'it is the current slug of the brief; remove it'
                : 'the site uses that name itself',
          },
        });
      } else if (status !== 'draft' && drafts.has(name) && !shown.has(name)) {
        // The redirect wins while the other brief is a draft, so the draft must be renamed.
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
          message: `Unexpected alias "${name}", expected one that is not the slug of a brief`,
          note: { text: 'another brief has that address; an alias is a slug that this brief had before' },
        });
      } else if (other) {
        yield diagnosticOf(file, {
          code: 'alias-taken',
          range,
          message: `Unexpected alias "${name}", expected each alias once`,
          note: { text: 'it is first listed at {place}', at: other },
        });
      } else first.set(name, { file, range });
    }
  }
};
