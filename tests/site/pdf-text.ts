import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from 'pdf-lib';

/** The text of a document that Chromium printed, glyph by glyph as they are drawn, without any spaces. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes);
  return document
    .getPages()
    .map(({ node }) => {
      const fonts = node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
      const letters = new Map(fonts?.keys().map((name) => [name.asString(), lettersOf(fonts.lookup(name, PDFDict))])); // prettier-ignore
      const contents = node.Contents();
      return contents instanceof PDFStream ? textOf(sourceOf(contents), letters) : '';
    })
    .join('')
    .replace(/\s/g, '');
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let letters = fonts.values().next().value;
  let text = '';
  // A font is chosen, or glyphs are drawn by their numbers, of two bytes each.
  for (const [, font, glyphs = ''] of content.matchAll(/(\/\w+) [\d.]+ Tf\b|<([\dA-F]+)>/g)) {
    if (font !== undefined) letters = fonts.get(font);
    else for (const glyph of glyphs.match(/.{4}/g) ?? []) text += letters?.get(parseInt(glyph, 16)) ?? '';
  }
  return text;
}

/** What each glyph of a font stands for (PDF 1.7, 9.10.3). */
function lettersOf(font: PDFDict): Map<number, string> {
  const letters = new Map<number, string>();
  const source = sourceOf(font.lookup(PDFName.of('ToUnicode'), PDFStream));
  for (const [, block = ''] of source.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(parseInt(glyph, 16), decode(text));
  for (const [, block = ''] of source.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from = '', to = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let at = 0; at <= parseInt(to, 16) - parseInt(from, 16); at += 1)
        letters.set(parseInt(from, 16) + at, String.fromCharCode(parseInt(text, 16) + at));
  return letters;
}

function decode(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function sourceOf(stream: PDFStream): string {
  return Buffer.from(
    stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents(),
  ).toString('latin1');
}
