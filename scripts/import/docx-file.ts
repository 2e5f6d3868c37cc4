import { inflateRawSync } from 'node:zlib';
import { zipEntries, type ZipEntry } from './zip-entries.ts';

/** The parts of a Word document. Each is unpacked on first use. */
export interface DocxFile {
  readonly names: readonly string[];
  readonly exists: (name: string) => boolean;
  readonly bytesOf: (name: string) => Uint8Array;
  readonly textOf: (name: string) => string;
}

/** Why a document cannot be read, as a message for the user. */
export class DocxProblem extends Error {}

/** Bytes of all parts read; the text of a thick book has about 10 MB. */
const maxPartsSize = 20_000_000;

const maxEntries = 5000;

/** Opens a Word document. Throws a `DocxProblem` if it is not one or unpacks to too much. */
export function openDocx(bytes: Uint8Array): DocxFile {
  const entries = zipEntries(bytes, maxEntries);
  if (entries === undefined) throw new DocxProblem('this is not a Word document (.docx)');
  if (entries === 'too many')
    throw new DocxProblem(`it contains more than ${maxEntries} files; expected a Word document`);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const unpacked = new Map<string, Uint8Array>();
  let left = maxPartsSize;
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

/** Unpacks a part. The size in the archive is not trusted. */
function unpack({ name, offset, packedSize, method }: ZipEntry, bytes: Uint8Array, max: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length) throw new DocxProblem(`the part ${name} is cut off`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + packedSize);
  try {
    const part = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, max) });
    if (part.length <= max) return part;
  } catch (error) {
    const isTooMuch =
      error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    if (!isTooMuch) throw new DocxProblem(`the part ${name} is damaged`);
  }
  throw new DocxProblem(`its text unpacks to more than ${maxPartsSize / 1e6} MB; split it`);
}
