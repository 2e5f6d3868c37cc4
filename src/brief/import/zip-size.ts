/** Bytes that a ZIP archive says it unpacks to (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16); undefined if it is none. */
export function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The end record has 22 bytes and a comment of at most 65,535.
  for (let end = bytes.length - 22; end >= Math.max(0, bytes.length - 65_557); end -= 1) {
    if (view.getUint32(end, true) === 0x06_05_4b_50) return sumOf(view, end);
  }
  return undefined;
}

function sumOf(view: DataView, end: number): number | undefined {
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let size = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02_01_4b_50) return undefined;
    size += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
}
