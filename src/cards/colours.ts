import { inks, paper } from '../brief/colour.ts';
import type { Common } from './card-spec.ts';

/** What a card is painted with. Text on the accent has the ground's colour. */
export interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly softInk: string;
  readonly accent: string;
}

export function paletteOf({
  theme,
  accent,
  ground = paper[theme],
}: Pick<Common, 'theme' | 'accent' | 'ground'>): Palette {
  return { ground, ...inks[theme], accent };
}
