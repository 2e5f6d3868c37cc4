import * as z from 'zod';
import { countGraphemes } from '../../brief/segment.ts';

/** A one-line plain text attribute with collapsed white space; length in graphemes. */
export function lineAttribute(max: number) {
  return z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .refine((text) => text !== '' && countGraphemes(text) <= max, {
      error: `a text of 1 to ${max} characters`,
    });
}

/** An address attribute; the link rules check it. */
export const addressAttribute = z
  .string()
  .transform((text) => text.trim())
  .refine((text) => text !== '', { error: 'an address' });
