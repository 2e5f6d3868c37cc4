import type { Root } from 'mdast';

interface Options {
  readonly features: { readonly gfm: boolean; readonly frontmatter?: boolean };
}

/** What we use of Sätteri. Its own types would give every tree directives, which the import of documents declares otherwise. */
export function markdownToMdast(source: string, options: Options): Root;
export function markdownToHtml(source: string, options: Options): { readonly html: string };
