import { paper } from '../brief/colour.ts';
import type { Common } from './card-spec.ts';

/** What a card is painted with. Text on the accent has the ground's colour. */
export interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly softInk: string;
  readonly accent: string;
}

/** Ink stands on its ground at 17:1 and 15:1, soft ink at 6:1 and 7:1. */
const grounds = {
  light: { ground: paper.light, ink: '#16181d', softInk: '#5b5e66' },
  dark: { ground: paper.dark, ink: '#eceae3', softInk: '#a3a6ad' },
} as const;

export function paletteOf({ theme, accent }: Pick<Common, 'theme' | 'accent'>): Palette {
  return { ...grounds[theme], accent };
}
