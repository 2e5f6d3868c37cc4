declare module 'subset-font' {
  /** Instances and subsets a font with HarfBuzz; the same input gives the same bytes. */
  export default function subsetFont(
    font: Buffer,
    text: string | undefined,
    options: {
      readonly targetFormat: 'truetype' | 'woff2';
      readonly keepAllGlyphs: boolean;
      readonly noHinting: true;
      readonly variationAxes: Readonly<
        Record<string, number | { readonly min: number; readonly max: number }>
      >;
    },
  ): Promise<Buffer>;
}
