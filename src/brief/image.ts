import type { Element } from 'hast';
import type { CardReference, Picture, PictureSource } from './brief.ts';

/** A picture by which a page is shared that has no card. */
export function pictureReference({ src, width, height, alt }: Picture): CardReference {
  const type = src.endsWith('.png') ? 'image/png' : 'image/jpeg';
  return { src, width, height, type, alt };
}

/** A picture as it stands in the output, in several formats and sizes; pixels. */
export interface PreparedPicture {
  /** The file that it is made from, relative to the project root. */
  readonly file: string;
  /** Address of the size and format that every reader can show, relative to the site's root. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
  /** Better formats, the best first. */
  readonly sources: readonly PictureSource[];
}

/** The text is 38rem wide where there is room, and as wide as the screen but for its edges where there is not. */
export const pictureSizes = '(min-width: 42rem) 38rem, calc(100vw - 2.25rem)';

/**
 * The width that a picture has where no style sheet bounds it, in pixels; none for one that is no wider. Mail has a column of 600 pixels,
 * of which a figure leaves 40 on either side, and many mail programs show a picture as wide as its file is.
 */
export function widthInMail(width: number): number | undefined {
  return width > 520 ? 520 : undefined;
}

/** `<picture>` with the formats that browsers choose from. */
export function pictureElement(image: Element, { src, width, height, sources }: PreparedPicture): Element {
  const { alt = '', title } = image.properties;
  return {
    type: 'element',
    tagName: 'picture',
    properties: {},
    children: [
      ...sources.map(({ type, srcset }): Element => {
        const properties = { type, srcSet: srcset, sizes: pictureSizes };
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

/** A picture that is a paragraph by itself is a figure, with its title as the caption. */
export function figureElement(image: Element, picture: PreparedPicture): Element {
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
    children: [pictureElement({ ...image, properties }, picture), ...caption],
  };
}
