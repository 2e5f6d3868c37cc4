import { createHash } from 'node:crypto';
import type { Accent, Publication } from '../brief/publication.ts';

/** A stylesheet under a name that changes with its content, so that browsers may cache it for ever. */
export interface AccentStyles {
  /** Its name without `.css`. */
  readonly name: string;
  readonly css: string;
}

/**
 * The publication's accent and those of its topics. They are a file of their own, since the content security policy allows no
 * inline styles and Astro's stylesheets are the same for every publication. Undefined if no setting differs from the default.
 */
export function accentStylesOf({
  accent,
  topics,
}: Pick<Publication, 'accent' | 'topics'>): AccentStyles | undefined {
  // A topic without an accent has the publication's, also on a page of another topic.
  const css = [
    accentRule(':root, [data-topic]', accent),
    ...Object.entries(topics).map(([id, topic]) => accentRule(`[data-topic='${id}']`, topic.accent)),
  ].join('');
  if (css === '') return undefined;
  return { name: `accents.${createHash('sha256').update(css).digest('hex').slice(0, 8)}`, css };
}

function accentRule(selector: string, accent: Accent | undefined): string {
  return accent ? `${selector} { --accent: light-dark(${accent.light}, ${accent.dark}); }\n` : '';
}
