import sharp from 'sharp';
import { cardSize, type CardSheet } from './card.ts';
import { designCard } from './design.ts';
import { fitCard } from './fit.ts';
import { findInkAtEdge, proveLayout } from './layout.ts';
import { xmpOf } from './xmp.ts';

/** Bytes: WhatsApp shows no larger picture. */
export const cardBytesLimit = 300_000;
/** Of 0 to 9: 4 takes 2 ms less than 6 and makes a card 4 % larger. */
const compressionLevel = 4;

// One card is drawn by one thread; the pool keeps the cores busy, and a cache would only hold what never comes again.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Draws a card as PNG: sRGB, opaque, the same bytes for the same sheet. Throws, with the brief's slug, when a text does not fit,
 * a character has no glyph, ink comes near the edge, or the file is too large.
 */
export async function drawCard(sheet: CardSheet): Promise<Uint8Array> {
  try {
    const layout = designCard(sheet);
    proveLayout(layout);
    const { pixels } = await fitCard(layout, sheet, async (svg) => {
      const pixels = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
      return { pixels, ink: findInkAtEdge(pixels, layout.ground) };
    });
    const bytes = await sharp(pixels, { raw: { ...cardSize, channels: 4 } })
      .removeAlpha()
      .png({ compressionLevel })
      .withXmp(xmpOf(sheet))
      .toBuffer();
    refuseLarge(bytes);
    return bytes;
  } catch (cause) {
    throw new Error(`Card of "${sheet.slug}": ${(cause as Error).message}`, { cause });
  }
}

/** Throws if networks would not show a picture of so many bytes. */
export function refuseLarge({ length }: Uint8Array): void {
  if (length > cardBytesLimit) {
    throw new Error(`Unexpected size of ${length} bytes, expected ${cardBytesLimit} at most`);
  }
}
