import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from 'pdf-lib';

/** The text of a PDF printed by Chromium, glyph by glyph in drawing order, without spaces. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes);
  return document
    .getPages()
    .map(({ node }) => {
      const fonts = node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
      const read = new Map(fonts?.keys().map((name) => [name.asString(), readFont(fonts.lookup(name, PDFDict))])); // prettier-ignore
      const contents = node.Contents();
      return contents instanceof PDFStream ? textOf(sourceOf(contents), read) : '';
    })
    .join('')
    .replace(/\s/g, '');
}

interface Font {
  /** Hexadecimal digits of a glyph id: two bytes, or one if glyphs are drawings (Type 3), as in variable fonts. */
  readonly digits: number;
  readonly letters: ReadonlyMap<number, string>;
}

function textOf(content: string, fonts: ReadonlyMap<string, Font>): string {
  let font: Font | undefined;
  let text = '';
  // A font is selected, or glyphs are drawn.
  for (const [, name, glyphs = ''] of content.matchAll(/(\/\w+) [\d.]+ Tf\b|<([\dA-F]+)>/g)) {
    if (name !== undefined) font = fonts.get(name);
    else for (const glyph of glyphs.match(new RegExp(`.{${font?.digits ?? 4}}`, 'g')) ?? []) text += font?.letters.get(parseInt(glyph, 16)) ?? ''; // prettier-ignore
  }
  return text;
}

/** The text of each glyph of a font (PDF 1.7, 9.10.3). */
function readFont(font: PDFDict): Font {
  const letters = new Map<number, string>();
  const source = sourceOf(font.lookup(PDFName.of('ToUnicode'), PDFStream));
  for (const [, block = ''] of source.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(parseInt(glyph, 16), decode(text));
  for (const [, block = ''] of source.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from = '', to = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let at = 0; at <= parseInt(to, 16) - parseInt(from, 16); at += 1)
        letters.set(parseInt(from, 16) + at, String.fromCharCode(parseInt(text, 16) + at));
  return { digits: font.get(PDFName.of('Subtype')) === PDFName.of('Type3') ? 2 : 4, letters };
}

function decode(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function sourceOf(stream: PDFStream): string {
  return Buffer.from(
    stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents(),
  ).toString('latin1');
}
