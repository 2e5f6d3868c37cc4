declare module 'subset-font' {
  /** Instances and subsets a font with HarfBuzz; the same input gives the same bytes. */
  export default function subsetFont(
    font: Buffer,
    text: undefined,
    options: {
      readonly targetFormat: 'truetype' | 'woff2';
      readonly keepAllGlyphs: true;
      readonly noHinting: true;
      readonly variationAxes: Readonly<Record<string, number>>;
    },
  ): Promise<Buffer>;
}
