/** A file in a ZIP archive, as listed in the directory (APPNOTE 6.3.10, section 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  /** Declared unpacked size in bytes. */
  readonly size: number;
  readonly packedSize: number;
  /** 0 for stored, 8 for deflated. */
  readonly method: number;
  readonly offset: number;
}

/** The files of an archive; undefined if the bytes are not a valid archive. */
export function zipEntries(bytes: Uint8Array, max: number): ZipEntry[] | 'too many' | undefined {
  const view = viewOf(bytes);
  // The end record (section 4.3.16) has 22 bytes and a comment of at most 65,535.
  for (let end = bytes.length - 22; end >= Math.max(0, bytes.length - 65_557); end -= 1) {
    if (view.getUint32(end, true) === 0x06_05_4b_50) return entriesBefore(end, bytes, max);
  }
  return undefined;
}

function entriesBefore(end: number, bytes: Uint8Array, max: number): ZipEntry[] | 'too many' | undefined {
  const view = viewOf(bytes);
  const count = view.getUint16(end + 10, true);
  if (count > max) return 'too many';
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02_01_4b_50) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
