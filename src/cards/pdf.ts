import {
  concatTransformationMatrix,
  drawObject,
  PDFDocument,
  PDFHexString,
  PDFRawStream,
  popGraphicsState,
  pushGraphicsState,
  type PDFRef,
} from 'pdf-lib';
import type { CardSpec } from './card-spec.ts';
import { plainText } from './text/normalize.ts';

/** What a PDF says of itself. */
export type DocumentFacts = Pick<CardSpec, 'title' | 'creator' | 'lang' | 'alt' | 'publication'>;

/** Points of a pixel: 96 pixels and 72 points are an inch. */
const pointsPerPixel = 0.75;

/** A carousel as a PDF, a slide a page: the same bytes for the same slides, whenever and wherever it is made. */
export async function bindSlides(slides: readonly Uint8Array[], facts: DocumentFacts): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(plainText(facts.title), { showInWindowTitleBar: true });
  document.setAuthor(facts.creator);
  document.setSubject(facts.alt);
  document.setLanguage(facts.lang);
  document.setProducer(facts.publication);
  for (const slide of slides) {
    const { width, height, reference } = isPng(slide)
      ? embedPng(document, slide)
      : await embedJpeg(document, slide);
    const [across, down] = [width * pointsPerPixel, height * pointsPerPixel];
    const page = document.addPage([across, down]);
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(across, 0, 0, down, 0, 0),
      drawObject(page.node.newXObject('Slide', reference)),
      popGraphicsState(),
    );
  }
  return document.save();
}

interface Embedded {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly reference: PDFRef;
}

async function embedJpeg(document: PDFDocument, slide: Uint8Array): Promise<Embedded> {
  const { width, height, ref } = await document.embedJpg(slide);
  return { width, height, reference: ref };
}

/**
 * A PDF reads what a PNG holds as it is (PDF 32000-1:2008, 7.4.4.4, predictor 15): nothing is unpacked and packed anew,
 * which would take half a second a slide. Ours have 8 bits, a palette or RGB, and are not interlaced.
 */
function embedPng(document: PDFDocument, slide: Uint8Array): Embedded {
  const view = Buffer.from(slide.buffer, slide.byteOffset, slide.length);
  const [width, height] = [view.readUInt32BE(16), view.readUInt32BE(20)];
  const [bits, colourType = 0, , , interlace] = view.subarray(24, 29);
  const isIndexed = colourType === 3;
  if (bits !== 8 || !(isIndexed || colourType === 2) || interlace !== 0)
    throw new Error('a slide has 8 bits, a palette or RGB');
  const palette = Buffer.concat(chunksOf(view, 'PLTE'));
  const dictionary = document.context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: isIndexed
      ? ['Indexed', 'DeviceRGB', palette.length / 3 - 1, PDFHexString.of(palette.toString('hex'))]
      : 'DeviceRGB',
    BitsPerComponent: bits,
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: isIndexed ? 1 : 3, BitsPerComponent: bits, Columns: width },
  });
  const stream = PDFRawStream.of(dictionary, Buffer.concat(chunksOf(view, 'IDAT')));
  return { width, height, reference: document.context.register(stream) };
}

/** What the PNG's chunks of a name hold. */
function chunksOf(png: Buffer, name: string): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    const start = at + 8;
    if (png.toString('latin1', at + 4, start) === name)
      parts.push(png.subarray(start, start + png.readUInt32BE(at)));
  }
  return parts;
}

function isPng(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89;
}
