interface ImportMetaEnv {
  /** Whether this is `astro dev`, whatever `NODE_ENV` says. */
  readonly NEWSROOM: boolean;
}

declare module 'virtual:fourfold' {
  /** The publication's settings. */
  // A relative path is read in a type only where it stands in place.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const site: import('../brief/publication.ts').Publication;
}

declare module 'virtual:topic-accents.css';
declare module 'virtual:topic-accents.css?embed';

declare module 'virtual:standing-texts' {
  import type { MDXInstance } from 'astro';

  /** Their texts by name. */
  export const standingTexts: Readonly<Record<string, MDXInstance<Record<string, unknown>> | undefined>>;
}

declare module 'virtual:standing-pages' {
  /** The publisher's own pages, sorted by name. */
  export const standingPages: readonly {
    readonly slug: string;
    readonly title: string;
    readonly description: string;
  }[];
}
