interface ImportMetaEnv {
  /** Whether this is `astro dev`, whatever `NODE_ENV` says. */
  readonly NEWSROOM: boolean;
}

declare module 'virtual:topic-accents.css';
