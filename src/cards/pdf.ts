import sharp from 'sharp';
import type { CardSpec } from './card-spec.ts';
import { plainText } from './text/normalize.ts';

/** What a PDF says of itself. */
export type DocumentFacts = Pick<CardSpec, 'title' | 'creator' | 'lang' | 'alt' | 'publication'>;

/** Points of a pixel: 96 pixels and 72 points are an inch. */
const pointsPerPixel = 0.75;

/** A carousel as a PDF, a slide a page: the same bytes for the same slides, whenever and wherever it is made. */
export async function bindSlides(slides: readonly Uint8Array[], facts: DocumentFacts): Promise<Uint8Array> {
  const images = await Promise.all(slides.map(imageOf));
  const [catalog, pages, info, first] = [1, 2, 3, 4];
  const pageAt = (at: number): number => first + 3 * at;
  return fileOf(
    [
      `<< /Type /Catalog /Pages ${pages} 0 R /Lang ${textOf(facts.lang)} /ViewerPreferences << /DisplayDocTitle true >> >>`,
      `<< /Type /Pages /Count ${images.length} /Kids [${images.map((_, at) => `${pageAt(at)} 0 R`).join(' ')}] >>`,
      `<< /Title ${textOf(plainText(facts.title))} /Author ${textOf(facts.creator)} /Subject ${textOf(facts.alt)} /Producer ${textOf(facts.publication)} >>`,
      ...images.flatMap(({ width, height, dictionary, data }, at) => {
        const [across, down] = [width * pointsPerPixel, height * pointsPerPixel];
        const [content, image] = [pageAt(at) + 1, pageAt(at) + 2];
        return [
          `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 ${across} ${down}] /Contents ${content} 0 R /Resources << /XObject << /Slide ${image} 0 R >> >> >>`,
          streamOf('', Buffer.from(`q ${across} 0 0 ${down} 0 0 cm /Slide Do Q`)),
          streamOf(`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${dictionary} `, data),
        ];
      }),
    ],
    `/Root ${catalog} 0 R /Info ${info} 0 R`,
  );
}

interface Image {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** How its data is to be read. */
  readonly dictionary: string;
  readonly data: Uint8Array;
}

async function imageOf(slide: Uint8Array): Promise<Image> {
  return isPng(slide) ? imageOfPng(slide) : imageOfJpeg(slide);
}

async function imageOfJpeg(slide: Uint8Array): Promise<Image> {
  const { width, height, channels } = await sharp(slide).metadata();
  if (channels !== 3) throw new Error('a slide with a photograph has RGB');
  const dictionary = '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode';
  return { width, height, dictionary, data: slide };
}

/**
 * A PDF reads what a PNG holds as it is (PDF 32000-1:2008, 7.4.4.4, predictor 15): nothing is unpacked and packed anew,
 * which would take half a second a slide. Ours have 8 bits, a palette or RGB, and are not interlaced.
 */
function imageOfPng(slide: Uint8Array): Image {
  const view = Buffer.from(slide.buffer, slide.byteOffset, slide.length);
  const [width, height] = [view.readUInt32BE(16), view.readUInt32BE(20)];
  const [bits, colourType = 0, , , interlace] = view.subarray(24, 29);
  const isIndexed = colourType === 3;
  if (bits !== 8 || !(isIndexed || colourType === 2) || interlace !== 0)
    throw new Error('a slide has 8 bits, a palette or RGB');
  const palette = Buffer.concat(chunksOf(view, 'PLTE'));
  const space = isIndexed
    ? `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${palette.toString('hex')}>]`
    : '/DeviceRGB';
  const filter = `/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${isIndexed ? 1 : 3} /BitsPerComponent 8 /Columns ${width} >>`;
  const dictionary = `/ColorSpace ${space} /BitsPerComponent 8 ${filter}`;
  return { width, height, dictionary, data: Buffer.concat(chunksOf(view, 'IDAT')) };
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

/** A text of any script (7.9.2.2): UTF-16 with a byte order mark, in hexadecimal digits. */
function textOf(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

function streamOf(dictionary: string, data: Uint8Array): Buffer {
  const head = Buffer.from(`<< ${dictionary}/Length ${data.length} >>\nstream\n`);
  return Buffer.concat([head, data, Buffer.from('\nendstream')]);
}

/** Numbered objects as a file, with the table of where each begins (7.5). */
function fileOf(objects: readonly (string | Buffer)[], trailer: string): Uint8Array {
  // Four bytes above 127 tell programs that it is not text.
  const parts = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  const places = objects.map((object, at) => {
    const place = length;
    const part = Buffer.concat([
      Buffer.from(`${at + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    length += part.length;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.concat([
    ...parts,
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  ]);
}
