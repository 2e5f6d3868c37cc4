import { cardFormats } from '../../src/brief/card-formats.ts';

const { width, height } = cardFormats.link;

/** The size of a link card alone: a layout's size becomes style. */
export const linkSize = { width, height };
