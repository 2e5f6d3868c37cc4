import type { Publication } from './brief/publication.ts';

/** Your publication. This is the one file to edit; everything else follows from it. */
export const site: Publication = {
  name: 'Fourfold',
  address: 'https://fourfold.example/',
  description:
    'The news in four parts: what is happening, why it matters, what comes next, and what lies beyond the headlines.',
  lang: 'en',
  timeZone: 'Etc/UTC',
  authors: {},
  topics: {
    ai: { name: 'Artificial intelligence' },
    chips: { name: 'Chips' },
    climate: { name: 'Climate', accent: { light: '#1f6b4a', dark: '#7fcfa6' } },
    economy: { name: 'Economy', accent: { light: '#7a4a00', dark: '#e0b060' } },
    energy: { name: 'Energy', accent: { light: '#7a4a00', dark: '#e0b060' } },
    health: { name: 'Health', accent: { light: '#9c2358', dark: '#ff9bbd' } },
    law: { name: 'Law', accent: { light: '#2f4fa3', dark: '#9db4ff' } },
    oceans: { name: 'Oceans', accent: { light: '#0b6478', dark: '#74cbe0' } },
    space: { name: 'Space', accent: { light: '#57419a', dark: '#bfaeff' } },
    technology: { name: 'Technology', accent: { light: '#2f4fa3', dark: '#9db4ff' } },
  },
  threads: {},
  pageSize: 10,
  feedSize: 50,
};
