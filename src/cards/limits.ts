import { CardError } from './problem.ts';

/** Bytes: WhatsApp shows no larger image. */
export const cardBytesLimit = 300_000;

/** Throws if networks would not show an image of so many bytes. */
export function refuseLarge({ length }: Uint8Array): void {
  if (length <= cardBytesLimit) return;
  // How much larger depends on the design, and helps nobody.
  const message = `Unexpected size of more than ${cardBytesLimit} bytes, even in the lowest quality`;
  throw new CardError([{ code: 'card-size', part: 'image', message }]);
}
