import { escapeAttribute, escapeText } from '../brief/escape.ts';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import { page } from './contact-sheet.ts';

/** How a card differs from the one of the same name in an earlier run. */
export interface Difference {
  readonly file: string;
  readonly kind: 'new' | 'gone' | 'resized' | 'changed';
  /** Pixels that look different; of a changed card only. */
  readonly pixels?: number;
  /** PNG with those pixels in red. */
  readonly image?: Uint8Array;
}

/** Compares two images as people see them; undefined if they look the same. */
export async function compareCards(
  file: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<Difference | undefined> {
  const [one, other] = await Promise.all([before, after].map(pixelsOf));
  if (!one || !other) throw new Error('two images are compared');
  const { width, height } = one.info;
  if (width !== other.info.width || height !== other.info.height) return { file, kind: 'resized' };
  const image = Buffer.alloc(width * height * 4);
  // pixelmatch's own threshold, at which the anti-aliasing of two renderers is the same to the eye.
  const pixels = pixelmatch(one.data, other.data, image, width, height, { threshold: 0.1 });
  if (pixels === 0) return undefined;
  const png = await sharp(image, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  return { file, kind: 'changed', pixels, image: png };
}

/** One page with what changed: before, after, and where. Folders are relative to the page. */
export function formatComparison(
  differences: readonly Difference[],
  folders: { readonly before: string; readonly after: string; readonly marks: string },
): string {
  const cards = differences.map(({ file, kind, pixels }) => {
    const shown = [
      ...(kind === 'new' ? [] : [['before', folders.before] as const]),
      ...(kind === 'gone' ? [] : [['after', folders.after] as const]),
      ...(kind === 'changed' ? [['where', folders.marks] as const] : []),
    ];
    const figures = shown.map(
      ([name, folder]) =>
        `<figure><div><img src="${escapeAttribute(`${folder}/${file}`)}" alt="" loading="lazy"></div><figcaption>${name}</figcaption></figure>`,
    );
    const what = pixels === undefined ? kind : `${pixels} pixels ${kind}`;
    return `<section><h2>${escapeText(file)}</h2><p>${what}</p><div class="cards">${figures.join('')}</div></section>`;
  });
  return page('Changed cards', cards.length > 0 ? cards : ['<p>No card has changed.</p>']);
}

async function pixelsOf(
  bytes: Uint8Array,
): Promise<{ data: Buffer; info: { width: number; height: number } }> {
  return sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}
