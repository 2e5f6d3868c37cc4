interface ImportMetaEnv {
  /** Whether this is `astro dev`, whatever `NODE_ENV` says. */
  readonly NEWSROOM: boolean;
}

declare module 'virtual:fourfold' {
  /** Folder of the project. */
  export const root: string;
  /** The settings as they are, for who loads briefs. */
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const publication: import('../brief/publication.ts').Publication;
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const heldEdition: () => import('../build/snapshot.ts').Edition | undefined;
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const holdEdition: (edition: import('../build/snapshot.ts').Edition) => void;
  /** The settings, of which it is recorded what a page reads. */
  // A relative path is read in a type only where it stands in place.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const site: import('../brief/publication.ts').Publication;
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const bytesOf: import('../build/page-reads.ts').PageReads['bytesOf'];
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const shared: import('../build/page-reads.ts').PageReads['shared'];
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const accents: import('../build/page-reads.ts').PageReads['accents'];
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const standingPages: import('../build/page-reads.ts').PageReads['standingPages'];
}
