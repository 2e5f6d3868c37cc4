import sharp from 'sharp';
import type { SiteFolder } from './site-folder.ts';

/** Properties of an image, as pages and feeds declare them. */
export interface Measured {
  /** MIME type. */
  readonly type: string;
  /** Pixels. */
  readonly width: string;
  readonly height: string;
}

/** Measures the images of a site, each once. */
export function openImages(site: SiteFolder): (file: string) => Promise<Measured> {
  const known = new Map<string, Promise<Measured>>();
  return (file) => {
    const found = known.get(file) ?? measure(site.read(file));
    known.set(file, found);
    return found;
  };
}

async function measure(bytes: Buffer): Promise<Measured> {
  try {
    const { width, height, mediaType = 'no image' } = await sharp(bytes).metadata();
    return { type: mediaType, width: String(width), height: String(height) };
  } catch {
    return { type: 'no image', width: '0', height: '0' };
  }
}
