interface ImportMetaEnv {
  /** Whether this is `astro dev`, regardless of `NODE_ENV`. */
  readonly DEV_SERVER: boolean;
}

declare module 'virtual:fourfold' {
  export const root: string;
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const currentSnapshot: () => import('../build/snapshot.ts').Snapshot | undefined;
  /** The settings; every read by a page is recorded. */
  // A relative path is only resolved in an inline type import.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const site: import('../brief/publication.ts').Publication;
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const bytesOf: import('../build/page-reads.ts').PageReads['bytesOf'];
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const hasPath: import('../build/page-reads.ts').PageReads['hasPath'];
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const shared: import('../build/page-reads.ts').PageReads['shared'];
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const accents: import('../build/page-reads.ts').PageReads['accents'];
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const standingPages: import('../build/page-reads.ts').PageReads['standingPages'];
}
