import type { Publication } from './brief/publication.ts';

/** Your publication. This is the one file to edit; everything else follows from it. */
export const site: Publication = {
  name: 'Fourfold',
  address: 'https://fourfold.example/',
  // What readers know every brief by: never change it, not even when the site moves.
  identity: { authority: 'fourfold.example', year: 2025 },
  description:
    'The news in four parts: what is happening, why it matters, what comes next, and what lies beyond the headlines.',
  lang: 'en',
  timeZone: 'Etc/UTC',
  authors: {},
  topics: {
    ai: {
      name: 'Artificial intelligence',
      description: 'What machines that learn can do, what they cost, and what the law makes of them.',
    },
    chips: {
      name: 'Chips',
      description:
        'The processors that everything runs on: who makes them, who may buy them, and what they can do.',
    },
    climate: {
      name: 'Climate',
      description: 'How fast the world is warming, what that does, and what is being done about it.',
      accent: { light: '#1f6b4a', dark: '#7fcfa6' },
    },
    economy: {
      name: 'Economy',
      description: 'Prices, work, trade and money, and the decisions that move them.',
      accent: { light: '#7a4a00', dark: '#e0b060' },
    },
    energy: {
      name: 'Energy',
      description: 'Where power comes from, what it costs, and what takes the place of coal, oil and gas.',
      accent: { light: '#7a4a00', dark: '#e0b060' },
    },
    health: {
      name: 'Health',
      description: 'Diseases, and what keeps people from them: medicine, vaccines and public health.',
      accent: { light: '#9c2358', dark: '#ff9bbd' },
    },
    law: {
      name: 'Law',
      description: 'Treaties, laws and rulings: what they ask, of whom, and from when.',
      accent: { light: '#2f4fa3', dark: '#9db4ff' },
    },
    oceans: {
      name: 'Oceans',
      description: 'The seas and what lives in them, and the rules for waters that nobody owns.',
      accent: { light: '#0b6478', dark: '#74cbe0' },
    },
    space: {
      name: 'Space',
      description:
        'What spacecraft and telescopes find out about the solar system and all that lies beyond it.',
      accent: { light: '#57419a', dark: '#bfaeff' },
    },
    technology: {
      name: 'Technology',
      description: 'Software, networks and the standards that they rest on.',
      accent: { light: '#2f4fa3', dark: '#9db4ff' },
    },
  },
  threads: {
    treaties: {
      name: 'Treaties in the making',
      description:
        'Agreements that the world’s states have adopted, and what each still needs before it binds anyone.',
    },
  },
  pageSize: 10,
  feedSize: 50,
  // Off until you say so; `src/brief/publication.ts` has the fields and the reason of each:
  // `newsSitemap` is read by Google News alone, and of publications that aim to stand there;
  // `security` is a promise that somebody answers, with a day on which you look at it again;
  // `miningReservation` takes a right from readers' programs; `fediverse` names an account that has to agree.
};
