import { CardError } from './problem.ts';

/** Bytes: WhatsApp shows no larger picture. */
export const cardBytesLimit = 300_000;

/** Throws if networks would not show a picture of so many bytes. */
export function refuseLarge({ length }: Uint8Array): void {
  if (length <= cardBytesLimit) return;
  const message = `Unexpected size of ${length} bytes, expected ${cardBytesLimit} at most`;
  throw new CardError({ code: 'card-size', part: 'picture', message });
}
