import { hash } from 'node:crypto';
import type { Accent, NamedStyles, Publication } from '../brief/publication.ts';

/**
 * The ground of the publication, and the accents of it and its topics. A separate file, because the content security policy forbids inline
 * styles and Astro's style sheets are the same for every publication. Undefined if all settings have their defaults.
 */
export function accentStylesOf({
  accent,
  ground,
  topics,
}: Pick<Publication, 'accent' | 'ground' | 'topics'>): NamedStyles | undefined {
  // A topic without an accent has the publication's, also on a page of another topic.
  const css = [
    // Printed pages are white.
    ground ? `@media screen { ${groundRule(ground)} }\n` : '',
    accentRule(':root, [data-topic]', accent),
    ...Object.entries(topics).map(([id, topic]) => accentRule(`[data-topic='${id}']`, topic.accent)),
  ].join('');
  if (css === '') return undefined;
  return namedStyles('accents', css);
}

/** Names a style sheet by what it says. */
export function namedStyles(name: string, css: string): NamedStyles {
  return { name: `${name}.${hash('sha256', css).slice(0, 8)}`, css };
}

/** A rule for the ground, with lines that are drawn on it. */
function groundRule({ light, dark }: Accent): string {
  return `:root { --paper: light-dark(${light}, ${dark}); --line: color-mix(in oklab, var(--ink) 16%, var(--paper)); }`;
}

function accentRule(selector: string, accent: Accent | undefined): string {
  return accent ? `${selector} { --accent: light-dark(${accent.light}, ${accent.dark}); }\n` : '';
}
