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
  // Off until you say so; `src/brief/publication.ts` has the fields and the reason of each:
  // `newsSitemap` is read by Google News alone, and of publications that aim to stand there;
  // `security` is a promise that somebody answers, with a day on which you look at it again;
  // `miningReservation` takes a right from readers' programs; `fediverse` names an account that has to agree.
};
