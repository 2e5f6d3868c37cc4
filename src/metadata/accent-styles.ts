import { createHash } from 'node:crypto';
import type { Accent, Publication } from '../brief/publication.ts';

/** A style sheet whose name changes with its content, so that browsers may cache it permanently. */
export interface AccentStyles {
  /** File name without `.css`. */
  readonly name: string;
  readonly css: string;
}

/**
 * The accents of the publication and its topics. A separate file, because the content security policy forbids inline
 * styles and Astro's style sheets are the same for every publication. Undefined if all settings have their defaults.
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
