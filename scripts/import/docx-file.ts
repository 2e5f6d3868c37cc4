import { inflateRawSync } from 'node:zlib';
import { zipEntries, type ZipEntry } from './zip-entries.ts';

/** The parts of a Word document. Each is unpacked once, and only when it is read. */
export interface DocxFile {
  readonly names: readonly string[];
  readonly exists: (name: string) => boolean;
  readonly bytesOf: (name: string) => Uint8Array;
  readonly textOf: (name: string) => string;
}

/** What a document is refused for, as a reason to tell. */
export class DocxProblem extends Error {}

/** Bytes of all the parts that are read; the text of a thick book has some 10 MB of them. */
const largestParts = 20_000_000;

const mostEntries = 5000;

/** Opens a Word document; throws a `DocxProblem` for what is none, and as soon as its parts unpack to too much. */
export function openDocx(bytes: Uint8Array): DocxFile {
  const entries = zipEntries(bytes, mostEntries);
  if (entries === undefined)
    throw new DocxProblem('this is no Word document (.docx), whatever its name says');
  if (entries === 'too many')
    throw new DocxProblem(`there are more than ${mostEntries} files in it, expected a Word document`);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const unpacked = new Map<string, Uint8Array>();
  let left = largestParts;
  const bytesOf = (name: string): Uint8Array => {
    const known = unpacked.get(name);
    if (known) return known;
    const entry = byName.get(name);
    if (!entry) throw new DocxProblem(`the part ${name} is missing`);
    const part = unpack(entry, bytes, left);
    left -= part.length;
    unpacked.set(name, part);
    return part;
  };
  return {
    names: [...byName.keys()],
    exists: (name) => byName.has(name),
    bytesOf,
    textOf: (name) => new TextDecoder().decode(bytesOf(name)),
  };
}

/** The archive says how large a part is; only unpacking tells whether that is true. */
function unpack({ name, offset, packedSize, method }: ZipEntry, bytes: Uint8Array, most: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length) throw new DocxProblem(`the part ${name} is cut off`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + packedSize);
  try {
    const part = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
    if (part.length <= most) return part;
  } catch (error) {
    const isTooMuch =
      error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    if (!isTooMuch) throw new DocxProblem(`the part ${name} is damaged`);
  }
  throw new DocxProblem(`its text unpacks to more than ${largestParts / 1e6} MB; divide it`);
}
