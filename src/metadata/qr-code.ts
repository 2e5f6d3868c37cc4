import { encode } from 'uqr';

/** A QR code as one path of an SVG: modules of 1 unit on a square of `size`, with the quiet zone of ISO/IEC 18004 (4 modules). */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** Level M, a seventh of which may be lost to a bad print. */
export function qrCodeOf(text: string): QrCode {
  // The mask stands in the code, and readers undo any of the eight. To score all of them for the best looking one took a
  // fifth of the time of a page.
  const { size, data } = encode(text, { ecc: 'M', border: 4, maskPattern: 0 });
  // Neighbours of a row are drawn as one: half the size, and no hairlines between them.
  const path = data.flatMap((row, y) =>
    [
      ...row
        .map((isDark) => (isDark ? '#' : ' '))
        .join('')
        .matchAll(/#+/g),
    ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return { size, path: path.join('') };
}
