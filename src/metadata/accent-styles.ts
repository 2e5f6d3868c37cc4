import { createHash } from 'node:crypto';
import type { Accent, Publication } from '../brief/publication.ts';

/** A style sheet whose name changes with its content, so that browsers may cache it permanently. */
export interface AccentStyles {
  /** File name without `.css`. */
  readonly name: string;
  readonly css: string;
}

/**
 * The ground of the publication, and the accents of it and its topics. A separate file, because the content security policy forbids inline
 * styles and Astro's style sheets are the same for every publication. Undefined if all settings have their defaults.
 */
export function accentStylesOf({
  accent,
  ground,
  topics,
}: Pick<Publication, 'accent' | 'ground' | 'topics'>): AccentStyles | undefined {
  // A topic without an accent has the publication's, also on a page of another topic.
  const css = [
    // Printed pages are white.
    ground ? `@media screen { ${groundRule(ground)} }\n` : '',
    accentRule(':root, [data-topic]', accent),
    ...Object.entries(topics).map(([id, topic]) => accentRule(`[data-topic='${id}']`, topic.accent)),
  ].join('');
  if (css === '') return undefined;
  return { name: `accents.${createHash('sha256').update(css).digest('hex').slice(0, 8)}`, css };
}

/** A rule for the ground, with lines that are drawn on it. */
function groundRule({ light, dark }: Accent): string {
  return `:root { --paper: light-dark(${light}, ${dark}); --line: color-mix(in oklab, var(--ink) 16%, var(--paper)); }`;
}

function accentRule(selector: string, accent: Accent | undefined): string {
  return accent ? `${selector} { --accent: light-dark(${accent.light}, ${accent.dark}); }\n` : '';
}
