/** Path data of SVG (SVG 1.1, section 8.3) in ASCII, and how far it is read. */
export interface PathReader {
  readonly path: Uint8Array;
  at: number;
}

/** Commands by their ASCII codes. */
export const commands = { M: 0x4d, L: 0x4c, Q: 0x51, C: 0x43, Z: 0x5a } as const;

const [space, comma, minus, dot, zero, nine, firstLetter] = [0x20, 0x2c, 0x2d, 0x2e, 0x30, 0x39, 0x41];

/** The code of the next command, or `current` where only its numbers are repeated; 0 at the end. */
export function readCommand(reader: PathReader, current: number): number {
  skipSpace(reader);
  const { path, at } = reader;
  const byte = path[at] ?? 0;
  if (byte < firstLetter) return at < path.length ? current : 0;
  reader.at = at + 1;
  return byte;
}

/** The next number, which has no exponent: coordinates are pixels, rounded. */
export function readNumber(reader: PathReader): number {
  skipSpace(reader);
  const { path } = reader;
  const start = reader.at;
  let at = start;
  const isNegative = path[at] === minus;
  if (isNegative) at += 1;
  let digits = 0;
  let parts = 0;
  for (; at < path.length; at += 1) {
    const byte = path[at] ?? 0;
    if (byte >= zero && byte <= nine) {
      digits = digits * 10 + byte - zero;
      parts *= 10;
    } else if (byte === dot && parts === 0) parts = 1;
    else break;
  }
  if (at === start)
    throw new Error(`Unexpected path data "${Buffer.from(path.subarray(at, at + 20)).toString('latin1')}"`);
  reader.at = at;
  const value = parts > 1 ? digits / parts : digits;
  return isNegative ? -value : value;
}

function skipSpace(reader: PathReader): void {
  const { path } = reader;
  let { at } = reader;
  while (path[at] === space || path[at] === comma) at += 1;
  reader.at = at;
}
