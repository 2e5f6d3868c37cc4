import type { Box } from './geometry.ts';
import type { PlacedLetter } from './glyphs.ts';

/** A rectangle on whole pixels. */
export interface FlatArea extends Box {
  readonly kind: 'area';
  /** 0xRRGGBB. */
  readonly colour: number;
}

/** Letters of one colour, filled by the nonzero rule. */
export interface Letters {
  readonly kind: 'letters';
  /** 0xRRGGBB. */
  readonly colour: number;
  readonly letters: readonly PlacedLetter[];
}
