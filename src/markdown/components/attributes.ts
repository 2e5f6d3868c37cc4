import * as z from 'zod';
import { countGraphemes } from '../../brief/graphemes.ts';

/** An attribute of plain text on one line, its white space folded; length in graphemes. */
export function lineAttribute(max: number) {
  return z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .refine((text) => text !== '' && countGraphemes(text) <= max, {
      error: `a text of 1 to ${max} characters`,
    });
}

/** An attribute that is an address: it is judged where all links of a brief are judged. */
export const addressAttribute = z
  .string()
  .transform((text) => text.trim())
  .refine((text) => text !== '', { error: 'an address' });
