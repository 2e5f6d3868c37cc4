declare module 'fontverter' {
  /** Unpacks WOFF and WOFF2; the other formats are not used here. */
  const fontverter: { readonly convert: (font: Uint8Array, format: 'truetype') => Promise<Uint8Array> };
  export default fontverter;
}
