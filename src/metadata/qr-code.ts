import { encode } from 'uqr';

/** A QR code as one SVG path: modules of 1 unit in a square of `size`, with the quiet zone of ISO/IEC 18004 (4 modules). */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** Level M: a seventh of the code may be unreadable. */
export function qrCodeOf(text: string): QrCode {
  // Fixed mask: readers accept all eight, and choosing the best took a fifth of the time of a page.
  const { size, data } = encode(text, { ecc: 'M', border: 4, maskPattern: 0 });
  // Adjacent modules of a row are joined: half the size, and no hairlines.
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
