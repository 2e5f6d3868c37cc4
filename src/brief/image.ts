import type { Element } from 'hast';
import type { CardReference, Image, ImageVariant } from './brief.ts';

/** The preview image of a page without a card. */
export function imageReference({ src, width, height, alt }: Image): CardReference {
  const type = src.endsWith('.png') ? 'image/png' : 'image/jpeg';
  return { src, width, height, type, alt };
}

/** An image in the output, in several formats and sizes; pixels. */
export interface PreparedImage {
  /** The source file, relative to the project root. */
  readonly file: string;
  /** Address of the version that all readers can show, relative to the site's root. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
  /** Better formats, best first. */
  readonly sources: readonly ImageVariant[];
}

/** Text is 38rem wide, or as wide as a narrow screen without its margins. */
export const imageSizes = '(min-width: 42rem) 38rem, calc(100vw - 2.25rem)';

/**
 * Width of an image without a style sheet, in pixels; undefined if the image is narrower. E-mail columns have 600 pixels,
 * a figure has margins of 40, and many mail programs show images at full width.
 */
export function widthInMail(width: number): number | undefined {
  return width > 520 ? 520 : undefined;
}

/** Makes a `<picture>` with alternative formats. */
export function responsiveImage(image: Element, { src, width, height, sources }: PreparedImage): Element {
  const { alt = '', title } = image.properties;
  return {
    type: 'element',
    tagName: 'picture',
    properties: {},
    children: [
      ...sources.map(({ type, srcset }): Element => {
        const properties = { type, srcSet: srcset, sizes: imageSizes };
        return { type: 'element', tagName: 'source', properties, children: [] };
      }),
      {
        type: 'element',
        tagName: 'img',
        properties: {
          src,
          alt,
          ...(title !== undefined && { title }),
          width,
          height,
          loading: 'lazy',
          decoding: 'async',
        },
        children: [],
      },
    ],
  };
}

/** Turns a paragraph with only an image into a figure, with the image title as the caption. */
export function figureElement(image: Element, prepared: PreparedImage): Element {
  const { title, ...properties } = image.properties;
  const caption: Element[] =
    typeof title === 'string' && title.trim() !== ''
      ? [
          {
            type: 'element',
            tagName: 'figcaption',
            properties: {},
            children: [{ type: 'text', value: title.trim() }],
          },
        ]
      : [];
  return {
    type: 'element',
    tagName: 'figure',
    properties: {},
    children: [responsiveImage({ ...image, properties }, prepared), ...caption],
  };
}
