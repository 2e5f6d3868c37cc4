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
